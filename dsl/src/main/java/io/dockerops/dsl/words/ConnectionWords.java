package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.RegistrationPolicy;
import java.util.Map;

/** What the containers of a service or instance reach, and how they are reached. */
public interface ConnectionWords {

    /**
     * Makes another service reachable by its name, and starts after it.
     *
     * <pre>{@code
     * link db
     * }</pre>
     *
     * @param target a service, or an instance: {@code app['one']}
     * @since 0.1.0
     */
    @KnownAs({"depends_on", "needs"})
    void link(ServiceTarget target);

    /**
     * Makes another service reachable, by name, wherever it is declared.
     *
     * <pre>{@code
     * link 'app.one'
     * }</pre>
     *
     * @param target a service, or {@code service.instance}
     * @since 0.1.0
     */
    void link(String target);

    /**
     * Makes another service reachable under a further name.
     *
     * <pre>{@code
     * link db, as: 'DB'
     * }</pre>
     *
     * @param options {@code as}: the further name; letters, digits, {@code _}, {@code .} and {@code -}; {@code legacy}: links
     *     by the engine's default bridge, where both have {@code networkMode 'bridge'}; by default links work by networks;
     *     {@code address}: whether the target's address is in an environment variable, {@code DB_SERVICE_IP} for the name
     *     {@code DB}, false by default. Of several instances it is the first one's. When it becomes another one, the next run
     *     makes the container anew; a variable of that name in {@code env} goes over it
     * @since 0.1.0
     */
    void link(
            @NamedParams({
                        @NamedParam(value = "as", type = String.class),
                        @NamedParam(value = "legacy", type = Boolean.class),
                        @NamedParam(value = "address", type = Boolean.class)
                    })
                    Map<String, ?> options,
            ServiceTarget target);

