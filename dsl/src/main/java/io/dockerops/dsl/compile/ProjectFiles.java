package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.IncludeSite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.dsl.compile.unit.UnitLoader;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one project, each compiled once. */
final class ProjectFiles {

    private final CompiledScripts scripts;
    private final List<SourceText> libraries;
    private final ClassLoader parent;
    private final Map<Path, ScriptFile> files = new LinkedHashMap<>();
    private final Map<String, ScriptFile> byLoader = new LinkedHashMap<>();

    /** @throws ProblemException when the classes beside the project are wrong */
    ProjectFiles(CompiledScripts scripts, List<SourceText> libraries) {
        this.scripts = scripts;
        this.libraries = libraries;
        this.parent = libraries.isEmpty() ? scripts.vocabularyLoader() : classes(libraries);
    }

    private ClassLoader classes(List<SourceText> sources) {
        Compiled compiled = scripts.classes(sources);
        if (!compiled.problems().isEmpty()) {
            throw new ProblemException(compiled.problems());
        }
        UnitLoader loader = new UnitLoader("lib", scripts.vocabularyLoader(), compiled.unit());
        byLoader.put(loader.getName(), new ScriptFile(sources.get(0), loader));
        return loader;
    }

    /**
     * Compiles a file and what it includes by a plain text.
     *
     * @throws ProblemException with all that is wrong with any of them
     */
    ScriptFile withIncludes(SourceText main) {
        List<Problem> problems = new ArrayList<>();
        Deque<SourceText> open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty()) {
            SourceText source = open.remove();
            if (files.containsKey(source.file())) {
                continue;
            }
            Compiled compiled = scripts.script(source, libraries, parent);
            problems.addAll(compiled.problems());
            add(source, compiled);
            for (IncludeSite include : compiled.unit().includes()) {
                Path file = source.file().resolveSibling(include.path()).normalize();
                Optional<Problem> wrong = unusable(place(source, include.call()), include.path(), file);
                if (wrong.isEmpty()) {
                    read(file).ifPresent(open::add);
                } else if (include.always()) {
                    problems.add(wrong.get());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return Objects.requireNonNull(files.get(main.file()));
    }

    /**
     * A file that is included while the project runs.
     *
     * @param path as the user wrote it
     * @param from the {@code include}
     * @throws ProblemException when it cannot be read or is wrong
     */
    ScriptFile included(String path, SourceRef from) {
        Path file = from.file().resolveSibling(path).normalize();
        ScriptFile known = files.get(file);
        if (known != null) {
            return known;
        }
        Optional<Problem> wrong = unusable(from, path, file);
        if (wrong.isPresent()) {
            throw new ProblemException(wrong.get());
        }
        return withIncludes(read(file).orElseThrow());
    }

    /** The file whose classes a loader of this name has defined. */
    Optional<ScriptFile> ofLoader(String name) {
        return Optional.ofNullable(byLoader.get(name));
    }

    private void add(SourceText source, Compiled compiled) {
        UnitLoader loader = new UnitLoader("script " + (files.size() + 1), parent, compiled.unit());
        ScriptFile file = new ScriptFile(source, loader);
        files.put(source.file(), file);
        byLoader.put(loader.getName(), file);
    }

    private static SourceRef place(SourceText source, CallSite call) {
        return new SourceRef(source.file(), call.line(), call.column(), call.endColumn());
    }

    private static Optional<SourceText> read(Path file) {
        try {
            return Optional.of(SourceText.read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Why a file cannot be included, if it cannot. */
    private static Optional<Problem> unusable(SourceRef place, String path, Path file) {
        if (!Files.exists(file)) {
            Problem problem = Problem.error(place, "there is no file `" + path + "`");
            return Optional.of(similar(path, file)
                    .map(near -> problem.hint("did you mean `" + near + "`?"))
                    .orElse(problem));
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return Optional.of(Problem.error(place, "the file `" + path + "` cannot be read"));
        }
        if (Libraries.holdsClasses(file)) {
            return Optional.of(Problem.error(
                    place,
                    "`" + path + "` holds classes, and cannot be included",
                    "its classes can be used as they are; give a file of words a small first letter"));
        }
        return Optional.empty();
    }

    private static Optional<String> similar(String path, Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> names = beside.filter(Files::isRegularFile)
                    .map(other -> other.getFileName().toString())
                    .sorted()
                    .toList();
            String prefix = path.substring(0, path.lastIndexOf('/') + 1);
            return Suggest.nearest(file.getFileName().toString(), names).map(near -> prefix + near);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
