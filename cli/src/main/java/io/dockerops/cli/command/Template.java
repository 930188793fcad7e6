package io.dockerops.cli.command;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Files of a project to begin with, which are resources of this program. */
final class Template {

    private static final String NAME = "@NAME@";

    private final String resources;
    private final String command;
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * @param resources the folder of the resources
     * @param command the command that writes it, for hints
     */
    Template(String resources, String command) {
        this.resources = resources;
        this.command = command;
    }

    /** A file of the project, and the resource that it is made from: what has a dot in front has none there. */
    Template with(String file) {
        files.put(file, file.replaceFirst("^\\.", ""));
        return this;
    }

    /** The files from the project's folder. */
    Set<String> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /**
     * Writes the files into {@code folder}, all or none.
     *
     * @param name what stands in them for the project's name
     * @throws ProblemException when one is there already, or cannot be written
     */
    void write(Path folder, String name) {
        for (String file : files.keySet()) {
            if (Files.exists(folder.resolve(file))) {
                throw new ProblemException(Problem.error("there is a `" + file + "` already, and it is not overwritten")
                        .hint("name another folder: dockerops " + command + " FOLDER"));
            }
        }
        files.forEach((file, resource) ->
                create(folder.resolve(file), content(resource).replace(NAME, name)));
    }

    private String content(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resources + resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file, String content) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("`" + file + "` cannot be written: " + e.getMessage()));
        }
    }
}
