package io.dockerops.dsl.library;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a library comes from. */
sealed interface LibrarySource {

    /** Groups and artifacts, and versions that mean one thing for ever. */
    Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    /** How the lock file calls it. */
    String text();

    /** A folder, used as it is. */
    record Folder(Path folder) implements LibrarySource {

        @Override
        public String text() {
            return "folder " + folder;
        }
    }

    /**
     * A jar beside the project.
     *
     * @param file the jar
     * @param name its path from the project's folder
     */
    record Jar(Path file, String name) implements LibrarySource {

        @Override
        public String text() {
            return "jar " + name;
        }
    }

    /**
     * A library that comes with DockerOps.
     *
     * @param name one of {@link ShippedFiles#NAMES}
     */
    record Shipped(String name) implements LibrarySource {

        @Override
        public String text() {
            return "dockerops " + name;
        }
    }

    /**
     * A revision of a git repository.
     *
     * @param url the repository, as git takes it
     * @param name the repository, as the user wrote it
     * @param revision a tag, a branch or a commit
     * @param path the library's folder in it; empty for the root
     */
    record Git(String url, String name, String revision, String path) implements LibrarySource {

        @Override
        public String text() {
            return "git " + name + " " + revision + (path.isEmpty() ? "" : " " + path);
        }
    }

    /**
     * A jar of a Maven repository.
     *
     * @param repository the repository, ending with a slash
     */
    record Maven(String group, String artifact, String version, String repository) implements LibrarySource {

        static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

        @Override
        public String text() {
            return "maven " + group + ":" + artifact + ":" + version
                    + (repository.equals(CENTRAL) ? "" : " " + repository);
        }

        /** Where its jar is. */
        URI jar() {
            return URI.create(repository + group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact
                    + "-" + version + ".jar");
        }
    }

    /**
     * What stands behind the word {@code library}.
     *
     * @param said its arguments by name; what has no name by the empty one
     * @param folder the folder of the file that says so
     * @param project the project's folder
     * @throws IllegalArgumentException when it is no source
     */
    static LibrarySource of(Map<String, String> said, Path folder, Path project) {
        if (said.containsKey("")) {
            return local(said.getOrDefault("", ""), folder, project);
        }
        if (said.containsKey("git") == said.containsKey("maven")) {
            throw new Mistake(
                    "a library comes from one place",
                    "write `library 'folder'`, `library git: '…', revision: '…'` or `library maven: '…'`");
        }
        return said.containsKey("git") ? git(said, folder) : maven(said);
    }

    private static LibrarySource local(String name, Path folder, Path project) {
        Path path = folder.resolve(name).normalize();
        boolean shipped = ShippedFiles.NAMES.contains(name);
        if (shipped && !Files.exists(path.resolve(ShippedFiles.SCRIPT))) {
            return new Shipped(name);
        }
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new Mistake("there is no library `" + name + "`", near(name, path));
        }
        if (!name.endsWith(".jar")) {
            throw new Mistake("`" + name + "` is not a library", "name a folder with a `library.groovy`, or a jar");
        }
        return new Jar(path, project.relativize(path).toString());
    }

    private static String near(String name, Path path) {
        Optional<String> shipped = Suggest.nearest(name, ShippedFiles.NAMES);
        if (shipped.isPresent()) {
            return "did you mean `" + shipped.get() + "`?";
        }
        Path parent = path.getParent();
        if (parent != null && Files.isDirectory(parent)) {
            try (var beside = Files.list(parent)) {
                List<String> names = beside.map(other -> String.valueOf(other.getFileName()))
                        .sorted()
                        .toList();
                String prefix = name.substring(0, name.lastIndexOf('/') + 1);
                var found = Suggest.nearest(String.valueOf(path.getFileName()), names);
                if (found.isPresent()) {
                    return "did you mean `" + prefix + found.get() + "`?";
                }
            } catch (IOException e) {
                // A folder that cannot be read has nothing to suggest.
            }
        }
        return "the path is relative to this file";
    }

    private static LibrarySource git(Map<String, String> said, Path folder) {
        only(said, "git", "revision", "path");
        String name = word("git", said.getOrDefault("git", ""));
        if (!said.containsKey("revision")) {
            throw new Mistake("`library git:` needs `revision:`", "name a tag or a commit: `revision: 'v1.0'`");
        }
        String path = said.getOrDefault("path", "");
        if (!path.isEmpty()) {
            word("path", path);
            if (Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith("..")) {
                throw new Mistake("`" + path + "` is not a folder in the repository", "write it without `..` and `/`");
            }
        }
        Path local = folder.resolve(name).normalize();
        boolean address = name.contains("://") || !Files.isDirectory(local);
        return new Git(
                address ? name : local.toString(), name, word("revision", said.getOrDefault("revision", "")), path);
    }

    private static LibrarySource maven(Map<String, String> said) {
        only(said, "maven", "from");
        String coordinates = said.getOrDefault("maven", "");
        String[] parts = coordinates.split(":", -1);
        boolean three = parts.length == 3;
        for (String part : parts) {
            three &= COORDINATE.matcher(part).matches();
        }
        if (!three) {
            throw new Mistake(
                    "`" + coordinates + "` are not Maven coordinates",
                    "write group, artifact and version: `'org.example:monitoring:1.2'`");
        }
        if (parts[2].endsWith("-SNAPSHOT")) {
            throw new Mistake(
                    "`" + parts[2] + "` is another thing each day, and a library is always the same", "name a release");
        }
        String from = word("from", said.getOrDefault("from", Maven.CENTRAL));
        if (!from.startsWith("https://") && !from.startsWith("file:/")) {
            throw new Mistake(
                    "`" + from + "` is not the address of a repository", "it begins with https:// or file:///");
        }
        return new Maven(parts[0], parts[1], parts[2], from.endsWith("/") ? from : from + "/");
    }

    private static void only(Map<String, String> said, String... names) {
        for (String name : said.keySet()) {
            if (!List.of(names).contains(name)) {
                throw new Mistake(
                        "`" + name + ":` does not go with `" + names[0] + ":`",
                        "it takes `" + String.join(":`, `", names) + ":`");
            }
        }
    }

    /** What becomes an argument of a program and a word in the lock file. */
    private static String word(String name, String value) {
        if (value.isEmpty() || value.startsWith("-") || value.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            throw new Mistake("`" + name + ": '" + value + "'` is empty, has a space in it, or begins with `-`");
        }
        return value;
    }
}
