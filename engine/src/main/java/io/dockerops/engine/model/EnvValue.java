package io.dockerops.engine.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of an environment variable. */
public sealed interface EnvValue {

    /** A value that may be seen. */
    record Literal(String text) implements EnvValue {}

    /** The value of a secret, read when the container is made. */
    record Secret(SecretId id) implements EnvValue {}

    /** The name that the host gives itself on which the container runs. */
    record NameOfHost() implements EnvValue {}

    /**
     * An address of the host on which the container runs.
     *
     * @param name the name that the project gives to the address, or that of a network interface
     * @param ipv6 whether an address of IPv6 is meant, and not one of IPv4
     */
    record AddressOfHost(String name, boolean ipv6) implements EnvValue {}

    /**
     * A value that the service cannot do without, and that is better given from outside.
     *
     * @param given what was given from outside; goes over the project's own
     * @param own what the project says; never required itself
     */
    record Required(Optional<String> given, Optional<EnvValue> own) implements EnvValue {

        /** Nothing given yet, and nothing of the project's own. */
        public static final Required UNKNOWN = new Required(Optional.empty(), Optional.empty());

        /** The value that counts; empty when there is none. */
        public Optional<EnvValue> value() {
            return given.<EnvValue>map(Literal::new).or(() -> own);
        }
    }

    /** Whether {@code name} can be that of a network interface of Linux, or one that a project gives to an address. */
    static boolean isInterface(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9_.:@-]{0,62}");
    }

    /**
     * The variables of {@code base}, replaced or extended by those of {@code upper}. What one of them requires stays
     * required, with the value that the other has for it.
     */
    static SortedMap<String, EnvValue> over(Map<String, EnvValue> upper, Map<String, EnvValue> base) {
        TreeMap<String, EnvValue> merged = new TreeMap<>(base);
        upper.forEach((name, value) -> merged.merge(name, value, (below, above) -> over(above, below)));
        return merged;
    }

    private static EnvValue over(EnvValue above, EnvValue below) {
        if (!(above instanceof Required) && !(below instanceof Required)) {
            return above;
        }
        Required upper = asRequired(above);
        Required lower = asRequired(below);
        return new Required(upper.given.or(() -> lower.given), upper.own.or(() -> lower.own));
    }

    private static Required asRequired(EnvValue value) {
        return value instanceof Required required ? required : new Required(Optional.empty(), Optional.of(value));
    }

    /** {@code value} as one that the service cannot do without. */
    static EnvValue required(Optional<EnvValue> value) {
        return value.<EnvValue>map(EnvValue::asRequired).orElse(Required.UNKNOWN);
    }
}
