package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How fields of Docker's API go over each other: arguments of a command over options over all else. Single values are
 * replaced, maps are merged, and so are the lists of a host configuration, such as {@code HostConfig.Dns}.
 */
final class Arguments {

    private static final String HOST_CONFIG = "HostConfig";

    private Arguments() {}

    /** {@code instance} with {@code arguments} over its options. */
    static Instance over(Instance instance, SortedMap<FieldPath, Value> arguments) {
        if (arguments.isEmpty()) {
            return instance;
        }
        Settings settings = instance.settings();
        TreeMap<FieldPath, Value> options = new TreeMap<>(settings.options());
        arguments.forEach((path, value) -> {
            Value merged = merged(path, value, Optional.ofNullable(options.get(path)));
            options.keySet().removeIf(each -> each.startsWith(path));
            options.put(path, merged);
        });
        return new Instance(instance.id(), settings.withOptions(options));
    }

    /** What {@code value} over {@code base} gives at {@code path}. */
    static Value merged(FieldPath path, Value value, Optional<Value> base) {
        boolean list = path.first().equals(HOST_CONFIG) && path.segments().size() == 2;
        if (list
                && value instanceof Value.Items upper
                && base.orElse(null) instanceof Value.Items lower) {
            List<Value> items = new ArrayList<>(lower.items());
            upper.items().stream().filter(item -> !lower.items().contains(item)).forEach(items::add);
            return new Value.Items(items);
        }
        return value;
    }
}