    /**
     * Makes another service reachable under a further name, wherever it is declared.
     *
     * @since 0.1.0
     */
    void link(
            @NamedParams({
                        @NamedParam(value = "as", type = String.class),
                        @NamedParam(value = "legacy", type = Boolean.class),
                        @NamedParam(value = "address", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String target);

    /**
     * Makes several services reachable.
     *
     * <pre>{@code
     * links db, 'cache'
     * }</pre>
     *
     * @since 0.1.0
     */
    void links(Object... targets);

    /**
     * Makes ports reachable from outside. A number is the port of the container and of the host.
     *
     * <pre>{@code
     * publish 80, 443
     * publish '8080:80'
     * publish '127.0.0.1:8080:80/udp'
     * publish '8000-8005'
     * }</pre>
     *
     * @param ports numbers, or texts in the form {@code [[address:]host port:]port[/protocol]}, where ports may be ranges;
     *     the host's port 0 lets the engine choose
     * @since 0.1.0
     */
    @KnownAs({"ports", "port", "port_bindings"})
    void publish(Object... ports);

    /**
     * Makes ports reachable from outside at other ports of the host.
     *
     * <pre>{@code
     * publish 80: 8080, 443: 8443
     * publish container: 80, to: 8080, on: '127.0.0.1'
     * }</pre>
     *
     * @param ports the host's port for each port of the container; or {@code container}, with {@code to}, {@code on} and
     *     {@code protocol}
     * @since 0.1.0
     */
    void publish(Map<?, ?> ports);

    /**
     * Makes one port reachable from outside at another port, at one address, or with another protocol.
     *
     * <pre>{@code
     * publish 53, to: 5353, on: '127.0.0.1', protocol: 'udp'
     * }</pre>
     *
     * @param options {@code to}: the host's port, by default the same, 0 to let the engine choose; {@code on}: the host's
     *     address or the name that the host gives to one, by default all; {@code protocol}: {@code tcp}, which is the default, {@code udp} or {@code sctp}
     * @since 0.1.0
     */
    void publish(
            @NamedParams({
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "on", type = String.class),
                        @NamedParam(value = "protocol", type = String.class)
                    })
                    Map<String, ?> options,
            Object port);

    /**
     * Makes the ports reachable from outside that the image exposes, each at the same port of the host: those of {@code
     * EXPOSE} in the Dockerfile that is built, with {@code /udp}, ranges, variables that have a value, and the comment
     * {@code #UDPEXPOSE 53}; or, where the image is not built here, those of the image itself. Ports that {@code publish}
     * names are published as it says. By default nothing is published.
     *
     * <pre>{@code
     * publishExposed()
     * }</pre>
     *
     * @since 0.1.0
     */
    void publishExposed();

    /**
     * Says whether the ports that the image exposes are reachable from outside.
     *
     * <pre>{@code
     * publishExposed false
     * }</pre>
     *
     * @since 0.1.0
     */
    void publishExposed(boolean published);

    /**
     * Makes the ports that the image exposes reachable at one address of the host.
     *
     * <pre>{@code
     * publishExposed on: '127.0.0.1'
     * }</pre>
     *
     * @param options {@code on}: the host's address or the name that the host gives to one
     * @since 0.1.0
     */
    void publishExposed(
            @NamedParams({@NamedParam(value = "on", type = String.class, required = true)}) Map<String, ?> options);

    /**
     * Declares ports that other containers may reach, as EXPOSE in a Dockerfile does.
     *
     * <pre>{@code
     * expose 9000, '9001/udp'
     * }</pre>
     *
     * @param ports numbers, or texts in the form {@code port[/protocol]}, where ports may be ranges
     * @since 0.1.0
     */
    @KnownAs({"exposes", "exposed_ports"})
    void expose(Object... ports);

    /**
     * Joins a network. By default the network {@code default}.
     *
     * <pre>{@code
     * network backend
     * }</pre>
     *
     * @since 0.1.0
     */
    void network(NetworkHandle network);

    /**
     * Joins a network by name.
     *
     * <pre>{@code
     * network 'backend'
     * }</pre>
     *
     * @since 0.1.0
     */
    void network(String network);

    /**
     * Joins a network with further names or fixed addresses.
     *
     * <pre>{@code
     * network backend, aliases: ['db', 'sql'], ipv4: '10.7.0.5'
     * }</pre>
     *
     * @param options {@code aliases}: further names, a text or a list; {@code ipv4}, {@code ipv6}: fixed addresses, in a
     *     subnet that the network declares; {@code links}: services in this network, as a list, or with further names as a
     *     map such as {@code [db: 'sql']}; {@code linkLocal}: addresses of the link; {@code mac}: the address of the network
     *     card
     * @since 0.1.0
     */
    void network(
            @NamedParams({
                        @NamedParam(value = "aliases", type = Object.class),
                        @NamedParam(value = "ipv4", type = String.class),
                        @NamedParam(value = "ipv6", type = String.class),
                        @NamedParam(value = "links", type = Object.class),
                        @NamedParam(value = "linkLocal", type = Object.class),
                        @NamedParam(value = "mac", type = String.class)
                    })
                    Map<String, ?> options,
            NetworkHandle network);

    /**
     * Joins a network by name, with further names or fixed addresses.
     *
     * @since 0.1.0
     */
    void network(
            @NamedParams({
                        @NamedParam(value = "aliases", type = Object.class),
                        @NamedParam(value = "ipv4", type = String.class),
                        @NamedParam(value = "ipv6", type = String.class),
                        @NamedParam(value = "links", type = Object.class),
                        @NamedParam(value = "linkLocal", type = Object.class),
                        @NamedParam(value = "mac", type = String.class)
                    })
                    Map<String, ?> options,
            String network);

    /**
     * Joins several networks.
     *
     * <pre>{@code
     * networks frontend, 'backend'
     * }</pre>
     *
     * @since 0.1.0
     */
    void networks(Object... networks);

    /**
     * Takes part in no declared network but in another way.
     *
     * <pre>{@code
     * networkMode 'host'
     * }</pre>
     *
     * @param mode {@code none}: no network at all; {@code host}: the host's own; {@code bridge}: the engine's default
     *     bridge, which has no names; else the name of a service or {@code service.instance} whose network is shared
     * @since 0.1.0
     */
    @KnownAs("net")
    void networkMode(String mode);

    /**
     * Shares the network of another service, which therefore comes first.
     *
     * <pre>{@code
     * networkMode proxy
     * }</pre>
     *
     * @since 0.1.0
     */
    void networkMode(ServiceTarget service);

    /**
     * Lets instances be found in the project's DNS: each by the name of its host, and all by the name of the service. By
     * default they are not there.
     *
     * <pre>{@code
     * register()
     * }</pre>
     *
     * @since 0.1.0
     */
    void register();

    /**
     * Lets instances be found in the project's DNS, or hides them.
     *
     * <pre>{@code
     * register replace
     * }</pre>
     *
     * @param policy {@code append}: the address is one of those of the service; {@code replace}: it takes the place of all
     *     others of the service, as long as the instance runs; {@code hide}: it is not there
     * @since 0.1.0
     */
    void register(RegistrationPolicy policy);

    /**
     * Lets instances be found in the project's DNS, or hides them, as text.
     *
     * @param policy {@code append}, {@code replace} or {@code hide}, in any case of letters
     * @since 0.1.0
     */
    void register(String policy);

    /**
     * For {@code register}: one of the addresses of the service.
     *
     * @since 0.1.0
     */
    default RegistrationPolicy getAppend() {
        return RegistrationPolicy.APPEND;
    }

    /**
     * For {@code register}: the only address of the service.
     *
     * @since 0.1.0
     */
    default RegistrationPolicy getReplace() {
        return RegistrationPolicy.REPLACE;
    }

    /**
     * For {@code register}: not in the DNS.
     *
     * @since 0.1.0
     */
    default RegistrationPolicy getHide() {
        return RegistrationPolicy.HIDE;
    }
}
