package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files in {@code lib} that hold classes: those whose name begins with a capital letter. All others are files of
 * words, which are included.
 */
final class Libraries {

    private static final String FOLDER = "lib";
    private static final String SUFFIX = ".groovy";

    private Libraries() {}

    /** In the order of their paths. */
    static List<SourceText> beside(Path project) throws IOException {
        Path folder = project.resolveSibling(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Libraries::holdsClasses).sorted().toList();
        }
        List<SourceText> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(SourceText.read(file));
        }
        return sources;
    }

    static boolean holdsClasses(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) && Character.isUpperCase(name.charAt(0));
    }
}
