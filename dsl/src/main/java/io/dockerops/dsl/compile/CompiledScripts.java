package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.cache.CacheKey;
import io.dockerops.dsl.compile.cache.CompileCache;
import io.dockerops.dsl.compile.cache.Installation;
import io.dockerops.dsl.compile.check.ScriptCompiler;
import io.dockerops.dsl.compile.check.Vocabulary;
import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.CompiledUnit;
import io.dockerops.dsl.compile.unit.LibrarySite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The door to compiled scripts.
 *
 * <p>A project is one file, the files that it includes, and classes: every {@code lib/**}{@code /*.groovy} beside it whose
 * name begins with a capital letter. Nothing is run by loading.
 */
public final class CompiledScripts {

    private static final Pattern HEAD =
            Pattern.compile("\\b(" + LibrarySite.LIBRARY + "|" + LibrarySite.PROVIDES + ")\\b");

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
        return load(file, LibraryFolders.NONE);
    }

    /**
     * Compiles {@code file}, the files that it includes by a plain text, the classes beside it, and its libraries.
     *
     * @throws ProblemException with every mistake in all of them, or when {@code file} cannot be read
     */
    public LoadedScript load(Path file, LibraryFolders folders) {
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
        ProjectFiles files = new ProjectFiles(this, folders);
        return new LoadedScript(source.file(), files.project(source, libraries), files);
    }

    ClassLoader vocabularyLoader() {
        return vocabulary.base().getClassLoader();
    }

    /** What a file says of libraries. */
    Compiled head(SourceText source) {
        if (!HEAD.matcher(source.text()).find()) {
            return new Compiled(CompiledUnit.head(List.of()), List.of());
        }
        return compiled(
                CacheKey.of(installation + "\nhead", List.of(), List.of(anywhere(source))),
                () -> new ScriptCompiler(vocabulary, vocabularyLoader(), List.of()).head(source));
    }

    /**
     * The classes beside a project or a library.
     *
     * @param sources the classes
     * @param used what the libraries bring that are named there
     */
    Compiled classes(List<SourceText> sources, Scope used) {
        return compiled(
                CacheKey.of(installation, used.sources(), sources),
                () -> new ScriptCompiler(vocabulary, used.loader(), used.withWords()).classes(sources));
    }

    /** A file of words. */
    Compiled script(SourceText source, Scope scope) {
        return compiled(
                CacheKey.of(installation, scope.sources(), List.of(anywhere(source))),
                () -> new ScriptCompiler(vocabulary, scope.loader(), scope.withWords()).script(source));
    }

    /** A script does not know its place, so that a copy of it is no reason to compile again. */
    private static SourceText anywhere(SourceText source) {
        return new SourceText(Path.of(""), source.text());
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
