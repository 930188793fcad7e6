package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.time.Duration;
import java.util.Map;

/** The words in a {@code dynamicDns} block. */
public interface DnsWords {

    /**
     * Says which service of the project is the DNS server. It, or a {@code server}, must be said.
     *
     * <pre>{@code
     * servedBy names
     * }</pre>
     *
     * @param target a service with one instance, or an instance: {@code names['main']}
     * @since 0.1.0
     */
    void servedBy(ServiceTarget target);

    /**
     * Says which service of the project is the DNS server, wherever that is declared.
     *
     * <pre>{@code
     * servedBy 'names.main'
     * }</pre>
     *
     * @param target a service with one instance, or {@code service.instance}
     * @since 0.1.0
     */
    void servedBy(String target);

    /**
     * Says at which address the DNS server is, when it is none of the project's services.
     *
     * <pre>{@code
     * server '10.0.0.53'
     * }</pre>
     *
     * @param address an IP address
     * @since 0.1.0
     */
    void server(String address);

    /**
     * Says at which address and port the DNS server is.
     *
     * <pre>{@code
     * server '10.0.0.53', port: 5353
     * }</pre>
     *
     * @param options {@code port}: its port over UDP and TCP, 53 by default
     * @since 0.1.0
     */
    void server(
            @NamedParams({@NamedParam(value = "port", type = Integer.class, required = true)}) Map<String, ?> options,
            String address);

    /**
     * Sets the zone that the names are in; the server has it already. By default {@code local.zone}.
     *
     * <pre>{@code
     * zone 'shop.internal'
     * }</pre>
     *
     * @since 0.1.0
     */
    void zone(String name);

    /**
     * Sets the file with the key by which the server takes updates, as {@code tsig-keygen} writes it. By default
     * {@code keys/dns.key} beside the script.
     *
     * <pre>{@code
     * key 'keys/company.key'
     * }</pre>
     *
     * @param path relative to this file
     * @since 0.1.0
     */
    void key(String path);

    /**
     * Sets how long others may keep what they were told. It holds for what is registered from then on. By default 60
     * seconds.
     *
     * <pre>{@code
     * timeToLive 10.seconds
     * }</pre>
     *
     * @param time whole seconds, at most 7 days
     * @since 0.1.0
     */
    void timeToLive(Duration time);
}
