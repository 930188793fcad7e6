package io.dockerops.dsl.compile;

import groovy.lang.Script;
import io.dockerops.dsl.words.Includes;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project that has been compiled and can be run. It may be run several times, by one thread at a time. */
public final class LoadedScript {

    private final Path file;
    private final ScriptFile main;
    private final ProjectFiles files;
    private final ScriptPlaces places;
    private final Failures failures;
    private final Deque<Path> running = new ArrayDeque<>();
    private final Set<Path> included = new LinkedHashSet<>();
    private @Nullable Consumer<? super Script> connect;

    LoadedScript(Path file, ScriptFile main, ProjectFiles files) {
        this.file = file;
        this.main = main;
        this.files = files;
        this.places = new ScriptPlaces(files);
        this.failures = new Failures(places);
    }

    /** The project's file. */
    public Path file() {
        return file;
    }

    /** Where a word is used, while the project runs. */
    public Places places() {
        return places;
    }

    /** What the word that includes files calls, while the project runs. */
    public Includes includes() {
        return new Includes() {

            @Override
            public void include(String path) {
                LoadedScript.this.include(path);
            }

            @Override
            public void library(Map<String, String> said) {
                LoadedScript.this.library(said);
            }
        };
    }

    /**
     * Runs the project's file, and the files that it includes.
     *
     * @param connect called for the script of each file before it runs; what it does for the first makes the words of
     *     all speak to one project
     * @throws ProblemException when an included file is wrong, when a word throws it, or when the user's code or what it
     *     gave to a word fails
     */
    public void run(Consumer<? super Script> connect) {
        this.connect = connect;
        included.clear();
        included.add(main.source().file());
        run(main);
    }

    private void run(ScriptFile script) {
        running.push(script.source().file());
        try {
            Script instance = script.create();
            if (connect != null) {
                connect.accept(instance);
            }
            instance.run();
        } catch (Throwable thrown) {
            throw failures.problemOf(thrown);
        } finally {
            running.pop();
        }
    }

    private void include(String path) {
        SourceRef from = places.here();
        Path target = from.file().resolveSibling(path).normalize();
        if (running.contains(target)) {
            throw new ProblemException(Problem.error(
                    from, "this file includes itself: " + chain(target), "leave one of the includes away"));
        }
        ScriptFile script = files.included(path, from);
        if (included.add(target)) {
            run(script);
        }
    }

    private void library(Map<String, String> said) {
        SourceRef from = places.here();
        Library library = files.library(from.file(), said)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        from,
                        "this library was not known when the file was compiled",
                        "name it by plain texts, at the top level of the file")));
        if (included.add(library.script().file())) {
            run(files.of(library));
        }
    }

    /** {@code project.groovy → lib/a.groovy → project.groovy} */
    private String chain(Path target) {
        List<Path> chain = new ArrayList<>(running);
        Collections.reverse(chain);
        List<Path> circle = new ArrayList<>(chain.subList(chain.indexOf(target), chain.size()));
        circle.add(target);
        Path base = file.getParent();
        return circle.stream()
                .map(one -> base != null && one.startsWith(base) ? base.relativize(one) : one)
                .map(Path::toString)
                .collect(Collectors.joining(" → "));
    }
}
