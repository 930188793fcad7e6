package io.dockerops.engine.model;

import java.util.List;

/** Which values say no more than the absence of their field. */
final class Defaults {

    /** Maps whose keys users choose: there an empty text is a value like any other. */
    private static final List<FieldPath> FREE_MAPS = List.of(
            FieldPath.of("Env"),
            FieldPath.of("Labels"),
            FieldPath.of("Options"),
            FieldPath.of("DriverOpts"),
            FieldPath.of("HostConfig", "Annotations"),
            FieldPath.of("HostConfig", "LogConfig", "Config"),
            FieldPath.of("HostConfig", "StorageOpt"),
            FieldPath.of("HostConfig", "Sysctls"),
            FieldPath.of("HostConfig", "Tmpfs"));

    private static final FieldPath RESTART_POLICY = FieldPath.of("HostConfig", "RestartPolicy", "Name");
    private static final FieldPath NETWORK_MODE = FieldPath.of("HostConfig", "NetworkMode");

    /** With 0 the engine kills at once, and without the field it waits for 10 seconds. */
    private static final FieldPath STOP_TIMEOUT = FieldPath.of("StopTimeout");

    /** Limits that -1 takes away as 0 does. */
    private static final List<FieldPath> UNLIMITED =
            List.of(FieldPath.of("HostConfig", "Memory"), FieldPath.of("HostConfig", "PidsLimit"));

    private Defaults() {}

    static boolean isDefault(FieldPath path, Value value) {
        if (value instanceof Value.Text text) {
            return isDefault(path, text.text());
        }
        if (value instanceof Value.Whole whole) {
            return (whole.number() == 0 && !path.equals(STOP_TIMEOUT))
                    || (whole.number() == -1 && UNLIMITED.contains(path));
        }
        if (value instanceof Value.Flag flag) {
            return !flag.flag() && !path.first().equals("Env");
        }
        if (value instanceof Value.Items items) {
            return items.items().isEmpty() && !isAliases(path);
        }
        return value instanceof Value.Fields fields && fields.entries().isEmpty();
    }

    private static boolean isDefault(FieldPath path, String text) {
        if (text.isEmpty()) {
            return FREE_MAPS.stream().noneMatch(path::startsWith);
        }
        return (path.equals(RESTART_POLICY) && text.equals("no"))
                || (path.equals(NETWORK_MODE) && text.equals("default"));
    }

    /** The aliases are what shows that a container is in a network at all. */
    private static boolean isAliases(FieldPath path) {
        return path.first().equals("Networks") && path.last().equals("Aliases");
    }
}
