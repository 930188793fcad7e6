package io.dockerops.engine.model;

/** A change of one record of a DNS server. Names are whole and without the dot at their end. */
public sealed interface NameChange {

    /** The name, or that which the address leads to. */
    String name();

    /** The IPv4 address. */
    String address();

    /**
     * The name gets a further address.
     *
     * @param name the name
     * @param address the address
     */
    record Add(String name, String address) implements NameChange {}

    /**
     * The name has one address, whatever it had.
     *
     * @param name the name
     * @param address the address
     */
    record Replace(String name, String address) implements NameChange {}

    /**
     * The name has the address no more.
     *
     * @param name the name
     * @param address the address
     */
    record Remove(String name, String address) implements NameChange {}

    /**
     * The address leads to the name, whatever it led to.
     *
     * @param name the name
     * @param address the address
     */
    record LeadBack(String name, String address) implements NameChange {}

    /**
     * The address leads to the name no more.
     *
     * @param name the name
     * @param address the address
     */
    record LeadNowhere(String name, String address) implements NameChange {}
}
