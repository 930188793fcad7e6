package io.dockerops.dsl.library;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a library that comes with DockerOps: resources, in a folder or in the program's jar. */
final class ShippedFiles {

    /** The names of these libraries. */
    static final List<String> NAMES = List.of("platform");

    /** The file that makes a folder a library. */
    static final String SCRIPT = "library.groovy";

    private final String name;

    ShippedFiles(String name) {
        this.name = name;
    }

    /** Writes the files into {@code folder}. */
    void extract(Path folder) throws IOException {
        URL script = ShippedFiles.class.getResource("shipped/" + name + "/" + SCRIPT);
        if (script == null) {
            throw new IllegalStateException("the library " + name + " is missing");
        }
        URI address = address(script);
        if (!address.getScheme().equals("jar")) {
            copy(Path.of(address).resolveSibling("."), folder);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
            String entry = address.toString().substring(address.toString().indexOf("!/") + 1);
            copy(jar.getPath(entry).resolveSibling(""), folder);
        }
    }

    private static URI address(URL resource) {
        try {
            return resource.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a resource has an address", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path source = from.toAbsolutePath().normalize();
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(source.relativize(file).toString());
                Files.createDirectories(target.resolveSibling("."));
                // Without the file's rights, which the program's jar does not have either.
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
