package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.Compiled;
import io.dockerops.dsl.compile.unit.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles scripts and classes statically.
 *
 * <p>A script is compiled without invokedynamic, which costs start-up time and gains nothing in code that runs once.
 */
public final class ScriptCompiler {

    /**
     * The class that a script becomes. Scripts never see each other's classes, so that one name does for all; it is none
     * that a variable, a word or a class of the user has.
     */
    public static final String SCRIPT_CLASS = "_project";

    private final Language language;
    private final ClassLoader parent;

    /**
     * @param vocabulary the words of scripts
     * @param parent has the vocabulary, the classes beside the project and those of libraries, when there are any
     * @param words the classes of libraries that hold words
     */
    public ScriptCompiler(Vocabulary vocabulary, ClassLoader parent, List<Class<?>> words) {
        this.language = Language.of(vocabulary, new AddedWords(words));
        this.parent = parent;
    }

    /** Compiles a file of words. */
    public Compiled script(SourceText source) {
        return new Compilation(language, parent, List.of(source), true).run();
    }

    /** Reads what a file of words says of libraries; nothing of a file that cannot be parsed. */
    public Compiled head(SourceText source) {
        return new Compilation(language, parent, List.of(source), true).head();
    }

    /** Compiles files that hold classes, all together. */
    public Compiled classes(List<SourceText> sources) {
        return new Compilation(language, parent, new ArrayList<>(sources), false).run();
    }
}
