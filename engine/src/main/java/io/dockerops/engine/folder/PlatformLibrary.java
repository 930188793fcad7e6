package io.dockerops.engine.folder;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The library with the images that the services of folders are built upon.
 *
 * @param folder finds its folder; asked when one of its images is named
 * @param baseImage the Debian or Ubuntu that its base image begins with; the library's own when empty
 */
public record PlatformLibrary(Supplier<Path> folder, Optional<String> baseImage) {}
