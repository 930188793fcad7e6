package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** Where the image of a service or instance comes from. */
public interface ImageWords {

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
     * @param image what {@code rootfs} or {@code build} gave back
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
}
