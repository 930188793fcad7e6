package io.dockerops.engine.docker;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.EngineException;
import java.util.List;
import java.util.Optional;

/**
 * The fields that came to Docker's API after {@link ApiVersion#OLDEST}. An engine that does not know a field ignores it
 * without a word, so that the user has to be told here.
 */
final class NewerFields {

    /** In a path of {@link #SINCE}: any one name. */
    private static final String ANY = "*";

    private record Since(List<String> path, ApiVersion version, String docker) {}

    private static final List<Since> SINCE = List.of(
            since("1.42", "23.0", "HostConfig", "Mounts", ANY, "BindOptions", "CreateMountpoint"),
            since("1.42", "23.0", "HostConfig", "Mounts", ANY, "ClusterOptions"),
            since("1.43", "24.0", "HostConfig", "Annotations"),
            since("1.44", "25.0", "Healthcheck", "StartInterval"),
            since("1.44", "25.0", "HostConfig", "Mounts", ANY, "BindOptions", "ReadOnlyNonRecursive"),
            since("1.44", "25.0", "HostConfig", "Mounts", ANY, "BindOptions", "ReadOnlyForceRecursive"),
            since("1.44", "25.0", "Networks", ANY, "MacAddress"),
            since("1.45", "26.0", "HostConfig", "Mounts", ANY, "VolumeOptions", "Subpath"),
            since("1.46", "27.0", "HostConfig", "Mounts", ANY, "TmpfsOptions", "Options"),
            since("1.48", "28.0", "HostConfig", "Mounts", ANY, "ImageOptions"),
            since("1.48", "28.0", "Networks", ANY, "GwPriority"),
            since("1.48", "28.0", "EnableIPv4"));

    private NewerFields() {}

    /** @throws EngineException.Failed when a field of {@code specification} is newer than {@code spoken} */
    static void check(Specification specification, ApiVersion spoken) {
        for (FieldPath path : specification.fields().keySet()) {
            Optional<Since> newer = SINCE.stream()
                    .filter(since -> spoken.isBefore(since.version()) && matches(path.segments(), since.path()))
                    .findFirst();
            if (newer.isPresent()) {
                throw tooNew("`" + path + "`", newer.get(), spoken);
            }
        }
        specification.fields().forEach((path, value) -> checkMountType(path, value, spoken));
    }

    private static void checkMountType(FieldPath path, Value value, ApiVersion spoken) {
        Since images = since("1.48", "28.0");
        boolean image = matches(path.segments(), List.of("HostConfig", "Mounts", ANY, "Type"))
                && value.equals(Value.text("image"));
        if (image && spoken.isBefore(images.version())) {
            throw tooNew("a mount of an image", images, spoken);
        }
    }

    private static EngineException tooNew(String what, Since since, ApiVersion spoken) {
        return new EngineException.Failed(
                what + " needs an engine with API " + since.version() + ", and this one speaks " + spoken,
                "upgrade the engine to Docker " + since.docker() + " or newer, or do without");
    }

    private static boolean matches(List<String> path, List<String> pattern) {
        if (path.size() < pattern.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Since since(String version, String docker, String... path) {
        return new Since(List.of(path), ApiVersion.parse(version), docker);
    }
}
