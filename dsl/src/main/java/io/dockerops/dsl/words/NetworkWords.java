package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words in the block of a declared {@code network}. */
public interface NetworkWords {

    /**
     * Chooses the driver. By default {@code bridge}.
     *
     * <pre>{@code
     * driver 'macvlan'
     * }</pre>
     *
     * @since 0.1.0
     */
    void driver(String name);

    /**
     * Cuts the network off from the world outside. By default it has a way out.
     *
     * <pre>{@code
     * internal()
     * }</pre>
     *
     * @since 0.1.0
     */
    void internal();

    /**
     * Says whether the network is cut off from the world outside.
     *
     * @since 0.1.0
     */
    void internal(boolean internal);

    /**
     * Sets a range of addresses. By default the engine chooses one. Instances with fixed addresses need it.
     *
     * <pre>{@code
     * subnet '10.7.0.0/16'
     * }</pre>
     *
     * @param cidr an address and a prefix length
     * @since 0.1.0
     */
    void subnet(String cidr);

    /**
     * Sets a range of addresses with its gateway and the part that addresses are given from.
     *
     * <pre>{@code
     * subnet '10.7.0.0/16', gateway: '10.7.0.1', range: '10.7.128.0/17'
     * }</pre>
     *
     * @param options {@code gateway}: an address, chosen by the engine by default; {@code range}: a part of the subnet, by
     *     default all of it
     * @since 0.1.0
     */
    void subnet(
            @NamedParams({
                        @NamedParam(value = "gateway", type = String.class),
                        @NamedParam(value = "range", type = String.class)
                    })
                    Map<String, ?> options,
            String cidr);

    /**
     * Sets several ranges of addresses, such as one of IPv4 and one of IPv6.
     *
     * <pre>{@code
     * subnets '10.7.0.0/16', 'fd00:7::/64'
     * }</pre>
     *
     * @since 0.1.0
     */
    void subnets(String... cidrs);

    /**
     * Sets an option of the driver.
     *
     * <pre>{@code
     * option 'com.docker.network.driver.mtu', 1400
     * }</pre>
     *
     * @param name the name that the driver gives it
     * @param value a text, a number, true or false
     * @since 0.1.0
     */
    void option(String name, Object value);

    /**
     * Sets several options of the driver.
     *
     * <pre>{@code
     * options 'com.docker.network.driver.mtu': 1400
     * }</pre>
     *
     * @since 0.1.0
     */
    void options(Map<String, ?> options);
}
