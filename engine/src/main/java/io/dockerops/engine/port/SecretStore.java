package io.dockerops.engine.port;

import io.dockerops.engine.model.SecretId;
import java.util.Optional;

/** Knows the values of secrets. */
@FunctionalInterface
public interface SecretStore {

    /** The value, or empty when there is no such secret. */
    Optional<String> read(SecretId id);
}
