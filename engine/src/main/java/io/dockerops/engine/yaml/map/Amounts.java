package io.dockerops.engine.yaml.map;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Kind;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts of time and of memory as docker-map and docker-py write them. */
final class Amounts {

    private static final Pattern TIME = Pattern.compile("(\\d{1,18})\\s*([a-z]*)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]*)");

    private Amounts() {}

    /** A time of a health check: a number of nanoseconds, or a number with a unit; 0 leaves it to the image. */
    static Optional<Duration> ofHealthCheck(String key, Item item) {
        if (!(item instanceof Single single) || single.nothing() || single.kind() == Kind.FLAG) {
            throw new Mistake("`" + key + "` takes a time, and this is " + item.described(), "write `30s`");
        }
        Matcher matcher = TIME.matcher(single.text().strip());
        if (!matcher.matches()) {
            throw notATime(single);
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration time = switch (matcher.group(2)) {
            case "", "ns" -> Duration.ofNanos(amount);
            case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1_000));
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw notATime(single);
        };
        return Optional.of(time).filter(each -> !each.isZero());
    }

    private static Mistake notATime(Single single) {
        return new Mistake(
                "`" + single.text() + "` is not a time",
                "write a number with `h`, `m`, `s`, `ms`, `us` or `ns`, such as `30s`");
    }

    /** An amount of memory in bytes: a number, or a number with {@code b}, {@code k}, {@code m}, {@code g} or {@code t}. */
    static long bytes(String key, Item item) {
        if (!(item instanceof Single single) || single.nothing() || single.kind() == Kind.FLAG) {
            throw new Mistake(
                    "`" + key + "` takes an amount of memory, and this is " + item.described(), "write `512m`");
        }
        if (single.text().equals("-1")) {
            return -1;
        }
        Matcher matcher = SIZE.matcher(single.text().strip());
        int power = matcher.matches()
                ? switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "", "b" -> 0;
                    case "k", "kb", "kib" -> 1;
                    case "m", "mb", "mib" -> 2;
                    case "g", "gb", "gib" -> 3;
                    case "t", "tb", "tib" -> 4;
                    default -> -1;
                }
                : -1;
        if (power < 0) {
            throw new Mistake(
                    "`" + single.text() + "` is not an amount of memory",
                    "write bytes, or a number with `k`, `m` or `g`, such as `512m`");
        }
        return new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(1L << (10 * power)))
                .longValue();
    }
}
