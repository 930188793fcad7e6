package io.dockerops.dsl.words;

import io.dockerops.engine.model.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * The units of numbers: {@code 30.seconds}, {@code 1.5.minutes}, {@code 512.mb}. A Groovy extension module: each method
 * is a property of every number. Sizes count in powers of 1024.
 */
public final class Quantities {

    private static final BigDecimal STEP = BigDecimal.valueOf(1024);

    private Quantities() {}

    /** {@code 200.milliseconds} */
    public static Duration getMilliseconds(Number number) {
        return duration(number, 1_000_000L);
    }

    /** {@code 30.seconds} */
    public static Duration getSeconds(Number number) {
        return duration(number, 1_000_000_000L);
    }

    /** {@code 1.second} */
    public static Duration getSecond(Number number) {
        return getSeconds(number);
    }

    /** {@code 5.minutes} */
    public static Duration getMinutes(Number number) {
        return duration(number, 60_000_000_000L);
    }

    /** {@code 1.minute} */
    public static Duration getMinute(Number number) {
        return getMinutes(number);
    }

    /** {@code 2.hours} */
    public static Duration getHours(Number number) {
        return duration(number, 3_600_000_000_000L);
    }

    /** {@code 1.hour} */
    public static Duration getHour(Number number) {
        return getHours(number);
    }

    /** {@code 4096.bytes} */
    public static Size getBytes(Number number) {
        return size(number, 0);
    }

    /** {@code 64.kb}: 1024 bytes each. */
    public static Size getKb(Number number) {
        return size(number, 1);
    }

    /** {@code 512.mb}: 1024 kb each. */
    public static Size getMb(Number number) {
        return size(number, 2);
    }

    /** {@code 1.5.gb}: 1024 mb each. */
    public static Size getGb(Number number) {
        return size(number, 3);
    }

    /** {@code 2.tb}: 1024 gb each. */
    public static Size getTb(Number number) {
        return size(number, 4);
    }

    private static Duration duration(Number number, long nanos) {
        BigDecimal all = new BigDecimal(number.toString())
                .multiply(BigDecimal.valueOf(nanos))
                .setScale(0, RoundingMode.HALF_UP);
        BigDecimal[] parts = all.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static Size size(Number number, int power) {
        BigDecimal bytes = new BigDecimal(number.toString()).multiply(STEP.pow(power));
        return new Size(bytes.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
