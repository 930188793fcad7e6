package io.dockerops.engine.docker;

import io.dockerops.engine.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects of the engine, in which anything may be missing or null. */
final class JsonTree {

    private JsonTree() {}

    /** The object that {@code value} is; an empty one when it is something else. */
    static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Json.cast(map) : Collections.emptyMap();
    }

    /** The object at {@code name}; an empty one when there is none. */
    static Map<String, Object> object(Map<String, Object> parent, String name) {
        return object(parent.get(name));
    }

    /** The list that {@code value} is; an empty one when it is something else. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : Collections.emptyList();
    }

    /** The text at {@code name}; empty when there is none. */
    static String text(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof String text ? text : "";
    }

    /** The number at {@code name}; 0 when there is none. */
    static long number(Map<String, Object> parent, String name) {
        return parent.get(name) instanceof Long number ? number : 0;
    }

    /** Whether {@code name} is true. */
    static boolean flag(Map<String, Object> parent, String name) {
        return Boolean.TRUE.equals(parent.get(name));
    }

    /** The texts of the object at {@code name}. */
    static SortedMap<String, String> texts(Map<String, Object> parent, String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Object> entry : object(parent, name).entrySet()) {
            if (entry.getValue() instanceof String text) {
                texts.put(entry.getKey(), text);
            }
        }
        return Collections.unmodifiableSortedMap(texts);
    }
}
