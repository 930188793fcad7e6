package io.dockerops.dsl.compile;

import groovy.lang.Script;
import io.dockerops.dsl.compile.check.ScriptCompiler;
import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.dsl.compile.unit.UnitLoader;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One compiled file, or all classes beside the project.
 *
 * @param source the file; any one of them for classes
 * @param loader what defines its classes
 */
record ScriptFile(SourceText source, UnitLoader loader) {

    /** A new script, not yet run. */
    Script create() {
        GroovyRuntime.await();
        try {
            return (Script) loader.loadClass(ScriptCompiler.SCRIPT_CLASS)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled script cannot be created: " + source.file(), e);
        }
    }

    /**
     * A line of one of the classes.
     *
     * @param type the class
     * @param line the line
     * @param called the method that is called there, from whose calls the columns are known
     */
    SourceRef place(String type, int line, String called) {
        String file = loader.unit().files().getOrDefault(type, "");
        boolean script = loader.unit().classes().containsKey(ScriptCompiler.SCRIPT_CLASS);
        if (!script) {
            return SourceRef.line(file.isEmpty() ? source.file() : Path.of(file), line);
        }
        CallSite call = call(called, line);
        return call == null
                ? SourceRef.line(source.file(), line)
                : new SourceRef(source.file(), call.line(), call.column(), call.endColumn());
    }

    /** The call that begins nearest before the line or in it; null when there is none, or there are two in one line. */
    private @Nullable CallSite call(String called, int line) {
        CallSite nearest = null;
        boolean ambiguous = false;
        for (CallSite call : loader.unit().calls()) {
            if (call.line() > line || line > call.endLine() || !call.word().equals(called)) {
                continue;
            }
            ambiguous = nearest != null && nearest.line() == call.line();
            if (nearest == null || nearest.line() < call.line()) {
                nearest = call;
            }
        }
        return ambiguous ? null : nearest;
    }
}
