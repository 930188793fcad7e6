package io.dockerops.engine.dockerfile;

import io.dockerops.engine.model.Port;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stage of a Dockerfile: what follows a FROM. It begins with what the stage has that it is built upon. */
final class Stage {

    /** The name behind {@code AS}, in lower case; empty for none. */
    final String name;

    /** Images from elsewhere that this stage begins with or copies from. */
    final List<BuildOutline.Base> bases = new ArrayList<>();

    /** The ports that are exposed. */
    final Set<Port> ports = new LinkedHashSet<>();

    /** Lines about ports that could not be read. */
    final List<Problem> unclear = new ArrayList<>();

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> arguments = new LinkedHashMap<>();

    Stage(String name, @Nullable Stage below) {
        this.name = name;
        if (below != null) {
            ports.addAll(below.ports);
            unclear.addAll(below.unclear);
            environment.putAll(below.environment);
        }
    }

    /** The variables that have a value; those of the environment go over arguments. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(arguments);
        values.putAll(environment);
        return values;
    }

    void argument(String variable, String value) {
        arguments.put(variable, value);
    }

    void environment(String variable, String value) {
        environment.put(variable, value);
    }
}
