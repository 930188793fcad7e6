package io.dockerops.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The order of precedence of fields of Docker's API: single values of the upper ones replace, maps are merged by key, and
 * lists are united, where an entry takes the place of the one with the same key (the name of an extra host, the path of a
 * device, the alias of a link).
 */
public final class Fields {

    private static final FieldPath LOG = FieldPath.of("HostConfig", "LogConfig");
    private static final FieldPath LOG_DRIVER = LOG.child("Type");
    private static final FieldPath PORTS = FieldPath.of("HostConfig", "PortBindings");

    /** Lists whose order has a meaning, so that they are single values. */
    private static final List<FieldPath> WHOLE = List.of(
            FieldPath.of("Cmd"),
            FieldPath.of("Entrypoint"),
            FieldPath.of("Shell"),
            FieldPath.of("Healthcheck", "Test"),
            FieldPath.of("HostConfig", "MaskedPaths"),
            FieldPath.of("HostConfig", "ReadonlyPaths"));

    private Fields() {}

    /** {@code upper} over {@code lower}; both in the {@linkplain Specification#canonical canonical} form. */
    public static SortedMap<FieldPath, Value> over(
            SortedMap<FieldPath, Value> upper, SortedMap<FieldPath, Value> lower) {
        if (upper.isEmpty()) {
            return lower;
        }
        TreeMap<FieldPath, Value> merged = new TreeMap<>(lower);
        if (upper.containsKey(LOG_DRIVER) && !upper.get(LOG_DRIVER).equals(lower.get(LOG_DRIVER))) {
            // The options of one driver mean nothing to another one.
            merged.keySet().removeIf(path -> path.startsWith(LOG));
        }
        upper.forEach((path, value) -> {
            Value below = merged.get(path);
            merged.keySet().removeIf(inner -> inner.startsWith(path));
            merged.put(path, below == null ? value : merged(path, value, below));
        });
        return Collections.unmodifiableSortedMap(merged);
    }

    private static Value merged(FieldPath path, Value upper, Value lower) {
        boolean whole = WHOLE.contains(path) || path.startsWith(PORTS);
        if (whole || !(upper instanceof Value.Items above) || !(lower instanceof Value.Items below)) {
            return upper;
        }
        Map<Object, Value> united = new LinkedHashMap<>();
        below.items().forEach(item -> united.put(key(path, item), item));
        above.items().forEach(item -> united.put(key(path, item), item));
        Value list = new Value.Items(List.copyOf(united.values()));
        return new Specification(new TreeMap<>(Map.of(path, list)))
                .canonical()
                .get(path)
                .orElse(list);
    }

    /** What makes two entries of a list the same one. */
    private static Object key(FieldPath path, Value item) {
        if (item instanceof Value.Text text) {
            return switch (path.last()) {
                case "ExtraHosts" -> text.text().replaceFirst(":.*", "");
                case "Links" -> text.text().replaceFirst(".*:", "");
                default -> item;
            };
        }
        return item instanceof Value.Fields object && object.entries().containsKey("PathInContainer")
                ? object.entries().get("PathInContainer")
                : item;
    }
}
