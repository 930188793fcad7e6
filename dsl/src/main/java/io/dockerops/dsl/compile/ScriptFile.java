package io.dockerops.dsl.compile;

import groovy.lang.Script;
import io.dockerops.dsl.compile.check.ScriptCompiler;
import io.dockerops.dsl.compile.unit.CallSite;
import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.dsl.compile.unit.UnitLoader;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Path;
import java.util.List;

/**
 * One compiled file, or all classes beside the project.
 *
 * @param source the file; any one of them for classes
 * @param loader what defines its classes
 */
record ScriptFile(SourceText source, UnitLoader loader) {

    /** A new script, not yet run. */
    Script create() {
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
        List<CallSite> calls = loader.unit().calls().stream()
                .filter(call -> call.word().equals(called) && call.line() <= line && line <= call.endLine())
                .toList();
        int start = calls.stream().mapToInt(CallSite::line).max().orElse(0);
        List<CallSite> innermost =
                calls.stream().filter(call -> call.line() == start).toList();
        if (innermost.size() != 1) {
            return SourceRef.line(source.file(), line);
        }
        CallSite call = innermost.get(0);
        return new SourceRef(source.file(), call.line(), call.column(), call.endColumn());
    }
}
