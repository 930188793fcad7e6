package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** What the containers of a service or instance see at their paths. */
public interface MountWords {

    /**
     * Mounts a volume.
     *
     * <pre>{@code
     * mount pgdata
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs({"volumes", "volume"})
    void mount(VolumeHandle volume);

    /**
     * Mounts a volume by name, or a path of the host as {@code docker run -v} takes it. What has no {@code /} before its
     * first {@code :} is the name of a volume.
     *
     * <pre>{@code
     * mount 'pgdata'
     * mount '/etc/localtime:/etc/localtime:ro'
     * mount 'config/nginx:/etc/nginx:ro'
     * }</pre>
     *
     * @param text a volume, {@code volume:path[:ro]}, or {@code host path:path[:ro]}; relative host paths are below
     *     {@code hostRoot}
     * @since 0.1.0
     */
    void mount(String text);

    /**
     * Mounts a volume read-only or at another path than its own.
     *
     * <pre>{@code
     * mount conf, readOnly: true
     * mount data, at: '/srv/data'
     * }</pre>
     *
     * @param options {@code readOnly}: whether it cannot be written, false by default; {@code at}: the absolute path in
     *     the container, by default the volume's own
     * @since 0.1.0
     */
    void mount(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            VolumeHandle volume);

    /**
     * Mounts a volume by name, or a path of the host, read-only or at another path.
     *
     * <pre>{@code
     * mount '/srv/www', at: '/www', readOnly: true
     * }</pre>
     *
     * @since 0.1.0
     */
    void mount(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            String text);

    /**
     * Mounts several volumes or paths of the host.
     *
     * <pre>{@code
     * mounts pgdata, '/etc/localtime:/etc/localtime:ro'
     * }</pre>
     *
     * @since 0.1.0
     */
    void mounts(Object... volumes);

    /**
     * Mounts a path of the host.
     *
     * <pre>{@code
     * bind '/etc/localtime:/etc/localtime:ro'
     * bind '/etc/localtime'
     * }</pre>
     *
     * @param path {@code host path:path[:ro]}, or one path that is the same in the container; also the name of a volume
     *     that has a host path
     * @since 0.1.0
     */
    void bind(String path);

    /**
     * Mounts a path of the host, read-only or at another path than its own.
     *
     * <pre>{@code
     * bind 'config/nginx', at: '/etc/nginx', readOnly: true
     * }</pre>
     *
     * @param options {@code at}: the absolute path in the container, by default the host's; {@code readOnly}: whether it
     *     cannot be written, false by default
     * @since 0.1.0
     */
    void bind(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            String path);

    /**
     * Mounts a volume that has a host path.
     *
     * <pre>{@code
     * bind conf
     * }</pre>
     *
     * @since 0.1.0
     */
    void bind(VolumeHandle volume);

    /**
     * Mounts a volume that has a host path, read-only or at another path.
     *
     * <pre>{@code
     * bind conf, readOnly: true
     * }</pre>
     *
     * @since 0.1.0
     */
    void bind(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            VolumeHandle volume);

    /**
     * Mounts several paths of the host.
     *
     * <pre>{@code
     * binds '/etc/localtime', '/etc/timezone'
     * }</pre>
     *
     * @since 0.1.0
     */
    void binds(Object... paths);

    /**
     * Makes a path a volume that lives and dies with the container, as VOLUME in a Dockerfile does. Other services may
     * {@code use} it.
     *
     * <pre>{@code
     * share '/var/run/app'
     * }</pre>
     *
     * @param path an absolute path in the container
     * @since 0.1.0
     */
    void share(String path);

    /**
     * Makes several paths volumes that live and die with the container.
     *
     * <pre>{@code
     * shares '/var/run/app', '/var/cache/app'
     * }</pre>
     *
     * @since 0.1.0
     */
    void shares(String... paths);

    /**
     * Mounts a volume that this service owns and others may {@code use}. Before the first start it is given to
     * {@code user} with {@code permissions}.
     *
     * <pre>{@code
     * attach socket
     * }</pre>
     *
     * @since 0.1.0
     */
    void attach(VolumeHandle volume);

    /**
     * Mounts a volume that this service owns, by name.
     *
     * <pre>{@code
     * attach 'app_socket'
     * }</pre>
     *
     * @since 0.1.0
     */
    void attach(String volume);

    /**
     * Mounts a volume that this service owns, at another path than the volume's own.
     *
     * <pre>{@code
     * attach socket, at: '/run/app'
     * }</pre>
     *
     * @param options {@code at}: the absolute path in the container
     * @since 0.1.0
     */
    void attach(
            @NamedParams({@NamedParam(value = "at", type = String.class, required = true)}) Map<String, ?> options,
            VolumeHandle volume);

    /**
     * Mounts a volume that this service owns, by name and at another path than the volume's own.
     *
     * @since 0.1.0
     */
    void attach(
            @NamedParams({@NamedParam(value = "at", type = String.class, required = true)}) Map<String, ?> options,
            String volume);

    /**
     * Mounts several volumes that this service owns.
     *
     * <pre>{@code
     * attaches logs, socket
     * }</pre>
     *
     * @since 0.1.0
     */
    void attaches(Object... volumes);

    /**
     * Mounts a volume that another service attaches, which therefore comes first.
     *
     * <pre>{@code
     * use socket
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs("volumes_from")
    void use(VolumeHandle volume);

    /**
     * Mounts all volumes of another service or of one of its instances, which therefore comes first.
     *
     * <pre>{@code
     * use app
     * }</pre>
     *
     * @since 0.1.0
     */
    void use(ServiceTarget service);

    /**
     * Mounts a volume that another service attaches, or all volumes of a service or an instance, by name.
     *
     * <pre>{@code
     * use 'app_socket'
     * use 'app.one'
     * }</pre>
     *
     * @param name a volume, a service, or {@code service.instance}
     * @since 0.1.0
     */
    void use(String name);

    /**
     * Mounts a volume that another service attaches, read-only or at another path.
     *
     * <pre>{@code
     * use socket, readOnly: true
     * }</pre>
     *
     * @param options {@code readOnly}: false by default; {@code at}: by default the volume's own path
     * @since 0.1.0
     */
    void use(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            VolumeHandle volume);

    /**
     * Mounts all volumes of another service or of one of its instances, read-only.
     *
     * <pre>{@code
     * use app, readOnly: true
     * }</pre>
     *
     * @param options {@code readOnly}: false by default
     * @since 0.1.0
     */
    void use(
            @NamedParams({@NamedParam(value = "readOnly", type = Boolean.class, required = true)})
                    Map<String, ?> options,
            ServiceTarget service);

    /**
     * Mounts a volume that another service attaches, or all volumes of a service, by name, with options.
     *
     * @since 0.1.0
     */
    void use(
            @NamedParams({
                        @NamedParam(value = "readOnly", type = Boolean.class),
                        @NamedParam(value = "at", type = String.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Mounts several volumes of other services, or all volumes of several services.
     *
     * <pre>{@code
     * uses socket, 'cache'
     * }</pre>
     *
     * @since 0.1.0
     */
    void uses(Object... volumesOrServices);

    /**
     * Sets the mode of the volumes that the service attaches, before the first start. By default it is left as it is.
     *
     * <pre>{@code
     * permissions 'u=rwX,g=rX,o='
     * }</pre>
     *
     * @param mode as chmod takes it
     * @since 0.1.0
     */
    void permissions(String mode);
}
