package io.dockerops.dsl.compile;

import groovy.lang.Binding;
import io.dockerops.dsl.compile.check.Term;
import io.dockerops.dsl.compile.check.Vocabulary;
import io.dockerops.dsl.words.Quantities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a project of tiny words in a JVM of its own and tells which classes were loaded for it. */
public final class CachedRun {

    private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source:");

    private CachedRun() {}

    /** What the project said, and which classes were loaded that only compiling needs. */
    public record Result(List<String> said, List<String> compilerClasses) {}

    /** Groovy's runtime itself loads a few classes of the tree and of the compiler's exceptions. */
    private static boolean compiles(String name) {
        boolean compiler = name.startsWith("org.apache.groovy.parser.")
                || name.startsWith("org.codehaus.groovy.control.")
                || name.startsWith("org.codehaus.groovy.transform.stc.")
                || name.startsWith("org.codehaus.groovy.classgen.asm.")
                || name.startsWith("io.dockerops.dsl.compile.check.");
        return compiler
                && !name.equals("org.codehaus.groovy.control.CompilationFailedException")
                && !name.equals(Vocabulary.class.getName())
                && !name.equals(Term.class.getName());
    }

    /** Runs {@code project.groovy} of a folder with a compile cache. */
    public static Result inNewJvm(Path folder, Path cache) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        Path output = Files.createTempFile(folder, "output", ".log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CachedRun.class.getName(),
                        folder.toString(),
                        cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
        List<String> classes;
        try (var lines = Files.lines(log)) {
            classes = lines.flatMap(line -> LOADED.matcher(line).results().map(found -> found.group(1)))
                    .filter(CachedRun::compiles)
                    .toList();
        }
        return new Result(Files.readAllLines(output), classes);
    }

    public static void main(String[] arguments) {
        Vocabulary tiny = new Vocabulary(
                TinyScript.class, Quantities.class, List.of(new Term(Duration.class, "a duration", "30.seconds")));
        LoadedScript script =
                CompiledScripts.cachedIn(Path.of(arguments[1]), tiny).load(Path.of(arguments[0], "project.groovy"));
        TinyProject project = new TinyProject(script.places(), script.includes());
        script.run(each -> each.setBinding(new Binding(Map.of("project", project))));
        project.getSaid().forEach(System.out::println);
    }
}
