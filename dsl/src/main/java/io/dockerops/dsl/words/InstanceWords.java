package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.RestartPolicy;
import io.dockerops.engine.model.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The words in an {@code instance} block, which are those of a {@code service} block too. */
public interface InstanceWords {

    /**
     * Names the image. By default an image with the service's name. The project's {@code repository} and
     * {@code defaultTag} complete it.
     *
     * <pre>{@code
     * image 'postgres:17'
     * }</pre>
     *
     * @param name {@code [registry/]name[:tag][@digest]}; with a {@code /} in front it is taken as it is
     * @since 0.1.0
     */
    void image(String name);

    /**
     * Takes an image that the project makes itself.
     *
     * <pre>{@code
     * image site
     * }</pre>
     *
     * @param image what {@code rootfs} gave back
     * @since 0.1.0
     */
    void image(ImageHandle image);

    /**
     * Builds the image from a folder with a Dockerfile.
     *
     * <pre>{@code
     * build 'services/app'
     * }</pre>
     *
     * @param folder relative to this file
     * @since 0.1.0
     */
    void build(String folder);

    /**
     * Builds the image from a folder with a Dockerfile, its arguments, or up to one of its stages.
     *
     * <pre>{@code
     * build 'services/app', dockerfile: 'Dockerfile.small', args: [VERSION: '1.4'], target: 'runtime'
     * }</pre>
     *
     * @param options {@code dockerfile}: relative to the folder, {@code Dockerfile} by default; {@code args}: build
     *     arguments; {@code target}: the stage to end at, by default the last one
     * @since 0.1.0
     */
    void build(
            @NamedParams({
                        @NamedParam(value = "dockerfile", type = String.class),
                        @NamedParam(value = "args", type = Map.class),
                        @NamedParam(value = "target", type = String.class)
                    })
                    Map<String, ?> options,
            String folder);

    /**
     * Builds the image from a folder with a Dockerfile, in a block.
     *
     * <pre>{@code
     * build('services/app') {
     *     args VERSION: '1.4'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void build(
            String folder, @DelegatesTo(value = BuildWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Sets the command, by default the image's. One text is split into words as a shell does it, with quotes, but no
     * shell is run; several texts are a command and its arguments as they are.
     *
     * <pre>{@code
     * command 'httpd -f -p 8080'
     * command 'sh', '-c', 'echo $HOME; exec httpd -f'
     * }</pre>
     *
     * @since 0.1.0
     */
    void command(String... words);

    /**
     * Sets the command to the texts of a list, as they are.
     *
     * @since 0.1.0
     */
    void command(List<?> words);

    /**
     * Sets the entrypoint, by default the image's. Takes texts as {@code command} does.
     *
     * <pre>{@code
     * entrypoint '/docker-entrypoint.sh'
     * }</pre>
     *
     * @since 0.1.0
     */
    void entrypoint(String... words);

    /**
     * Sets the entrypoint to the texts of a list, as they are.
     *
     * @since 0.1.0
     */
    void entrypoint(List<?> words);

    /**
     * Sets environment variables.
     *
     * <pre>{@code
     * env POSTGRES_USER: 'shop', POSTGRES_PASSWORD: secret('db.password')
     * }</pre>
     *
     * @param variables texts, numbers, true or false, and secrets, by name
     * @since 0.1.0
     */
    void env(Map<String, ?> variables);

    /**
     * Sets one environment variable.
     *
     * <pre>{@code
     * env 'LANG', 'C.UTF-8'
     * }</pre>
     *
     * @since 0.1.0
     */
    void env(String name, Object value);

    /**
     * Mounts a volume.
     *
     * <pre>{@code
     * mount pgdata
     * }</pre>
     *
     * @since 0.1.0
     */
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
     * Makes another service reachable by its name, and starts after it.
     *
     * <pre>{@code
     * link db
     * }</pre>
     *
     * @param target a service, or an instance: {@code app['one']}
     * @since 0.1.0
     */
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
     * @param options {@code as}: the further name; letters, digits, {@code _}, {@code .} and {@code -}
     * @since 0.1.0
     */
    void link(
            @NamedParams({@NamedParam(value = "as", type = String.class, required = true)}) Map<String, ?> options,
            ServiceTarget target);

