package io.dockerops.engine.model;

import java.util.Optional;

/**
 * What a project says of names. What it does not say is as {@link Naming} has it.
 *
 * @param containers what names of containers are made of
 * @param networks what names of networks are made of
 * @param volumes what names of volumes of the engine are made of
 * @param hostNames what host names are made of
 * @param setHostNames whether containers get host names at all, or keep those that the engine gives; they do when empty
 * @param domain the domain of containers that say none
 * @param volumesByParent whether a volume belongs to the service that attaches it and is named after it too, so that
 *     several services can attach volumes of the same name; it does not when empty
 */
public record NamingScheme(
        Optional<NamePattern> containers,
        Optional<NamePattern> networks,
        Optional<NamePattern> volumes,
        Optional<NamePattern> hostNames,
        Optional<Boolean> setHostNames,
        Optional<String> domain,
        Optional<Boolean> volumesByParent) {

    /** Says nothing. */
    public static final NamingScheme PLAIN = new NamingScheme(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What is said here, and where nothing is, what {@code other} says. */
    public NamingScheme over(NamingScheme other) {
        boolean hosts = hostNames.isPresent() || setHostNames.isPresent();
        return new NamingScheme(
                containers.or(other::containers),
                networks.or(other::networks),
                volumes.or(other::volumes),
                hosts ? hostNames : other.hostNames,
                hosts ? setHostNames : other.setHostNames,
                domain.or(other::domain),
                volumesByParent.or(other::volumesByParent));
    }

    /** Whether volumes are named after the services that attach them. */
    public boolean byParent() {
        return volumesByParent.orElse(false);
    }
}
