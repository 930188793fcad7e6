package io.dockerops.engine.rootfs;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What is sent to an engine that builds an image: a folder without what its {@code .dockerignore} names. */
final class BuildContext {

    private final Image.Build recipe;

    BuildContext(Image.Build recipe) {
        this.recipe = recipe;
    }

    /**
     * What is sent, in the order of names. The Dockerfile and {@code .dockerignore} are always sent: the engine needs them
     * and leaves them out of the image by itself when the patterns say so.
     *
     * @throws EngineException.Failed when something cannot be read
     */
    List<TarEntry> entries() {
        try {
            IgnorePatterns patterns = IgnorePatterns.in(recipe.context());
            return new FileTree(
                            recipe.context(),
                            name -> !name.equals(recipe.dockerfile())
                                    && !name.equals(IgnorePatterns.FILE)
                                    && patterns.ignores(name),
                            true)
                    .entries();
        } catch (IOException e) {
            throw Unreadable.failed(what(), e);
        }
    }

    /** The same as a tar. */
    InputStream tar() {
        return new TarStream(what()).add(entries()).open(InputStream.nullInputStream());
    }

    String what() {
        return "the build context " + recipe.context();
    }
}