    /**
     * Makes another service reachable under a further name, wherever it is declared.
     *
     * @since 0.1.0
     */
    void link(
            @NamedParams({@NamedParam(value = "as", type = String.class, required = true)}) Map<String, ?> options,
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
     *     address, by default all; {@code protocol}: {@code tcp}, which is the default, {@code udp} or {@code sctp}
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
     * Declares ports that other containers may reach, as EXPOSE in a Dockerfile does.
     *
     * <pre>{@code
     * expose 9000, '9001/udp'
     * }</pre>
     *
     * @param ports numbers, or texts in the form {@code port[/protocol]}, where ports may be ranges
     * @since 0.1.0
     */
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
     *     subnet that the network declares
     * @since 0.1.0
     */
    void network(
            @NamedParams({
                        @NamedParam(value = "aliases", type = Object.class),
                        @NamedParam(value = "ipv4", type = String.class),
                        @NamedParam(value = "ipv6", type = String.class)
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
                        @NamedParam(value = "ipv6", type = String.class)
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
     * Sets who runs the process, by default the image's user. Also who owns the volumes that the service attaches.
     *
     * <pre>{@code
     * user 'www-data'
     * }</pre>
     *
     * @param user {@code user} or {@code user:group}, names or numbers
     * @since 0.1.0
     */
    void user(String user);

    /**
     * Sets who runs the process, by number.
     *
     * <pre>{@code
     * user 2000
     * }</pre>
     *
     * @since 0.1.0
     */
    void user(int user);

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

    /**
     * Says what the engine does when the process ends. By default nothing.
     *
     * <pre>{@code
     * restart always
     * }</pre>
     *
     * @param condition {@code never}, {@code always}, {@code unlessStopped} or {@code onFailure}
     * @since 0.1.0
     */
    void restart(RestartPolicy.Condition condition);

    /**
     * Says what the engine does when the process ends, with a number of attempts.
     *
     * <pre>{@code
     * restart onFailure, retries: 3
     * }</pre>
     *
     * @param options {@code retries}: how often at most after failures, by default without end
     * @since 0.1.0
     */
    void restart(
            @NamedParams({@NamedParam(value = "retries", type = Integer.class, required = true)})
                    Map<String, ?> options,
            RestartPolicy.Condition condition);

    /**
     * Says what the engine does when the process ends, as text.
     *
     * <pre>{@code
     * restart 'unlessStopped'
     * }</pre>
     *
     * @param condition the same names, or those of Docker: {@code no}, {@code always}, {@code unless-stopped},
     *     {@code on-failure}
     * @since 0.1.0
     */
    void restart(String condition);

    /**
     * Says what the engine does when the process ends, as text, with a number of attempts.
     *
     * @since 0.1.0
     */
    void restart(
            @NamedParams({@NamedParam(value = "retries", type = Integer.class, required = true)})
                    Map<String, ?> options,
            String condition);

    /**
     * For {@code restart}: never started again.
     *
     * @since 0.1.0
     */
    default RestartPolicy.Condition getNever() {
        return RestartPolicy.Condition.NEVER;
    }

    /**
     * For {@code restart}: started again whenever the process ends, and when the engine starts.
     *
     * @since 0.1.0
     */
    default RestartPolicy.Condition getAlways() {
        return RestartPolicy.Condition.ALWAYS;
    }

    /**
     * For {@code restart}: as {@code always}, but not when the container had been stopped before the engine started.
     *
     * @since 0.1.0
     */
    default RestartPolicy.Condition getUnlessStopped() {
        return RestartPolicy.Condition.UNLESS_STOPPED;
    }

    /**
     * For {@code restart}: started again when the process ends with another exit code than 0.
     *
     * @since 0.1.0
     */
    default RestartPolicy.Condition getOnFailure() {
        return RestartPolicy.Condition.ON_FAILURE;
    }

    /**
     * Sets what the container may use at most. By default there are no limits.
     *
     * <pre>{@code
     * limits memory: 512.mb, cpus: 0.5
     * }</pre>
     *
     * @param limits the words of the block as named arguments
     * @since 0.1.0
     */
    void limits(
            @NamedParams({
                        @NamedParam(value = "memory", type = Size.class),
                        @NamedParam(value = "swap", type = Size.class),
                        @NamedParam(value = "reservation", type = Size.class),
                        @NamedParam(value = "cpus", type = Number.class),
                        @NamedParam(value = "cpuShares", type = Integer.class),
                        @NamedParam(value = "cpuset", type = String.class),
                        @NamedParam(value = "pids", type = Integer.class)
                    })
                    Map<String, ?> limits);

    /**
     * Sets what the container may use at most, in a block.
     *
     * <pre>{@code
     * limits { memory 512.mb; cpus 0.5 }
     * }</pre>
     *
     * @since 0.1.0
     */
    void limits(@DelegatesTo(value = LimitsWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Says how the engine finds out whether the container works. By default the image's health check. Services that link
     * to this one start when it is healthy.
     *
     * <pre>{@code
     * healthy 'pg_isready -U shop'
     * }</pre>
     *
     * @param command a line for the container's shell
     * @since 0.1.0
     */
    void healthy(String command);

    /**
     * Says how the engine finds out whether the container works, and how often it looks.
     *
     * <pre>{@code
     * healthy 'wget -q -O- http://localhost:8080/', every: 2.seconds, within: 30.seconds
     * }</pre>
     *
     * @param options the words of the block as named arguments
     * @since 0.1.0
     */
    void healthy(
            @NamedParams({
                        @NamedParam(value = "every", type = Duration.class),
                        @NamedParam(value = "timeout", type = Duration.class),
                        @NamedParam(value = "retries", type = Integer.class),
                        @NamedParam(value = "startPeriod", type = Duration.class),
                        @NamedParam(value = "within", type = Duration.class)
                    })
                    Map<String, ?> options,
            String command);

    /**
     * Says how the engine finds out whether the container works, in a block.
     *
     * <pre>{@code
     * healthy { command 'pg_isready -U shop'; every 2.seconds; within 30.seconds }
     * }</pre>
     *
     * @since 0.1.0
     */
    void healthy(@DelegatesTo(value = HealthyWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Switches the image's health check off.
     *
     * <pre>{@code
     * notHealthChecked()
     * }</pre>
     *
     * @since 0.1.0
     */
    void notHealthChecked();

    /**
     * Sets a label of the container.
     *
     * <pre>{@code
     * label 'com.example.team', 'shop'
     * }</pre>
     *
     * @param name not below {@code io.dockerops.}, which is ours
     * @param value a text, a number, true or false
     * @since 0.1.0
     */
    void label(String name, Object value);

    /**
     * Sets several labels of the container.
     *
     * <pre>{@code
     * labels 'com.example.team': 'shop', 'com.example.tier': 1
     * }</pre>
     *
     * @since 0.1.0
     */
    void labels(Map<String, ?> labels);

    /**
     * Sets the signal that asks the process to end. By default the image's, or SIGTERM.
     *
     * <pre>{@code
     * stopSignal 'SIGQUIT'
     * }</pre>
     *
     * @param signal its name, with or without {@code SIG}
     * @since 0.1.0
     */
    void stopSignal(String signal);

    /**
     * Sets the signal that asks the process to end, by number.
     *
     * @since 0.1.0
     */
    void stopSignal(int signal);

    /**
     * Sets the time that the process has to end before it is killed. By default 10 seconds.
     *
     * <pre>{@code
     * stopTimeout 30.seconds
     * }</pre>
     *
     * @param timeout whole seconds
     * @since 0.1.0
     */
    void stopTimeout(Duration timeout);

    /**
     * Sets the host name of the container. By default {@code <service>} or {@code <service>-<instance>}.
     *
     * <pre>{@code
     * hostname 'db1.example.org'
     * }</pre>
     *
     * @param name letters, digits, {@code -} and {@code .}, at most 63 characters between dots
     * @since 0.1.0
     */
    void hostname(String name);

    /**
     * Sets the folder in which the process starts. By default the image's.
     *
     * <pre>{@code
     * workingDirectory '/srv/app'
     * }</pre>
     *
     * @param path an absolute path in the container
     * @since 0.1.0
     */
    void workingDirectory(String path);

    /**
     * Makes the container a job: it runs to its end and counts as done when it ends with exit code 0. By default
     * containers are to stay up.
     *
     * <pre>{@code
     * oneShot()
     * }</pre>
     *
     * @since 0.1.0
     */
    void oneShot();

    /**
     * Says whether the container is a job.
     *
     * @since 0.1.0
     */
    void oneShot(boolean oneShot);

    /**
     * Runs a command in the container after each start. Takes texts as {@code command} does. May be used several times.
     *
     * <pre>{@code
     * exec 'app-warm-up --all'
     * }</pre>
     *
     * @since 0.1.0
     */
    void exec(String... words);

    /**
     * Runs the command of a list in the container after each start.
     *
     * @since 0.1.0
     */
    void exec(List<?> words);

    /**
     * Runs a command in the container as another user, or only after the container was made.
     *
     * <pre>{@code
     * exec 'app-migrate', user: 'app', once: true
     * }</pre>
     *
     * @param options {@code user}: by default the container's user; {@code once}: false by default
     * @since 0.1.0
     */
    void exec(
            @NamedParams({
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "once", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String... words);

    /**
     * Runs the command of a list in the container, with options.
     *
     * @since 0.1.0
     */
    void exec(
            @NamedParams({
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "once", type = Boolean.class)
                    })
                    Map<String, ?> options,
            List<?> words);

    /**
     * Sets the host that the containers run on. By default this machine, {@code local}.
     *
     * <pre>{@code
     * on edge
     * }</pre>
     *
     * @since 0.1.0
     */
    void on(HostHandle host);

    /**
     * Sets the host that the containers run on, by name.
     *
     * <pre>{@code
     * on 'edge'
     * }</pre>
     *
     * @since 0.1.0
     */
    void on(String host);

    /**
     * Sets a field of the request by which Docker's API creates a container, over all other words. For what has no word of
     * its own.
     *
     * <pre>{@code
     * option 'HostConfig.ShmSize', 64.mb
     * }</pre>
     *
     * @param path the names of the API with dots between them
     * @param value a text, a number, true or false, a size, a duration (in nanoseconds), or a list or map of these
     * @since 0.1.0
     */
    void option(String path, Object value);

    /**
     * Sets several fields of the request by which Docker's API creates a container.
     *
     * <pre>{@code
     * options 'HostConfig.ShmSize': 64.mb, HostConfig: [Init: true]
     * }</pre>
     *
     * @since 0.1.0
     */
    void options(Map<String, ?> options);
}
