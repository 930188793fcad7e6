package io.dockerops.dsl.words;

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
}
