package io.dockerops.dsl.words;

import groovy.lang.Closure;
import java.util.Map;

/** The words in a {@code volume} block. */
public interface VolumeWords {

    /**
     * Says where containers see the volume, unless they say otherwise. Mandatory.
     *
     * <pre>{@code
     * at '/var/lib/app/data'
     * }</pre>
     *
     * @param path an absolute path
     * @since 0.1.0
     */
    void at(String path);

    /**
     * Puts a path of the host behind the volume. By default the engine keeps the data.
     *
     * <pre>{@code
     * host 'config/nginx'
     * }</pre>
     *
     * @param path absolute, or relative to {@code hostRoot}
     * @since 0.1.0
     */
    void host(String path);

    /**
     * Puts a path of the host behind the volume that is computed once, when the whole project is read. The paths of single
     * instances may be computed too.
     *
     * <pre>{@code
     * host { 'data-' + 'x'.repeat(3) }
     * }</pre>
     *
     * @since 0.1.0
     */
    void host(Closure<?> path);

    /**
     * Puts a path of the host per instance behind the volume.
     *
     * <pre>{@code
     * host one: 'data/app1', two: 'data/app2'
     * }</pre>
     *
     * @param paths the path for each instance name
     * @since 0.1.0
     */
    void host(Map<String, ?> paths);

    /**
     * Chooses the driver of the volume. By default {@code local}.
     *
     * <pre>{@code
     * driver 'local'
     * }</pre>
     *
     * @since 0.1.0
     */
    void driver(String name);

    /**
     * Sets an option of the driver.
     *
     * <pre>{@code
     * option 'type', 'tmpfs'
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
     * options type: 'tmpfs', device: 'tmpfs', o: 'size=64m'
     * }</pre>
     *
     * @since 0.1.0
     */
    void options(Map<String, ?> options);

    /**
     * Sets the owner before the first use. By default the user of the service that attaches it.
     *
     * <pre>{@code
     * user 'www-data:www-data'
     * }</pre>
     *
     * @param user {@code user} or {@code user:group}, names or numbers
     * @since 0.1.0
     */
    void user(String user);

    /**
     * Sets the owner before the first use, by number.
     *
     * @since 0.1.0
     */
    void user(int user);

    /**
     * Sets the mode before the first use. By default that of the service that attaches it.
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
     * Lets a container hold the volume for others, as was done before engines had named volumes: it has the volume's name,
     * ends at once, and others take their volumes from it at the same path. By default volumes need no such container. It
     * comes before all that attach or use the volume; when it is made anew, they are too.
     *
     * <pre>{@code
     * holder()
     * }</pre>
     *
     * @since 0.1.0
     */
    void holder();

    /**
     * Says whether a container holds the volume.
     *
     * @since 0.1.0
     */
    void holder(boolean held);

    /**
     * Lets a container with an image of its own hold the volume. By default it has the {@code helperImage}.
     *
     * <pre>{@code
     * holder 'debian:12-slim'
     * }</pre>
     *
     * @param image an image with the command {@code true}
     * @since 0.1.0
     */
    void holder(String image);

    /**
     * Lets a container of an image that the project makes hold the volume.
     *
     * @since 0.1.0
     */
    void holder(ImageHandle image);
}
