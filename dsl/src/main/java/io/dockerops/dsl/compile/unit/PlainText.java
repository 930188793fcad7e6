package io.dockerops.dsl.compile.unit;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code "${…}"} in a script becomes.
 *
 * <p>Groovy would make a GString, which is no String until somebody asks, and the first one to ask loads the whole Groovy
 * compiler: a fifth of a second, even when no script is compiled.
 */
public final class PlainText {

    private PlainText() {}

    /** The parts behind each other, lists and maps as they are written in Groovy. */
    public static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(shown(part));
        }
        return text.toString();
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> shown(entry.getKey()) + ":" + shown(entry.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(PlainText::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }
}
