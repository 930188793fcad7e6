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
     * Gives the network addresses of IPv6, which the engine chooses. By default it has them when one of its ranges is of IPv6.
     * Engines before Docker 27 need such a range.
     *
     * <pre>{@code
     * ipv6()
     * }</pre>
     *
     * @since 0.1.0
     */
    void ipv6();

    /**
     * Says whether the network has addresses of IPv6.
     *
     * @since 0.1.0
     */
    void ipv6(boolean ipv6);

    /**
     * Lets containers that are no services of a swarm join the network of a swarm. By default they may not. Other networks are
     * as before.
     *
     * <pre>{@code
     * attachable()
     * }</pre>
     *
     * @since 0.1.0
     */
    void attachable();

    /**
     * Says whether containers that are no services of a swarm may join the network of a swarm.
     *
     * @since 0.1.0
     */
    void attachable(boolean attachable);

    /**
     * Sets a label of the network.
     *
     * <pre>{@code
     * label 'com.example.team', 'web'
     * }</pre>
     *
     * @param value a text, a number, true or false
     * @since 0.1.0
     */
    void label(String name, Object value);

    /**
     * Sets several labels of the network.
     *
     * <pre>{@code
     * labels 'com.example.team': 'web'
     * }</pre>
     *
     * @since 0.1.0
     */
    void labels(Map<String, ?> labels);

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
