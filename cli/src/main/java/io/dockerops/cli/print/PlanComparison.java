package io.dockerops.cli.print;

import io.dockerops.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How two plans differ, as trees: actions that only one of them has, and fields that differ in actions of both. */
public final class PlanComparison {

    private PlanComparison() {}

    /** One line per difference; empty when the plans are the same. */
    public static List<String> differences(Map<String, Object> before, Map<String, Object> now) {
        Map<String, Map<String, Object>> old = actions(before);
        Map<String, Map<String, Object>> fresh = actions(now);
        List<String> lines = new ArrayList<>();
        old.forEach((name, action) -> {
            if (!fresh.containsKey(name)) {
                lines.add("no longer: " + name + ", " + action.get("cause"));
            }
        });
        fresh.forEach((name, action) -> {
            Map<String, Object> earlier = old.get(name);
            if (earlier == null) {
                lines.add("new: " + name + ", " + action.get("cause"));
            } else {
                fields(name, earlier, action, lines);
            }
        });
        if (lines.isEmpty() && !Json.write(before).equals(Json.write(now))) {
            lines.add("the order of the actions");
        }
        return lines;
    }

    private static Map<String, Map<String, Object>> actions(Map<String, Object> plan) {
        Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
        if (plan.get("actions") instanceof List<?> actions) {
            for (Object each : actions) {
                if (each instanceof Map<?, ?> map) {
                    Map<String, Object> action = Json.cast(map);
                    byName.put(name(action), action);
                }
            }
        }
        return byName;
    }

    private static String name(Map<String, Object> action) {
        Object detail = action.get("detail");
        return action.get("host") + " " + action.get("subject") + " " + action.get("action")
                + (detail == null ? "" : " " + detail);
    }

    private static void fields(String name, Map<String, Object> before, Map<String, Object> now, List<String> lines) {
        if (!Objects.equals(before.get("cause"), now.get("cause"))) {
            lines.add(name + ": " + before.get("cause") + " -> " + now.get("cause"));
        }
        Map<String, Object> old = part(before);
        Map<String, Object> fresh = part(now);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String field : names) {
            String earlier = text(old, field);
            String later = text(fresh, field);
            if (!earlier.equals(later)) {
                lines.add(name + ": " + field + ": " + earlier + " -> " + later);
            }
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        return fields.containsKey(name) ? Json.write(fields.get(name)) : "(none)";
    }

    private static Map<String, Object> part(Map<String, Object> action) {
        @Nullable Object specification = action.get("specification");
        return specification instanceof Map<?, ?> map ? Json.cast(map) : Map.of();
    }
}
