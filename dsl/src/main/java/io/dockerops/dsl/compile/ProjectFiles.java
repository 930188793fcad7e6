package io.dockerops.dsl.compile;

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
    private final Scopes scopes;
    private final Map<Path, ScriptFile> files = new LinkedHashMap<>();
    private final Map<Path, Scope> scopeOf = new LinkedHashMap<>();
    private final Map<String, ScriptFile> byLoader = new LinkedHashMap<>();

    ProjectFiles(CompiledScripts scripts, LibraryFolders folders) {
        this.scripts = scripts;
        this.scopes = new Scopes(scripts, folders);
    }

    /**
     * Compiles a project: its classes, its libraries, its file, and what that includes by a plain text.
     *
     * @param beside the classes beside it
     * @throws ProblemException with all that is wrong with any of them
     */
    ScriptFile project(SourceText main, List<SourceText> beside) {
        Scope scope = scopes.ofProject(main, beside);
        scope.own().ifPresent(own -> byLoader.put(own.loader().getName(), new ScriptFile(beside.get(0), own.loader())));
        List<Problem> problems = new ArrayList<>();
        for (Library library : scopes.libraries()) {
            try {
                withIncludes(library.script(), library.scope());
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return withIncludes(main, scope);
    }

    /** The library that a file names by saying {@code said}. */
    Optional<Library> library(Path file, Map<String, String> said) {
        return Optional.ofNullable(scopeOf.get(file))
                .map(scope -> scope.libraries().get(said));
    }

    /** The file of words of a library. */
    ScriptFile of(Library library) {
        return Objects.requireNonNull(files.get(library.script().file()));
    }

    private ScriptFile withIncludes(SourceText main, Scope scope) {
        List<Problem> problems = new ArrayList<>();
        Deque<SourceText> open = new ArrayDeque<>(List.of(main));
        while (!open.isEmpty()) {
            SourceText source = open.remove();
            if (files.containsKey(source.file())) {
                continue;
            }
            Compiled compiled = scripts.script(source, scope);
            problems.addAll(compiled.problems());
            if (!source.equals(main)) {
                problems.addAll(misplaced(source));
            }
            add(source, compiled, scope);
            for (IncludeSite include : compiled.unit().includes()) {
                Path file = source.file().resolveSibling(include.path()).normalize();
                Optional<Problem> wrong = unusable(source.place(include.call()), include.path(), file);
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

    /** The words of libraries count for all that a project includes, so they are known before. */
    private List<Problem> misplaced(SourceText included) {
        Compiled head = scripts.head(included);
        List<Problem> problems = new ArrayList<>(head.problems());
        head.unit()
                .libraries()
                .forEach(site -> problems.add(Problem.error(
                        included.place(site.call()),
                        "`" + site.word() + "` does not stand in a file that is included",
                        "write it in the file that includes this one")));
        return problems;
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
        return withIncludes(read(file).orElseThrow(), Objects.requireNonNull(scopeOf.get(from.file())));
    }

    /** The file whose classes a loader of this name has defined. */
    Optional<ScriptFile> ofLoader(String name) {
        return Optional.ofNullable(byLoader.get(name));
    }

    /** The file of classes of a library that a loader of this name has defined. */
    Optional<ScriptFile> ofLibrary(String name) {
        return byLoader.containsKey(name)
                ? Optional.empty()
                : Optional.ofNullable(scopes.classes().get(name));
    }

    private void add(SourceText source, Compiled compiled, Scope scope) {
        UnitLoader loader = new UnitLoader("script " + (files.size() + 1), scope.loader(), compiled.unit());
        ScriptFile file = new ScriptFile(source, loader);
        files.put(source.file(), file);
        scopeOf.put(source.file(), scope);
        byLoader.put(loader.getName(), file);
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
