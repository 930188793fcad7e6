package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words in a {@code rootfs} block: one says what the file system is made of, {@code add} puts files over it. */
public interface RootfsWords {

    /**
     * Begins with nothing, so that the image has only what is added.
     *
     * <pre>{@code
     * empty()
     * }</pre>
     *
     * @since 0.1.0
     */
    void empty();

    /**
     * Begins with a tar file.
     *
     * <pre>{@code
     * tar 'images/base.tar.gz'
     * }</pre>
     *
     * @param file plain or compressed, relative to this file
     * @since 0.1.0
     */
    void tar(String file);

    /**
     * Begins with the distribution's statically linked BusyBox and a link for each of its applets.
     *
     * <pre>{@code
     * busybox()
     * }</pre>
     *
     * @since 0.1.0
     */
    void busybox();

    /**
     * Begins with a small Debian or Ubuntu.
     *
     * <pre>{@code
     * bootstrap 'bookworm'
     * }</pre>
     *
     * @param suite the release's name
     * @since 0.1.0
     */
    void bootstrap(String suite);

    /**
     * Begins with a small Debian or Ubuntu and further packages.
     *
     * <pre>{@code
     * bootstrap 'bookworm', packages: ['nginx'], mirror: 'https://deb.example.org/debian'
     * }</pre>
     *
     * @param options {@code tool}: {@code mmdebstrap}, which is the default, or {@code debootstrap}; {@code packages}: a
     *     name or a list of names; {@code mirror}: where packages come from, by default where the tool takes them from
     * @since 0.1.0
     */
    void bootstrap(
            @NamedParams({
                        @NamedParam(value = "tool", type = String.class),
                        @NamedParam(value = "packages", type = Object.class),
                        @NamedParam(value = "mirror", type = String.class)
                    })
                    Map<String, ?> options,
            String suite);

    /**
     * Puts a file, or what is in a folder, into the image. May be used several times; later files win.
     *
     * <pre>{@code
     * add 'www', to: '/www'
     * }</pre>
     *
     * @param options {@code to}: the absolute path in the image
     * @param source a file or a folder, relative to this file
     * @since 0.1.0
     */
    void add(
            @NamedParams({@NamedParam(value = "to", type = String.class, required = true)}) Map<String, ?> options,
            String source);
}
