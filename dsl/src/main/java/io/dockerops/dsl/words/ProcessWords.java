package io.dockerops.dsl.words;

import java.util.List;
import java.util.Map;

/** What runs in the containers of a service or instance. */
public interface ProcessWords {

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
    @KnownAs("cmd")
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
     * @param variables texts, numbers, true or false, secrets, {@code nameOfHost()} and {@code addressOf('eth0')}, by name;
     *     or closures that compute one of these, once, when
     *     the whole project is read
     * @since 0.1.0
     */
    @KnownAs({"environment", "environment_variables", "env_vars"})
    void env(Map<String, ?> variables);

    /**
     * Sets one environment variable.
     *
     * <pre>{@code
     * env 'LANG', 'C.UTF-8'
     * }</pre>
     *
     * @param value as above
     * @since 0.1.0
     */
    void env(String name, Object value);

    /**
     * Names environment variables that the service cannot do without, and that are better given from outside. A value is
     * looked for, in this order, on the command line ({@code -e NAME=VALUE}), in the environment of the command, in the file
     * {@code host.conf} beside the project (a JSON object), and in {@code env}. When there is none, it is asked for on a
     * terminal; elsewhere that is an error.
     *
     * <pre>{@code
     * requires 'SMTP_HOST', 'SMTP_USER'
     * }</pre>
     *
     * @since 0.1.0
     */
    void requires(String... names);

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
    @KnownAs({"working_dir", "workdir"})
    void workingDirectory(String path);

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
     * Sets a field of the request by which Docker's API creates a container, over all other words. For what has no word of
     * its own.
     *
     * <pre>{@code
     * option 'HostConfig.ShmSize', 64.mb
     * }</pre>
     *
     * @param path the names of the API with dots between them
     * @param value a text, a number, true or false, a size, a duration (in nanoseconds), or a list or map of these;
     *     or a closure that computes one, once, when the whole project is read
     * @since 0.1.0
     */
    @KnownAs({"host_config", "create_options", "start_options"})
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
