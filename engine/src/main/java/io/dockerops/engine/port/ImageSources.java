package io.dockerops.engine.port;

import io.dockerops.engine.model.Image;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What images and containers are made from on this machine: build contexts, root file systems, files that are mounted. */
public interface ImageSources {

    /**
     * A text that changes when what {@code image} is made from changes: file contents, modes, arguments, recipe.
     *
     * @throws EngineException.Failed when something cannot be read
     */
    String fingerprint(Image image);

    /**
     * What the Dockerfile of {@code build} says before it is built.
     *
     * @throws io.dockerops.engine.problem.ProblemException when it is missing or wrong
     */
    BuildOutline outline(Image.Build build);

    /**
     * Makes a root file system and gives it as a tar. Reading may wait for the tool that makes it, and fails when that
     * fails; closing ends the tool.
     *
     * @throws EngineException.Failed when a tool is missing, with what to install
     */
    InputStream rootfs(Image.Rootfs recipe, ProgressListener progress);

    /**
     * A short text that changes when what is in the file or folder {@code path} changes, or its modes.
     *
     * @throws EngineException.Failed when it cannot be read
     */
    String copied(Path path);

    /**
     * A short text that changes when what is in {@code path} changes.
     *
     * @param folder whether a folder counts too, with all that is in it
     * @return empty when there is nothing that counts, or when this user may not read it
     */
    Optional<String> content(Path path, boolean folder);
}
