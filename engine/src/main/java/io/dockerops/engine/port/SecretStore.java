package io.dockerops.engine.port;

import io.dockerops.engine.model.SecretId;
import java.util.Optional;

/** Knows the values of secrets. */
@FunctionalInterface
public interface SecretStore {

    /** The value, or empty when there is no such secret. */
    Optional<String> read(SecretId id);

    /** How a user gives the value of a secret that is missing, in one line. */
    default String wayToGive(SecretId id) {
        return "add `" + id.name() + "` to the secrets of this run";
    }
}
