package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.cache.CacheKey;
import io.dockerops.dsl.compile.cache.CompileCache;
import io.dockerops.dsl.compile.cache.Installation;
import io.dockerops.dsl.compile.check.ScriptCompiler;
import io.dockerops.dsl.compile.check.Vocabulary;
import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.CompiledUnit;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door to compiled scripts.
 *
 * <p>A project is one file, the files that it includes, and classes: every {@code lib/**}{@code /*.groovy} beside it whose
 * name begins with a capital letter. Nothing is run by loading.
 */
public final class CompiledScripts {

    private final Vocabulary vocabulary;
    private final @Nullable CompileCache cache;
    private final String installation;

    private CompiledScripts(Vocabulary vocabulary, @Nullable CompileCache cache) {
        this.vocabulary = vocabulary;
        this.cache = cache;
        this.installation = cache == null
                ? ""
                : Installation.of(List.of(
                        vocabulary.base(),
                        vocabulary.units(),
                        CompiledScripts.class,
                        Problem.class,
                        groovy.lang.Script.class));
    }

    /** Begins to start what compiling and running scripts needs. To be called when a script is going to be loaded. */
    public static void prepare() {
        GroovyRuntime.prepare();
    }

    /** Compiles what is loaded each time. */
    public static CompiledScripts uncached(Vocabulary vocabulary) {
        return new CompiledScripts(vocabulary, null);
    }

    /**
     * Keeps what was compiled.
     *
     * @param folder the folder of DockerOps' caches of this user; it is made when it is missing, and not used when
     *     another user could write to it
     */
    public static CompiledScripts cachedIn(Path folder, Vocabulary vocabulary) {
        return new CompiledScripts(vocabulary, new CompileCache(folder));
    }

    /**
     * Compiles {@code file}, the files that it includes by a plain text, and the classes beside it.
     *
     * @throws ProblemException with every mistake in all of them, or when {@code file} cannot be read
     */
    public LoadedScript load(Path file) {
        Path main = file.toAbsolutePath().normalize();
        List<SourceText> libraries;
        SourceText source;
        try {
            source = SourceText.read(main);
            libraries = Libraries.beside(main);
        } catch (IOException e) {
            String reason = Files.exists(main) ? "cannot be read" : "does not exist";
            throw new ProblemException(Problem.error("the file " + file + " " + reason));
        }
        ProjectFiles files = new ProjectFiles(this, libraries);
        return new LoadedScript(source.file(), files.withIncludes(source), files);
    }

    ClassLoader vocabularyLoader() {
        return vocabulary.base().getClassLoader();
    }

    /** The classes beside a project. */
    Compiled classes(List<SourceText> libraries) {
        return compiled(
                CacheKey.of(installation, List.of(), libraries),
                () -> new ScriptCompiler(vocabulary, vocabularyLoader()).classes(libraries));
    }

    /** A file of words, compiled against {@code libraries}, which {@code parent} has. */
    Compiled script(SourceText source, List<SourceText> libraries, ClassLoader parent) {
        // A script does not know its place, so that a copy of it is no reason to compile again.
        SourceText anywhere = new SourceText(Path.of(""), source.text());
        return compiled(
                CacheKey.of(installation, libraries, List.of(anywhere)),
                () -> new ScriptCompiler(vocabulary, parent).script(source));
    }

    private Compiled compiled(CacheKey key, Supplier<Compiled> compile) {
        Optional<CompiledUnit> kept = cache == null ? Optional.empty() : cache.find(key);
        if (kept.isPresent()) {
            return new Compiled(kept.get(), List.of());
        }
        GroovyRuntime.await();
        Compiled compiled = compile.get();
        if (cache != null && compiled.problems().isEmpty()) {
            cache.keep(key, compiled.unit());
        }
        return compiled;
    }
}
