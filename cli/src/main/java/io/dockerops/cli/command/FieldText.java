package io.dockerops.cli.command;

import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads fields of Docker's API that a user gives on the command line. */
final class FieldText {

    private FieldText() {}

    /**
     * The fields in {@code FIELD=VALUE}. A value is true, false, a whole number, JSON when it begins with a quote, a bracket
     * or a brace, and else a text; variables and labels are always texts.
     *
     * @throws Mistake when it is not of that form
     */
    static SortedMap<FieldPath, Value> fields(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Mistake("there is no value", "write it as `--set HostConfig.Init=true`");
        }
        FieldPath path = path(text.substring(0, equals));
        SortedMap<FieldPath, Value> fields = new TreeMap<>();
        fields.put(path, value(path, text.substring(equals + 1)));
        try {
            return new Specification(fields).canonical().fields();
        } catch (IllegalArgumentException e) {
            throw new Mistake(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The variable in {@code NAME=VALUE}.
     *
     * @throws Mistake when it is not of that form
     */
    static SortedMap<FieldPath, Value> variable(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Mistake("there is no value", "write it as `-e NAME=value`");
        }
        SortedMap<FieldPath, Value> fields = new TreeMap<>();
        fields.put(
                FieldPath.of("Env", Rules.variable(text.substring(0, equals))), Value.text(text.substring(equals + 1)));
        return fields;
    }

    private static FieldPath path(String text) {
        FieldPath path;
        try {
            path = FieldPath.parse(text);
        } catch (IllegalArgumentException e) {
            throw notPath(text);
        }
        if (!path.first().matches("[A-Z][A-Za-z0-9]*")) {
            throw notPath(text);
        }
        if (path.first().equals("Labels") && text.contains(Labels.PREFIX)) {
            throw new Mistake("labels that begin with `" + Labels.PREFIX + "` are kept for DockerOps");
        }
        return path;
    }

    private static Mistake notPath(String text) {
        return new Mistake(
                "`" + text + "` is not the path of a field", "write the names of Docker's API, as HostConfig.ShmSize");
    }

    private static Value value(FieldPath path, String text) {
        if (path.first().equals("Env") || path.first().equals("Labels")) {
            return Value.text(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return Value.flag(text.equals("true"));
        }
        if (text.matches("-?\\d{1,18}")) {
            return Value.whole(Long.parseLong(text));
        }
        boolean json = !text.isEmpty() && "[{\"".indexOf(text.charAt(0)) >= 0;
        try {
            return json ? tree(Json.parse(text)) : Value.text(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("`" + text + "` is not JSON", "write lists as [\"a\", \"b\"]");
        }
    }

    private static Value tree(@Nullable Object json) {
        if (json instanceof String text) {
            return Value.text(text);
        } else if (json instanceof Long number) {
            return Value.whole(number);
        } else if (json instanceof Boolean flag) {
            return Value.flag(flag);
        } else if (json instanceof List<?> list) {
            List<Value> items = new ArrayList<>();
            list.forEach(item -> items.add(tree(item)));
            return new Value.Items(items);
        } else if (json instanceof Map<?, ?> map) {
            SortedMap<String, Value> entries = new TreeMap<>();
            map.forEach((name, value) -> entries.put(String.valueOf(name), tree(value)));
            return new Value.Fields(entries);
        }
        throw new IllegalArgumentException("no value of a field");
    }
}
