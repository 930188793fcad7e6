package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.CompiledUnit;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles scripts and classes statically.
 *
 * <p>A script is compiled without invokedynamic, which costs start-up time and gains nothing in code that runs once.
 */
public final class ScriptCompiler {

    /** The class that a script becomes. Scripts never see each other's classes, so that one name does for all. */
    public static final String SCRIPT_CLASS = "ProjectFile";

    private final Language language;
    private final ClassLoader parent;

    /**
     * @param vocabulary the words of scripts
     * @param parent has the vocabulary, and the classes beside the project when there are any
     */
    public ScriptCompiler(Vocabulary vocabulary, ClassLoader parent) {
        this.language = Language.of(vocabulary);
        this.parent = parent;
    }

    /**
     * What came of a compilation.
     *
     * @param unit the classes, when there are no problems; the includes in any case
     * @param problems every mistake that was found, in the order of the file
     */
    public record Outcome(CompiledUnit unit, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Compiles a file of words. */
    public Outcome script(SourceText source) {
        return new Compilation(language, parent, List.of(source), true).run();
    }

    /** Compiles files that hold classes, all together. */
    public Outcome classes(List<SourceText> sources) {
        return new Compilation(language, parent, new ArrayList<>(sources), false).run();
    }
}
