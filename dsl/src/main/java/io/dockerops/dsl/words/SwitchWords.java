package io.dockerops.dsl.words;

/** What a type of instances turns on and off. Containers of the base image see it as variables. */
public interface SwitchWords {
    /**
     * Says whether the links of the instance count. By default they do, except for the type {@code debug}.
     *
     * <pre>{@code
     * linked false
     * }</pre>
     *
     * @since 0.1.0
     */
    void linked(boolean linked);

    /**
     * Keeps {@code /data} of the base image in the host's folder {@code data_PROJECT/SERVICE_INSTANCE/data}, below
     * {@code hostRoot} or beside the script. By default what the type says.
     *
     * <pre>{@code
     * persistentData()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void persistentData() {
        persistentData(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * persistentData false
     * }</pre>
     *
     * @since 0.1.0
     */
    void persistentData(boolean on);

    /**
     * Keeps {@code /opt} of the base image likewise. By default what the type says.
     *
     * <pre>{@code
     * persistentOpt()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void persistentOpt() {
        persistentOpt(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * persistentOpt false
     * }</pre>
     *
     * @since 0.1.0
     */
    void persistentOpt(boolean on);

    /**
     * Keeps {@code /var/log} of the base image likewise. By default what the type says.
     *
     * <pre>{@code
     * persistentLog()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void persistentLog() {
        persistentLog(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * persistentLog false
     * }</pre>
     *
     * @since 0.1.0
     */
    void persistentLog(boolean on);

    /**
     * Runs a shell with a terminal in place of the command, to look around in a container that does not start. By default
     * what the type says.
     *
     * <pre>{@code
     * interactive()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void interactive() {
        interactive(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * interactive false
     * }</pre>
     *
     * @since 0.1.0
     */
    void interactive(boolean on);

    /**
     * Leaves out the entrypoints of a container of the base image. By default what the type says.
     *
     * <pre>{@code
     * safemode()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void safemode() {
        safemode(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * safemode false
     * }</pre>
     *
     * @since 0.1.0
     */
    void safemode(boolean on);
}
