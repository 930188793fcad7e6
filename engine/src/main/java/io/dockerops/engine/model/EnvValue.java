package io.dockerops.engine.model;

/** The value of an environment variable. */
public sealed interface EnvValue {

    /** A value that may be seen. */
    record Literal(String text) implements EnvValue {}

    /** The value of a secret, read when the container is made. */
    record Secret(SecretId id) implements EnvValue {}
}
