package io.dockerops.dsl.words;

/** Which type the instances of a service have, and what differs from it. */
public interface TypeWords extends SwitchWords {

    /**
     * Sets the type: {@code standard}, {@code published}, {@code persistent}, {@code master}, {@code debug}, or one that
     * the project declares. By default an instance with the name of a type has that type, also when the service says another
     * one for all, and others have none unless something is said of it, then {@code standard}.
     *
     * <pre>{@code
     * type published
     * }</pre>
     *
     * @since 0.1.0
     */
    void type(TypeHandle type);

    /**
     * Sets the type by name.
     *
     * <pre>{@code
     * type 'published'
     * }</pre>
     *
     * @since 0.1.0
     */
    void type(String name);

    /**
     * For {@code type}: linked, and nothing else.
     *
     * @since 0.1.0
     */
    default TypeHandle getStandard() {
        return new TypeHandle("standard");
    }

    /**
     * For {@code type}: linked, with the ports of its image published.
     *
     * @since 0.1.0
     */
    default TypeHandle getPublished() {
        return new TypeHandle("published");
    }

    /**
     * For {@code type}: linked, and {@code /data} and {@code /var/log} outlive the container; the type {@code persistent}.
     *
     * @since 0.1.0
     */
    default TypeHandle getPersistentType() {
        return new TypeHandle("persistent");
    }

    /**
     * For {@code type}: published and persistent.
     *
     * @since 0.1.0
     */
    default TypeHandle getMaster() {
        return new TypeHandle("master");
    }

    /**
     * For {@code type}: without links and entrypoints, a shell in place of the command.
     *
     * @since 0.1.0
     */
    default TypeHandle getDebug() {
        return new TypeHandle("debug");
    }
}
