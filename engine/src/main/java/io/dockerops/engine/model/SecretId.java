package io.dockerops.engine.model;

/**
 * The name of a secret. The value is read when an action needs it and is never part of a plan, label, log or hash.
 *
 * @param name how the secret store knows it
 */
public record SecretId(String name) {

    /** @throws IllegalArgumentException when the name is blank */
    public SecretId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a secret needs a name");
        }
    }

    @Override
    public String toString() {
        return "secret(" + name + ")";
    }
}
