package io.dockerops.dsl.words;

import java.util.Map;

/** The words in a {@code host} block. */
public interface HostWords {

    /**
     * Says how the engine is reached. Mandatory.
     *
     * <pre>{@code
     * at 'tcp://edge.example.org:2376'
     * }</pre>
     *
     * @param address {@code local}, {@code unix:///path}, {@code tcp://name:port} or {@code ssh://user@name:port}
     * @since 0.1.0
     */
    void at(String address);

    /**
     * Encrypts the connection and proves who we are. By default a {@code tcp://} connection is not encrypted.
     *
     * <pre>{@code
     * certificates 'certs/edge'
     * }</pre>
     *
     * @param folder the folder of {@code ca.pem}, {@code cert.pem} and {@code key.pem}, relative to this file
     * @since 0.1.0
     */
    void certificates(String folder);

    /**
     * Gives a name to an address of the host, at which services publish ports: {@code publish 80, on: 'private'}. So a
     * service that runs on several hosts has the address of each.
     *
     * <pre>{@code
     * address 'private', '10.0.0.5'
     * }</pre>
     *
     * @param address an address of IPv4 or IPv6
     * @since 0.1.0
     */
    void address(String name, String address);

    /**
     * Gives names to several addresses of the host.
     *
     * <pre>{@code
     * addresses private: '10.0.0.5', public: '192.0.2.7'
     * }</pre>
     *
     * @since 0.1.0
     */
    void addresses(Map<String, ?> addresses);
}
