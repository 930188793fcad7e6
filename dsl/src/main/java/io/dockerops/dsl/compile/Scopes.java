package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.LibrarySite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.dsl.compile.unit.UnitLoader;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the libraries that a project and its libraries name, and compiles their classes. */
final class Scopes {

    /** The version of the language that libraries are written for. */
    static final int LANGUAGE = 1;

    private static final String FILE = "library.groovy";

    private final CompiledScripts scripts;
    private final LibraryFolders folders;
    private final Map<Path, Library> known = new LinkedHashMap<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private final Map<String, ScriptFile> classes = new LinkedHashMap<>();
    private int loaders;

    Scopes(CompiledScripts scripts, LibraryFolders folders) {
        this.scripts = scripts;
        this.folders = folders;
    }

    /** The libraries found so far, each after those that it names. */
    List<Library> libraries() {
        return List.copyOf(known.values());
    }

    /** The files of classes of libraries, by the names of their loaders. */
    Map<String, ScriptFile> classes() {
        return classes;
    }

    /**
     * What a project's file is compiled against.
     *
     * @param beside the classes beside it
     * @throws ProblemException with what is wrong with its libraries, or with the classes
     */
    Scope ofProject(SourceText main, List<SourceText> beside) {
        List<LibrarySite> sites = sites(main);
        List<Problem> problems = new ArrayList<>();
        sites.stream()
                .filter(site -> site.word().equals(LibrarySite.PROVIDES))
                .forEach(site -> problems.add(Problem.error(
                        main.place(site.call()),
                        "`provides` belongs in the file of a library, and this is a project's",
                        "a project is named by `project '…'`")));
        return scope(main, sites, beside, "lib", problems);
    }

    /** What a file says of libraries. */
    private List<LibrarySite> sites(SourceText source) {
        Compiled head = scripts.head(source);
        if (!head.problems().isEmpty()) {
            throw new ProblemException(head.problems());
        }
        return head.unit().libraries();
    }

    private Scope scope(
            SourceText main, List<LibrarySite> sites, List<SourceText> beside, String name, List<Problem> problems) {
        Map<Map<String, String>, Library> libraries = new LinkedHashMap<>();
        Clashes clashes = new Clashes();
        for (LibrarySite site : sites) {
            if (site.word().equals(LibrarySite.LIBRARY)) {
                SourceRef place = main.place(site.call());
                try {
                    Library library = library(site.said(), main.file());
                    if (!libraries.containsValue(library)) {
                        library.scope()
                                .own()
                                .ifPresent(own -> clashes.add(own, "the library `" + library.name() + "`", place));
                    }
                    libraries.putIfAbsent(site.said(), library);
                } catch (IllegalArgumentException e) {
                    problems.add(Mistake.of(e).at(place));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        problems.addAll(clashes.problems());
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Scope used = used(libraries);
        if (beside.isEmpty()) {
            return used;
        }
        AddedClasses own = compiled(beside, used, name);
        clashes.add(own, "`lib/` beside this file", SourceRef.line(main.file(), 1));
        if (!clashes.problems().isEmpty()) {
            throw new ProblemException(clashes.problems());
        }
        List<SourceText> sources = new ArrayList<>(beside);
        sources.addAll(used.sources());
        return new Scope(libraries, Optional.of(own), sources, own.loader());
    }

    /** What the libraries bring. */
    private Scope used(Map<Map<String, String>, Library> libraries) {
        Set<SourceText> sources = new LinkedHashSet<>();
        Set<UnitLoader> loaders = new LinkedHashSet<>();
        for (Library library : libraries.values()) {
            sources.addAll(library.scope().sources());
            library.scope().own().ifPresent(own -> loaders.add(own.loader()));
        }
        ClassLoader vocabulary = scripts.vocabularyLoader();
        return new Scope(
                libraries,
                Optional.empty(),
                List.copyOf(sources),
                loaders.isEmpty() ? vocabulary : new LibraryLoader(vocabulary, List.copyOf(loaders)));
    }

    private AddedClasses compiled(List<SourceText> beside, Scope used, String name) {
        Compiled compiled = scripts.classes(beside, used);
        if (!compiled.problems().isEmpty()) {
            throw new ProblemException(compiled.problems());
        }
        UnitLoader loader = new UnitLoader(name, used.loader(), compiled.unit());
        classes.put(loader.getName(), new ScriptFile(beside.get(0), loader));
        return new AddedClasses(loader);
    }

    private Library library(Map<String, String> said, Path from) {
        Path file = folders.find(said, from).resolve(FILE).toAbsolutePath().normalize();
        if (open.contains(file)) {
            throw new Mistake(
                    open.size() == 1
                            ? "the library names itself"
                            : "libraries name each other in a circle: " + circle(file),
                    "take this line out, or one of the others");
        }
        Library before = known.get(file);
        if (before != null) {
            return before;
        }
        if (!Files.isRegularFile(file)) {
            throw new Mistake(
                    "there is no `" + FILE + "` in the folder of the library",
                    "a library has this file at its root, and it is not in " + file.getParent());
        }
        open.push(file);
        try {
            Library library = read(file);
            known.put(file, library);
            return library;
        } catch (IOException e) {
            throw new Mistake("the library's file " + file + " cannot be read");
        } finally {
            open.pop();
        }
    }

    private String circle(Path again) {
        List<Path> chain = new ArrayList<>(open).subList(0, new ArrayList<>(open).indexOf(again) + 1);
        List<String> names = new ArrayList<>();
        chain.forEach(file -> names.add(
                0, String.valueOf(Objects.requireNonNull(file.getParent()).getFileName())));
        names.add(names.get(0));
        return String.join(" → ", names);
    }

    private Library read(Path file) throws IOException {
        SourceText source = SourceText.read(file);
        List<LibrarySite> sites = sites(source);
        LibrarySite provides = sites.stream()
                .filter(site -> site.word().equals(LibrarySite.PROVIDES))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error(
                        SourceRef.line(file, 1),
                        "the library does not say what it provides",
                        "write `provides '…', language: " + LANGUAGE + "` at the top")));
        String name = provides.said().getOrDefault("", "");
        String language = provides.said().getOrDefault("language", "");
        if (!language.equals(Integer.toString(LANGUAGE))) {
            throw new Mistake(
                    "the library `" + name + "` is written for version " + language
                            + " of the language, and this DockerOps knows version " + LANGUAGE,
                    "take another revision of the library, or another version of DockerOps");
        }
        loaders++;
        Scope scope = scope(source, sites, Libraries.beside(file), "library " + loaders, new ArrayList<>());
        return new Library(name, source, scope);
    }
}
