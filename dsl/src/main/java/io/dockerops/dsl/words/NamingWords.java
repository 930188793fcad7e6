package io.dockerops.dsl.words;

/** The words in a {@code naming} block. */
public interface NamingWords {

    /**
     * Sets what stands between the parts of the names of containers, networks and volumes. By default a dot. What has a
     * pattern of its own is named after that.
     *
     * <pre>{@code
     * separator '-'
     * }</pre>
     *
     * @param text one to three of {@code _}, {@code .} and {@code -}
     * @since 0.1.0
     */
    void separator(String text);

    /**
     * Sets what names of containers are made of. By default {@code {project}.{service}.{instance}}. For an instance without
     * a name, its part is left out, and with it the text in front.
     *
     * <pre>{@code
     * containers '{project}-{service}-{instance}'
     * }</pre>
     *
     * @param pattern text with {@code {service}} and {@code {instance}} in it, and {@code {project}} if wanted
     * @since 0.1.0
     */
    void containers(String pattern);

    /**
     * Sets what names of networks are made of. By default {@code {project}.{network}}.
     *
     * <pre>{@code
     * networks '{project}_{network}'
     * }</pre>
     *
     * @param pattern text with {@code {network}} in it, and {@code {project}} if wanted
     * @since 0.1.0
     */
    void networks(String pattern);

    /**
     * Sets what names of volumes of the engine are made of. By default {@code {project}.{volume}}. Under another name a
     * volume is another volume, without what is in the one before.
     *
     * <pre>{@code
     * volumes '{project}_{volume}'
     * }</pre>
     *
     * @param pattern text with {@code {volume}} in it, and {@code {project}} if wanted
     * @since 0.1.0
     */
    void volumes(String pattern);

    /**
     * Sets what host names are made of, for instances that have no {@code hostname} of their own. By default
     * {@code {service}-{instance}}. An {@code _} of a name becomes a {@code -}. Under this name instances are found in their
     * networks too, besides the names that they always have there.
     *
     * <pre>{@code
     * hostNames '{project}-{service}-{instance}'
     * }</pre>
     *
     * @param pattern text with {@code {service}} and {@code {instance}} in it, and {@code {project}} if wanted
     * @since 0.1.0
     */
    void hostNames(String pattern);

    /**
     * Says whether containers get host names. Otherwise the engine chooses: the beginning of the container's id. By default
     * they do.
     *
     * <pre>{@code
     * hostNames false
     * }</pre>
     *
     * @since 0.1.0
     */
    void hostNames(boolean set);

    /**
     * Sets the domain of instances that have no {@code domainName} of their own. By default they have none.
     *
     * <pre>{@code
     * domain 'example.org'
     * }</pre>
     *
     * @since 0.1.0
     */
    void domain(String name);

    /**
     * Names volumes after the service that attaches them too: {@code project.service.volume}. So several services can attach
     * volumes of the same name, and each gets one of its own; {@code use} then names both, as {@code 'service.volume'}. By
     * default a volume is attached by one service and named by itself.
     *
     * <pre>{@code
     * volumesByParent()
     * }</pre>
     *
     * @since 0.1.0
     */
    void volumesByParent();

    /**
     * Says whether volumes are named after the service that attaches them too.
     *
     * @since 0.1.0
     */
    void volumesByParent(boolean by);
}
