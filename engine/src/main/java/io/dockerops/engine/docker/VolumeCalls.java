package io.dockerops.engine.docker;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.VolumeDetails;
import java.util.List;
import java.util.Map;

/** The calls about volumes. */
final class VolumeCalls {

    private static final int CONFLICT = 409;
    private static final String ANONYMOUS_LABEL = "com.docker.volume.anonymous";
    private static final int ANONYMOUS_LENGTH = 64;

    private final EngineApi api;

    VolumeCalls(EngineApi api) {
        this.api = api;
    }

    List<VolumeDetails> list() {
        Object volumes = JsonTree.object(api.get(ApiPath.of("volumes"))).get("Volumes");
        return Answers.each(volumes, Answers::volume).stream()
                .filter(volume -> !isAnonymous(volume))
                .toList();
    }

    /** Engines before Docker 23 set no label; there the name tells, which the engine has rolled. */
    private static boolean isAnonymous(VolumeDetails volume) {
        return volume.labels().containsKey(ANONYMOUS_LABEL)
                || (volume.name().length() == ANONYMOUS_LENGTH
                        && volume.name().chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }

    /**
     * Makes a volume whose name no other volume has. The engine gives an existing volume of that name as if it had just
     * made it; a look before finds it, and for one that came between, the labels in the answer are not those asked for.
     */
    void create(String name, Specification specification) {
        if (exists(name)) {
            throw taken(name);
        }
        Map<String, Object> body = SpecificationJson.volume(name, specification.canonical());
        Map<String, Object> made = JsonTree.object(api.post(ApiPath.of("volumes", "create"), body));
        if (!JsonTree.texts(made, "Labels").equals(JsonTree.texts(body, "Labels"))) {
            throw taken(name);
        }
    }

    private boolean exists(String name) {
        try {
            api.get(ApiPath.of("volumes", name));
            return true;
        } catch (EngineRefused e) {
            if (e.notFound()) {
                return false;
            }
            throw e;
        }
    }

    private static EngineRefused taken(String name) {
        return new EngineRefused(CONFLICT, "volume with name " + name + " already exists");
    }

    void remove(String name) {
        api.delete(ApiPath.of("volumes", name));
    }
}
