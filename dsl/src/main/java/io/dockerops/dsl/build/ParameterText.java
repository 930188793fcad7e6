package io.dockerops.dsl.build;

import io.dockerops.engine.model.Parameter.Kind;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of parameters as Groovy's types, as texts, and as stand-ins for values that are missing. */
final class ParameterText {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*\\.?\\s*([a-zA-Z]*)");
    private static final Map<String, String> SECONDS = Map.of(
            "ms", "0.001", "s", "1", "second", "1", "seconds", "1", "m", "60", "minutes", "60", "h", "3600", "hours",
            "3600");

    private ParameterText() {}

    static Optional<Kind> kind(Class<?> type) {
        if (type == String.class) {
            return Optional.of(Kind.TEXT);
        } else if (type == Integer.class || type == int.class) {
            return Optional.of(Kind.WHOLE_NUMBER);
        } else if (type == Boolean.class || type == boolean.class) {
            return Optional.of(Kind.FLAG);
        } else if (type == Size.class) {
            return Optional.of(Kind.SIZE);
        }
        return type == Duration.class ? Optional.of(Kind.DURATION) : Optional.empty();
    }

    static Object parse(Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case WHOLE_NUMBER -> {
                if (!text.matches("[+-]?\\d{1,9}")) {
                    throw wrong(kind, text);
                }
                yield Integer.valueOf(text);
            }
            case FLAG -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw wrong(kind, text);
                }
                yield Boolean.valueOf(text);
            }
            case SIZE -> new Size(number(kind, text).longValue());
            case DURATION ->
                Duration.ofNanos(number(kind, text).movePointRight(9).longValue());
        };
    }

    /** A value to read on with when none can be had; the project is refused anyway. */
    static Object standIn(Kind kind, String name) {
        return switch (kind) {
            case TEXT -> name;
            case WHOLE_NUMBER -> 1;
            case FLAG -> false;
            case SIZE -> new Size(64L * 1024 * 1024);
            case DURATION -> Duration.ofSeconds(1);
        };
    }

    /** A value in the form in which it is given. */
    static String written(Object value) {
        if (value instanceof Duration duration) {
            return new BigDecimal(duration.toNanos())
                            .movePointLeft(9)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "s";
        }
        return value instanceof Size ? value.toString().replace(".", "") : value.toString();
    }

    /** Bytes or seconds. */
    private static BigDecimal number(Kind kind, String text) {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(kind, text);
        }
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        BigDecimal amount = new BigDecimal(matcher.group(1));
        if (kind == Kind.DURATION && SECONDS.containsKey(unit)) {
            return amount.multiply(new BigDecimal(SECONDS.getOrDefault(unit, "1")));
        }
        int power = "bkmgt".indexOf(unit.isEmpty() ? "b" : unit.substring(0, 1));
        if (kind != Kind.SIZE || power < 0 || !unit.matches("|[bkmgt]b?")) {
            throw wrong(kind, text);
        }
        return amount.multiply(BigDecimal.valueOf(1024).pow(power));
    }

    private static Mistake wrong(Kind kind, String text) {
        return new Mistake("`" + text + "` is not " + kind.phrase());
    }
}
