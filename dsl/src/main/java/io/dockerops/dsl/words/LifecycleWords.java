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

/** How the containers of a service or instance start, stay and end. */
public interface LifecycleWords {

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
     * Sets several hosts: an instance runs on each of them and is named after it, {@code edge} or {@code one-edge} where
     * instances have names. Links, {@code use} and {@code networkMode} lead to what is on the same host. May be used several
     * times.
     *
     * <pre>{@code
     * on edge, 'local'
     * }</pre>
     *
     * @param hosts hosts or their names
     * @since 0.1.0
     */
    void on(Object... hosts);

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
    @KnownAs("restart_policy")
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
    @KnownAs({"resources", "deploy"})
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
    @KnownAs({"healthcheck", "health_check"})
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
    @KnownAs("stop_grace_period")
    void stopTimeout(Duration timeout);

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
     * Keeps what was started once as it is: a container that has ended is not started again, and a changed image does not
     * replace it unless that is asked for. For containers that hold data, and for work that is done once. By default
     * containers are kept up and up to date.
     *
     * <pre>{@code
     * persistent()
     * }</pre>
     *
     * @since 0.1.0
     */
    void persistent();

    /**
     * Says whether the container is left alone once it was started.
     *
     * @since 0.1.0
     */
    void persistent(boolean persistent);

    /**
     * Waits after each start of the container before its commands run and services that depend on it start. For programs
     * without anything that a health check could ask; by default there is no wait.
     *
     * <pre>{@code
     * startDelay 3.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    void startDelay(Duration delay);

    /**
     * Runs a command in the container after each start. Takes texts as {@code command} does. May be used several times.
     *
     * <pre>{@code
     * exec 'app-warm-up --all'
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs({"exec_commands", "post_start"})
    void exec(String... words);

    /**
     * Runs the command of a list in the container after each start.
     *
     * @since 0.1.0
     */
    void exec(List<?> words);

    /**
     * Runs a command in the container as another user, only after the container was made, or beside the main process.
     *
     * <pre>{@code
     * exec 'app-migrate', user: 'app', once: true
     * exec 'app-worker --queue mail', background: true
     * }</pre>
     *
     * @param options {@code user}: by default the container's user; {@code once}: false by default; {@code background}:
     *     the command goes on running, and an update runs it again when it is not among the container's processes; false
     *     by default, where it has to end with exit code 0
     * @since 0.1.0
     */
    void exec(
            @NamedParams({
                        @NamedParam(value = "user", type = Object.class),
                        @NamedParam(value = "once", type = Boolean.class),
                        @NamedParam(value = "background", type = Boolean.class)
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
                        @NamedParam(value = "once", type = Boolean.class),
                        @NamedParam(value = "background", type = Boolean.class)
                    })
                    Map<String, ?> options,
            List<?> words);

    /**
     * Counts the content of a host's file or folder as part of what the container is made from, so that a change of it
     * replaces the container, or {@code reload}s it. Without this word, files that are mounted read-only count on their own,
     * and folders do not. May be used several times.
     *
     * <pre>{@code
     * watch '/conf'
     * }</pre>
     *
     * @param path where the container sees it: the path of a mount of the host, or one below it
     * @since 0.1.0
     */
    void watch(String path);

    /**
     * Counts several files or folders.
     *
     * <pre>{@code
     * watches '/conf/app.conf', '/conf/certs'
     * }</pre>
     *
     * @since 0.1.0
     */
    void watches(String... paths);

    /**
     * Says what is done when nothing has changed but the content of files: a signal is sent to the main process, or, with
     * {@code 'restart'}, the container stops and starts again. By default a new container takes its place.
     *
     * <pre>{@code
     * reload 'HUP'
     * }</pre>
     *
     * @param how the name of a signal, or {@code restart}
     * @since 0.1.0
     */
    void reload(String how);
}
