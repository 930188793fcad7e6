package io.dockerops.engine.model;

/**
 * A machine with a Docker engine.
 *
 * @param id its name in the project
 * @param address how its engine is reached
 */
public record Host(HostId id, HostAddress address) {

    /** This machine. */
    public static final Host LOCAL = new Host(HostId.LOCAL, new HostAddress.Local());
}
