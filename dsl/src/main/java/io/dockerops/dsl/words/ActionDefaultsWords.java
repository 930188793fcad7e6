package io.dockerops.dsl.words;

import java.time.Duration;

/** The words in an {@code actionDefaults} block. */
public interface ActionDefaultsWords {

    /**
     * Says whether an update may replace persistent containers. By default it may not.
     *
     * <pre>{@code
     * updatePersistent true
     * }</pre>
     *
     * @since 0.1.0
     */
    void updatePersistent(boolean replace);

    /**
     * Says whether a limit that the project no longer has stays until the container is replaced for another reason. By
     * default the container is replaced, since an engine cannot take a limit away from one that is there.
     *
     * <pre>{@code
     * skipLimitReset true
     * }</pre>
     *
     * @since 0.1.0
     */
    void skipLimitReset(boolean skip);

    /**
     * Sets how an update looks for background commands among the processes of a running container: {@code full} compares
     * the whole command line and the user, {@code partial} looks for the command line inside of that of a process,
     * {@code none} does not look. By default {@code full}.
     *
     * <pre>{@code
     * checkExec 'partial'
     * }</pre>
     *
     * @since 0.1.0
     */
    void checkExec(String how);

    /**
     * Says whether an update pulls images first. By default it takes what the host has.
     *
     * <pre>{@code
     * pullBeforeUpdate true
     * }</pre>
     *
     * @since 0.1.0
     */
    void pullBeforeUpdate(boolean pull);

    /**
     * Says whether {@code pull} is about images too that the host has. By default it is.
     *
     * <pre>{@code
     * pullAllImages false
     * }</pre>
     *
     * @since 0.1.0
     */
    void pullAllImages(boolean all);

    /**
     * Says whether persistent containers are removed with the others. By default they are, but not by a clean that keeps
     * the volumes.
     *
     * <pre>{@code
     * removePersistent false
     * }</pre>
     *
     * @since 0.1.0
     */
    void removePersistent(boolean remove);

    /**
     * Says whether attached volumes are removed, with their data, together with the containers that own them. By default
     * they stay.
     *
     * <pre>{@code
     * removeAttached true
     * }</pre>
     *
     * @since 0.1.0
     */
    void removeAttached(boolean remove);

    /**
     * Says whether a restart runs the commands of {@code exec} that run at every start. By default it does not.
     *
     * <pre>{@code
     * restartExec true
     * }</pre>
     *
     * @since 0.1.0
     */
    void restartExec(boolean run);

    /**
     * Sets the exit codes after which a container is made anew instead of started again. By default -1 and -127, which are
     * 255 and 129 to an engine.
     *
     * <pre>{@code
     * nonRecoverable 126, 127
     * }</pre>
     *
     * @param codes from -128 to 255
     * @since 0.1.0
     */
    void nonRecoverable(int... codes);

    /**
     * Sets the signal that {@code signal} sends. By default SIGKILL.
     *
     * <pre>{@code
     * signal 'SIGHUP'
     * }</pre>
     *
     * @param signal its name, with or without {@code SIG}
     * @since 0.1.0
     */
    void signal(String signal);

    /**
     * Sets how long {@code wait} waits for the end of containers. By default it waits for ever.
     *
     * <pre>{@code
     * waitTimeout 10.minutes
     * }</pre>
     *
     * @since 0.1.0
     */
    void waitTimeout(Duration timeout);
}
