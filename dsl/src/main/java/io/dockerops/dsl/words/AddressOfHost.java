package io.dockerops.dsl.words;

/**
 * Stands for an address of the host that a container runs on.
 *
 * @param name a network interface, or the name that the project gives to an address of the host
 * @param ipv6 whether an address of IPv6 is meant
 */
public record AddressOfHost(String name, boolean ipv6) {

    /** As a script says it. */
    @Override
    public String toString() {
        return "addressOf('" + name + "')";
    }
}
