package io.dockerops.dsl.build;

import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads devices in the form {@code host path[:container path][:access]}.
 *
 * @param source the host's path
 * @param path the container's path
 * @param access some of {@code r}, {@code w} and {@code m}
 */
record DeviceText(String source, String path, String access) {

    DeviceText {
        HostPaths.inContainer("device", source);
        HostPaths.inContainer("device", path);
        if (!access.matches("[rwm]{1,3}")) {
            throw new Mistake("`" + access + "` is not an access to a device: some of `r`, `w` and `m`");
        }
    }

    static DeviceText parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3) {
            throw new Mistake("`" + text + "` has too many `:`", "write a device as `/dev/sdb:/dev/disk:r`");
        }
        String last = parts[parts.length - 1];
        boolean saysAccess = parts.length == 3 || (parts.length == 2 && !last.startsWith("/"));
        boolean saysPath = parts.length == 3 || (parts.length == 2 && !saysAccess);
        return new DeviceText(parts[0], saysPath ? parts[1] : parts[0], saysAccess ? last : "rwm");
    }

    DeviceText with(Optional<String> at, Optional<String> rights) {
        return new DeviceText(source, at.orElse(path), rights.orElse(access));
    }

    /** The device as Docker's API takes it. */
    Value value() {
        return new Value.Fields(new TreeMap<>(Map.of(
                "PathOnHost", Value.text(source),
                "PathInContainer", Value.text(path),
                "CgroupPermissions", Value.text(access))));
    }
}
