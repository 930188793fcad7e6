package io.dockerops.dsl.build;

import io.dockerops.dsl.words.SecretHandle;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.SecretId;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads fields of Docker's API that a script gives as they are. */
final class OptionText {

    private static final String EXAMPLE = "write the names of Docker's API: `option 'HostConfig.ShmSize', 64.mb`";

    private OptionText() {}

    /** The fields at {@code path}; the entries of a map become fields of their own. */
    static SortedMap<FieldPath, Value> fields(String path, @Nullable Object value) {
        FieldPath parsed;
        try {
            parsed = FieldPath.parse(path);
        } catch (IllegalArgumentException e) {
            throw new Mistake("`" + path + "` is not the path of a field", EXAMPLE);
        }
        if (!parsed.first().matches("[A-Z][A-Za-z0-9]*")) {
            throw new Mistake(
                    "`" + path + "` is not the path of a field: the names of Docker's API begin with a capital letter",
                    EXAMPLE);
        }
        if (parsed.first().equals("Labels") && path.contains(Labels.PREFIX)) {
            throw new Mistake("labels that begin with `" + Labels.PREFIX + "` are kept for DockerOps");
        }
        SortedMap<FieldPath, Value> fields = new TreeMap<>();
        collect(parsed, value, fields);
        return new Specification(fields).canonical().fields();
    }

    private static void collect(FieldPath path, @Nullable Object value, SortedMap<FieldPath, Value> fields) {
        if (value instanceof Map<?, ?> entries) {
            if (entries.isEmpty()) {
                throw new Mistake("the value of option `" + path + "` is an empty map");
            }
            entries.forEach((name, each) -> collect(path.child(String.valueOf(name)), each, fields));
        } else {
            fields.put(path, value(path, value));
        }
    }

    private static Value value(FieldPath path, @Nullable Object value) {
        if (value instanceof CharSequence) {
            return Value.text(value.toString());
        } else if (value instanceof Boolean flag) {
            return Value.flag(flag);
        } else if (value instanceof Size size) {
            return Value.whole(size.bytes());
        } else if (value instanceof Duration duration) {
            return Value.whole(duration.toNanos());
        } else if (value instanceof SecretHandle secret) {
            return new Value.Secret(new SecretId(secret.name()));
        } else if (value instanceof Number number) {
            return whole(path, number);
        } else if (value instanceof Map<?, ?> entries) {
            SortedMap<String, Value> fields = new TreeMap<>();
            entries.forEach((name, each) -> fields.put(String.valueOf(name), value(path, each)));
            return new Value.Fields(fields);
        } else if (value instanceof Iterable<?> several) {
            List<Value> items = new ArrayList<>();
            several.forEach(each -> items.add(value(path, each)));
            return new Value.Items(items);
        }
        throw new Mistake(
                "the value of option `" + path + "` is " + Given.described(value),
                "give a text, a number, true or false, a size, a duration, or a list or map of these");
    }

    private static Value whole(FieldPath path, Number number) {
        try {
            return Value.whole(new BigDecimal(number.toString()).longValueExact());
        } catch (ArithmeticException e) {
            throw new Mistake("the value of option `" + path + "` must be a whole number, and " + number + " is not");
        }
    }
}
