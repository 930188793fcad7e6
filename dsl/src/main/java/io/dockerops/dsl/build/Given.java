package io.dockerops.dsl.build;

import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads values that scripts give where any type is allowed. Groovy's texts with variables in them become plain texts. */
final class Given {

    private Given() {}

    /** The text of a text, a number, true or false. */
    static String text(String what, @Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Number) {
            return value.toString();
        }
        throw new Mistake(
                "the value of `" + what + "` must be a text, a number, true or false, and it is " + described(value));
    }

    /** A text that is one already. */
    static String plainText(String what, @Nullable Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        throw new Mistake("`" + what + "` takes a text, and " + described(value) + " is none");
    }

    /** The texts of a list; of anything else, its own text. */
    static List<String> texts(String what, @Nullable Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(value)) {
            texts.add(text(what, each));
        }
        return texts;
    }

    /** The values of a list or array, also of lists in it; of anything else, itself alone. */
    static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        if (value instanceof Iterable<?> several && !(value instanceof Path)) {
            several.forEach(each -> values.addAll(list(each)));
        } else if (value instanceof Object[] several) {
            for (Object each : several) {
                values.addAll(list(each));
            }
        } else {
            values.add(value);
        }
        return values;
    }

    /** Texts by name. */
    static SortedMap<String, String> textsByName(String what, Map<?, ?> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(String.valueOf(name), text(what + " " + name, value)));
        return texts;
    }

    /** A value as messages name it. */
    static String described(@Nullable Object value) {
        if (value == null) {
            return "nothing (null)";
        } else if (value instanceof CharSequence) {
            return "the text `" + value + "`";
        } else if (value instanceof Number) {
            return "the number " + value;
        } else if (value instanceof Size) {
            return "the size " + value;
        } else if (value instanceof Duration) {
            return "a duration";
        } else if (value instanceof Iterable || value instanceof Object[]) {
            return "a list";
        } else if (value instanceof Map) {
            return "a map";
        }
        String name = value.getClass().getSimpleName();
        return name.endsWith("Handle")
                ? "a " + name.substring(0, name.length() - "Handle".length()).toLowerCase(Locale.ROOT)
                : "`" + value + "`";
    }
}
