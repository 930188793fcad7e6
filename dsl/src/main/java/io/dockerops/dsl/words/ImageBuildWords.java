package io.dockerops.dsl.words;

/** The words in the {@code build} block of an image that the project declares by itself. */
public interface ImageBuildWords extends BuildWords {

    /**
     * Names the folder with the Dockerfile, which is sent to the engine without what its {@code .dockerignore} names.
     *
     * <pre>{@code
     * context 'images/base'
     * }</pre>
     *
     * @param folder relative to this file
     * @since 0.1.0
     */
    void context(String folder);
}
