package io.dockerops.engine.port;

import io.dockerops.engine.model.ProjectKey;
import io.dockerops.engine.model.SecretId;
import java.util.Optional;

/** Knows the values of secrets, and the keys of the project. */
@FunctionalInterface
public interface SecretStore {

    /** The value, or empty when there is no such secret. */
    Optional<String> read(SecretId id);

    /**
     * The content of the file of {@code key}, which is made when the project has none yet.
     *
     * @throws EngineException.Failed when there is none and none can be made, or what is there is no key or not safe
     */
    default String key(ProjectKey key) {
        throw new EngineException.Failed(
                "the project has no `" + key.file() + "`", "run it by `dockerops run`, which makes one");
    }

    /** How a user gives the value of a secret that is missing, in one line. */
    default String wayToGive(SecretId id) {
        return "add `" + id.name() + "` to the secrets of this run";
    }
}
