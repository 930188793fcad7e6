package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.time.Duration;
import java.util.Map;

/**
 * The steps of an action. A step names what it is done to: a service, and then it is done to each of its instances, or one
 * instance, such as {@code app['one']} or {@code 'app.one'}.
 */
public interface StepWords {

    /**
     * Runs a command in the running container. The step fails when its exit code is not 0. One text is split into words as a
     * shell does; several texts are a command and its arguments.
     *
     * <pre>{@code
     * exec 'db', 'pg_dump --file /backup/shop.sql shop'
     * }</pre>
     *
     * @since 0.1.0
     */
    void exec(String target, String... words);

    /**
     * Runs a command in the running container of a service or instance.
     *
     * @since 0.1.0
     */
    void exec(ServiceTarget target, String... words);

    /**
     * Runs a command in the running container as another user.
     *
     * <pre>{@code
     * exec 'db', 'pg_dump --file /backup/shop.sql shop', user: 'postgres'
     * }</pre>
     *
     * @param options {@code user}: who runs it, by default the container's user
     * @since 0.1.0
     */
    void exec(
            @NamedParams({@NamedParam(value = "user", type = Object.class, required = true)}) Map<String, ?> options,
            String target,
            String... words);

    /**
     * Runs a command in the running container of a service or instance as another user.
     *
     * @since 0.1.0
     */
    void exec(
            @NamedParams({@NamedParam(value = "user", type = Object.class, required = true)}) Map<String, ?> options,
            ServiceTarget target,
            String... words);

    /**
     * Starts the containers that do not run, and waits until each is healthy or, if it runs to its end, has ended well.
     *
     * <pre>{@code
     * start 'web', 'app'
     * }</pre>
     *
     * @since 0.1.0
     */
    void start(Object... targets);

    /**
     * Stops the containers that run.
     *
     * <pre>{@code
     * stop 'web'
     * }</pre>
     *
     * @since 0.1.0
     */
    void stop(Object... targets);

    /**
     * Stops the containers that run, each in limited time.
     *
     * <pre>{@code
     * stop 'web', timeout: 30.seconds
     * }</pre>
     *
     * @param options {@code timeout}: how long each has before it is killed, by default its {@code stopTimeout}
     * @since 0.1.0
     */
    void stop(
            @NamedParams({@NamedParam(value = "timeout", type = Duration.class, required = true)})
                    Map<String, ?> options,
            Object... targets);

    /**
     * Stops the containers that run and starts all of them.
     *
     * <pre>{@code
     * restart 'web'
     * }</pre>
     *
     * @since 0.1.0
     */
    void restart(Object... targets);

    /**
     * Stops the containers that run, each in limited time, and starts all of them.
     *
     * <pre>{@code
     * restart 'web', timeout: 30.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    void restart(
            @NamedParams({@NamedParam(value = "timeout", type = Duration.class, required = true)})
                    Map<String, ?> options,
            Object... targets);

    /**
     * Sends a signal to the main process of the running container.
     *
     * <pre>{@code
     * signal 'web', 'HUP'
     * }</pre>
     *
     * @param signal a name such as {@code HUP} or {@code SIGHUP}, or a number
     * @since 0.1.0
     */
    void signal(Object target, String signal);

    /**
     * Waits until the containers are healthy or, if they run to their end, have ended well.
     *
     * <pre>{@code
     * waitFor 'db'
     * }</pre>
     *
     * @since 0.1.0
     */
    void waitFor(Object... targets);

    /**
     * Runs a command to its end in a container of its own, made like those of a service, beside them: without their
     * published ports and their names in networks. It is removed when it has ended. The step fails when the exit code is
     * not 0. One text is split into words as a shell does.
     *
     * <pre>{@code
     * script 'db', 'pg_dump --host postgres --file /backup/shop.sql shop'
     * }</pre>
     *
     * @since 0.1.0
     */
    void script(String target, String... words);

    /**
     * Runs a command to its end in a container made like those of a service or instance.
     *
     * @since 0.1.0
     */
    void script(ServiceTarget target, String... words);

    /**
     * Runs a script or command to its end in a container of its own, with files of this machine.
     *
     * <pre>{@code
     * script 'db', file: 'tasks/backup.sh'
     * script 'db', 'restore {script_path}/shop.sql', file: 'dump', timeout: 10.minutes
     * }</pre>
     *
     * @param options {@code file}: a script, which the container gets with all else in its folder, or a folder, relative to
     *     this file; {@code entrypoint}: the program that gets the command as its arguments; {@code at}: where the
     *     container has the files, by default {@code /tmp/script_run}; {@code timeout}: how long it may take, by default the
     *     service's {@code stopTimeout}, and without one as long as it takes; {@code copy}: whether it gets a copy of the
     *     files, false by default unless its engine is on another machine
     * @param words the command, in which {@code {script_path}} stands for the path of the script or folder in the container;
     *     without one a script is run by itself
     * @since 0.1.0
     */
    void script(
            @NamedParams({
                        @NamedParam(value = "file", type = String.class),
                        @NamedParam(value = "entrypoint", type = String.class),
                        @NamedParam(value = "at", type = String.class),
                        @NamedParam(value = "timeout", type = Duration.class),
                        @NamedParam(value = "copy", type = Boolean.class)
                    })
                    Map<String, ?> options,
            String target,
            String... words);

    /**
     * Runs a script or command to its end in a container made like those of a service or instance, with files of this
     * machine.
     *
     * @since 0.1.0
     */
    void script(
            @NamedParams({
                        @NamedParam(value = "file", type = String.class),
                        @NamedParam(value = "entrypoint", type = String.class),
                        @NamedParam(value = "at", type = String.class),
                        @NamedParam(value = "timeout", type = Duration.class),
                        @NamedParam(value = "copy", type = Boolean.class)
                    })
                    Map<String, ?> options,
            ServiceTarget target,
            String... words);
}
