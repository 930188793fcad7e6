package io.dockerops.dsl.words;

import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The units that numbers have in scripts: {@code 30.seconds}, {@code 1.5.hours}, {@code 512.mb}. Registered as a Groovy
 * extension, in which {@code getX} is the property {@code x}.
 */
public final class Quantities {

    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Quantities() {}

    /** Milliseconds. */
    public static Duration getMs(Number self) {
        return duration(self, new BigDecimal("0.001"));
    }

    /** Seconds. */
    public static Duration getSeconds(Number self) {
        return duration(self, BigDecimal.ONE);
    }

    /** One second: {@code 1.second}. */
    public static Duration getSecond(Number self) {
        return getSeconds(self);
    }

    /** Minutes. */
    public static Duration getMinutes(Number self) {
        return duration(self, BigDecimal.valueOf(60));
    }

    /** One minute: {@code 1.minute}. */
    public static Duration getMinute(Number self) {
        return getMinutes(self);
    }

    /** Hours. */
    public static Duration getHours(Number self) {
        return duration(self, BigDecimal.valueOf(3600));
    }

    /** One hour: {@code 1.hour}. */
    public static Duration getHour(Number self) {
        return getHours(self);
    }

    /** Days of 24 hours. */
    public static Duration getDays(Number self) {
        return duration(self, BigDecimal.valueOf(86400));
    }

    /** One day of 24 hours: {@code 1.day}. */
    public static Duration getDay(Number self) {
        return getDays(self);
    }

    /** Bytes. */
    public static Size getB(Number self) {
        return size(self, 0);
    }

    /** 1024 bytes. */
    public static Size getKb(Number self) {
        return size(self, 1);
    }

    /** 1024 kilobytes. */
    public static Size getMb(Number self) {
        return size(self, 2);
    }

    /** 1024 megabytes. */
    public static Size getGb(Number self) {
        return size(self, 3);
    }

    /** 1024 gigabytes. */
    public static Size getTb(Number self) {
        return size(self, 4);
    }

    /** {@code -5.seconds}, which Groovy reads as the negative of {@code 5.seconds}; no word takes it, and each says why. */
    public static Duration negative(Duration self) {
        return self.negated();
    }

    /**
     * {@code -5.mb}, which is no size.
     *
     * @throws IllegalArgumentException always, except for 0
     */
    public static Size negative(Size self) {
        if (self.bytes() == 0) {
            return self;
        }
        throw new Mistake("a size cannot be negative, and -" + self + " is", "write it without the `-`");
    }

    private static Duration duration(Number amount, BigDecimal seconds) {
        return Duration.ofNanos(
                decimal(amount).multiply(seconds).multiply(NANOS).longValue());
    }

    private static Size size(Number amount, int power) {
        return new Size(decimal(amount).multiply(STEP.pow(power)).longValue());
    }

    private static BigDecimal decimal(Number amount) {
        return new BigDecimal(amount.toString());
    }
}
