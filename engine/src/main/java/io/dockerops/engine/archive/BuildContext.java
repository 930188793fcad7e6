package io.dockerops.engine.archive;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What is sent to an engine that builds an image: a folder without what its {@code .dockerignore} names. */
public final class BuildContext {

    private final Image.Build recipe;

    /** The context of {@code recipe}; nothing is read yet. */
    public BuildContext(Image.Build recipe) {
        this.recipe = recipe;
    }

    /**
     * What is sent, in the order of names.
     *
     * @throws EngineException.Failed when something cannot be read
     */
    public List<TarEntry> entries() {
        try {
            return FileTree.without(IgnorePatterns.in(recipe.context(), recipe.dockerfile()), recipe.context());
        } catch (IOException e) {
            throw Unreadable.failed(toString(), e);
        }
    }

    /**
     * The same as a tar, which is made while it is read.
     *
     * @throws EngineException.Failed when something cannot be read, here or while the tar is read
     */
    public InputStream tar() {
        return new TarStream(toString()).add(entries()).open();
    }

    @Override
    public String toString() {
        return "the build context " + recipe.context();
    }
}
