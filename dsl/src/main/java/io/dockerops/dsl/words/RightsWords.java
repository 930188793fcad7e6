package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** What the processes of a service or instance may do, and what they share with others. */
public interface RightsWords {

    /**
     * Lets processes do more than the engine's default set allows. May be used several times.
     *
     * <pre>{@code
     * capability 'NET_ADMIN'
     * }</pre>
     *
     * @param name a capability of Linux, with or without {@code CAP_}; {@code ALL} for all of them
     * @since 0.1.0
     */
    @KnownAs("cap_add")
    void capability(String name);

    /**
     * Lets processes do several things more.
     *
     * <pre>{@code
     * capabilities 'NET_ADMIN', 'SYS_TIME'
     * }</pre>
     *
     * @since 0.1.0
     */
    void capabilities(Object... names);

    /**
     * Takes away something that the engine's default set allows. May be used several times.
     *
     * <pre>{@code
     * dropCapability 'MKNOD'
     * }</pre>
     *
     * @param name a capability of Linux, with or without {@code CAP_}; {@code ALL} for all of them
     * @since 0.1.0
     */
    @KnownAs("cap_drop")
    void dropCapability(String name);

    /**
     * Takes away several things that the engine's default set allows.
     *
     * <pre>{@code
     * dropCapabilities 'MKNOD', 'SETUID'
     * }</pre>
     *
     * @since 0.1.0
     */
    void dropCapabilities(Object... names);

    /**
     * Gives the container all rights on its host. By default it has few.
     *
     * <pre>{@code
     * privileged()
     * }</pre>
     *
     * @since 0.1.0
     */
    void privileged();

    /**
     * Says whether the container has all rights on its host.
     *
     * @since 0.1.0
     */
    void privileged(boolean privileged);

    /**
     * Sets an option of a security module. May be used several times.
     *
     * <pre>{@code
     * securityOption 'no-new-privileges'
     * }</pre>
     *
     * @param option in Docker's form, such as {@code seccomp=unconfined} or {@code apparmor=profile}
     * @since 0.1.0
     */
    @KnownAs("security_opt")
    void securityOption(String option);

    /**
     * Sets several options of security modules.
     *
     * <pre>{@code
     * securityOptions 'no-new-privileges', 'seccomp=unconfined'
     * }</pre>
     *
     * @since 0.1.0
     */
    void securityOptions(Object... options);

    /**
     * Adds the process to a group beside that of its user. May be used several times.
     *
     * <pre>{@code
     * extraGroup 'audio'
     * }</pre>
     *
     * @param group a group of the image by name, or a number
     * @since 0.1.0
     */
    @KnownAs("group_add")
    void extraGroup(Object group);

    /**
     * Adds the process to several groups.
     *
     * <pre>{@code
     * extraGroups 'audio', 2000
     * }</pre>
     *
     * @since 0.1.0
     */
    void extraGroups(Object... groups);

    /**
     * Keeps the container's own files from being written; volumes and {@code tmpfs} are not meant. By default they can be
     * written.
     *
     * <pre>{@code
     * readOnlyRoot()
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs("read_only")
    void readOnlyRoot();

    /**
     * Says whether the container's own files are kept from being written.
     *
     * @since 0.1.0
     */
    void readOnlyRoot(boolean readOnly);

    /**
     * Gives the container a device of the host. May be used several times.
     *
     * <pre>{@code
     * device '/dev/fuse'
     * }</pre>
     *
     * @param device a path of the host, or {@code host path:container path:rwm}
     * @since 0.1.0
     */
    void device(String device);

    /**
     * Gives the container a device of the host at another path, or with less rights.
     *
     * <pre>{@code
     * device '/dev/sdb', at: '/dev/disk', access: 'r'
     * }</pre>
     *
     * @param options {@code at}: the container's path, by default the same; {@code access}: some of {@code r}, {@code w} and
     *     {@code m} (make nodes), by default all
     * @since 0.1.0
     */
    void device(
            @NamedParams({
                        @NamedParam(value = "at", type = String.class),
                        @NamedParam(value = "access", type = String.class)
                    })
                    Map<String, ?> options,
            String device);

    /**
     * Gives the container several devices of the host.
     *
     * <pre>{@code
     * devices '/dev/fuse', '/dev/net/tun'
     * }</pre>
     *
     * @since 0.1.0
     */
    void devices(Object... devices);

    /**
     * Limits a resource of each process, as ulimit does. May be used several times.
     *
     * <pre>{@code
     * ulimit 'nofile', 4096
     * }</pre>
     *
     * @param name such as {@code nofile} (open files) or {@code nproc} (processes of the user)
     * @param limit the soft and the hard limit; -1 for none
     * @since 0.1.0
     */
    void ulimit(String name, long limit);

    /**
     * Limits a resource of each process, with a hard limit that the process may raise the soft one to.
     *
     * <pre>{@code
     * ulimit 'nofile', 1024, 4096
     * }</pre>
     *
     * @since 0.1.0
     */
    void ulimit(String name, long soft, long hard);

    /**
     * Limits several resources of each process.
     *
     * <pre>{@code
     * ulimits nofile: [1024, 4096], nproc: 512
     * }</pre>
     *
     * @param limits by name one limit, or the soft and the hard one
     * @since 0.1.0
     */
    void ulimits(Map<String, ?> limits);

    /**
     * Sets a parameter of the kernel for the container. May be used several times.
     *
     * <pre>{@code
     * sysctl 'net.core.somaxconn', 1024
     * }</pre>
     *
     * @since 0.1.0
     */
    void sysctl(String name, Object value);

    /**
     * Sets several parameters of the kernel for the container.
     *
     * <pre>{@code
     * sysctls 'net.core.somaxconn': 1024, 'net.ipv4.ip_forward': 1
     * }</pre>
     *
     * @since 0.1.0
     */
    void sysctls(Map<String, ?> parameters);

    /**
     * Says with whom shared memory, semaphores and message queues are shared. By default with nobody.
     *
     * <pre>{@code
     * ipcMode 'shareable'
     * }</pre>
     *
     * @param mode {@code none}, {@code private}, {@code shareable}, {@code host}, or the name of a service or instance that is
     *     {@code shareable} and then starts first
     * @since 0.1.0
     */
    @KnownAs("ipc")
    void ipcMode(String mode);

    /**
     * Shares the shared memory of a service or instance that is {@code shareable}, and starts after it.
     *
     * @since 0.1.0
     */
    void ipcMode(ServiceTarget service);

    /**
     * Says whose processes are seen. By default only the container's own.
     *
     * <pre>{@code
     * pidMode 'host'
     * }</pre>
     *
     * @param mode {@code host}, or the name of a service or instance, which then starts first
     * @since 0.1.0
     */
    @KnownAs("pid")
    void pidMode(String mode);

    /**
     * Sees the processes of a service or instance, and starts after it.
     *
     * @since 0.1.0
     */
    void pidMode(ServiceTarget service);
}
