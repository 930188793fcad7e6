package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Fields;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Value;
import java.util.SortedMap;

/** The fields of Docker's API that a command is given, which go over everything that the project says. */
final class Arguments {

    private Arguments() {}

    /** {@code instance} with {@code arguments} over its options. */
    static Instance over(Instance instance, SortedMap<FieldPath, Value> arguments) {
        Settings settings = instance.settings();
        Settings changed = settings.withOptions(Fields.over(arguments, settings.options()));
        return new Instance(instance.id(), changed, instance.declared());
    }
}
