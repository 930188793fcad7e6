package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.Size;
import java.util.Map;

/** What the processes of a service or instance find around them. */
public interface SurroundingsWords {

    /**
     * Puts folders into memory. What is in them is gone when the container stops.
     *
     * <pre>{@code
     * tmpfs '/run', '/tmp'
     * }</pre>
     *
     * @param paths absolute paths of the container
     * @since 0.1.0
     */
    void tmpfs(String... paths);

    /**
     * Puts a folder into memory, with a limit or a mode.
     *
     * <pre>{@code
     * tmpfs '/run', size: 64.mb, mode: '1777'
     * }</pre>
     *
     * @param options {@code size}: at most, by default half of the host's memory; {@code mode}: of the folder, {@code 1777} by
     *     default; {@code options}: further ones of mount, such as {@code 'noexec,uid=2000'}
     * @since 0.1.0
     */
    void tmpfs(
            @NamedParams({
                        @NamedParam(value = "size", type = Size.class),
                        @NamedParam(value = "mode", type = String.class),
                        @NamedParam(value = "options", type = String.class)
                    })
                    Map<String, ?> options,
            String path);

    /**
     * Sets the size of {@code /dev/shm}. By default 64.mb.
     *
     * <pre>{@code
     * shmSize 256.mb
     * }</pre>
     *
     * @since 0.1.0
     */
    void shmSize(Size size);

    /**
     * Starts the process below a small init that hands on signals and takes care of orphans. By default it is the first
     * process itself.
     *
     * <pre>{@code
     * init()
     * }</pre>
     *
     * @since 0.1.0
     */
    void init();

    /**
     * Says whether the process starts below a small init.
     *
     * @since 0.1.0
     */
    void init(boolean init);

    /**
     * Gives the process a terminal. By default it has none.
     *
     * <pre>{@code
     * tty()
     * }</pre>
     *
     * @since 0.1.0
     */
    void tty();

    /**
     * Says whether the process has a terminal.
     *
     * @since 0.1.0
     */
    void tty(boolean tty);

    /**
     * Keeps the standard input of the process open, so that somebody can attach to it. By default it is closed.
     *
     * <pre>{@code
     * stdin()
     * }</pre>
     *
     * @since 0.1.0
     */
    void stdin();

    /**
     * Says whether the standard input of the process is kept open.
     *
     * @since 0.1.0
     */
    void stdin(boolean open);

    /**
     * Sets the domain that the host name is in.
     *
     * <pre>{@code
     * domainName 'example.org'
     * }</pre>
     *
     * @since 0.1.0
     */
    void domainName(String domain);

    /**
     * Says which platform the image is for. By default that of the engine. What is there for another platform is pulled or
     * built anew.
     *
     * <pre>{@code
     * platform 'linux/arm64'
     * }</pre>
     *
     * @param name {@code os/architecture} or {@code os/architecture/variant}, as Docker calls them
     * @since 0.1.0
     */
    void platform(String name);

    /**
     * Makes a name known in the container. May be used several times.
     *
     * <pre>{@code
     * extraHost 'db.example.org', '10.0.0.7'
     * }</pre>
     *
     * @param address an address, or {@code host-gateway} for the container's host
     * @since 0.1.0
     */
    @KnownAs("add_host")
    void extraHost(String name, String address);

    /**
     * Makes several names known in the container.
     *
     * <pre>{@code
     * extraHosts 'db.example.org': '10.0.0.7', gateway: 'host-gateway'
     * }</pre>
     *
     * @since 0.1.0
     */
    void extraHosts(Map<String, ?> addresses);

    /**
     * Sets the servers that names are asked of. By default those of the host.
     *
     * <pre>{@code
     * dns '10.0.0.2', '10.0.0.3'
     * }</pre>
     *
     * @param servers addresses
     * @since 0.1.0
     */
    void dns(Object... servers);

    /**
     * Sets the domains that short names are looked up in. By default those of the host.
     *
     * <pre>{@code
     * dnsSearch 'example.org', 'example.com'
     * }</pre>
     *
     * @since 0.1.0
     */
    void dnsSearch(Object... domains);

    /**
     * Sets an option of the resolver. May be used several times.
     *
     * <pre>{@code
     * dnsOption 'ndots:2'
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs("dns_opt")
    void dnsOption(String option);

    /**
     * Sets several options of the resolver.
     *
     * <pre>{@code
     * dnsOptions 'ndots:2', 'rotate'
     * }</pre>
     *
     * @since 0.1.0
     */
    void dnsOptions(Object... options);

    /**
     * Sets where the output goes. By default as the engine is set up.
     *
     * <pre>{@code
     * logDriver 'local'
     * }</pre>
     *
     * @param name a log driver of the engine
     * @since 0.1.0
     */
    @KnownAs({"logging", "log_config"})
    void logDriver(String name);

    /**
     * Sets where the output goes, with options of the driver.
     *
     * <pre>{@code
     * logDriver 'json-file', 'max-size': '10m', 'max-file': 3
     * }</pre>
     *
     * @since 0.1.0
     */
    void logDriver(Map<String, ?> options, String name);
}
