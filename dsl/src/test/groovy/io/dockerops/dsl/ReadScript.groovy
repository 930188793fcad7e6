package io.dockerops.dsl

import groovy.transform.CompileStatic
import io.dockerops.dsl.build.ProjectBuilder
import io.dockerops.dsl.build.ProjectBuilder.Declared
import io.dockerops.dsl.words.Includes
import io.dockerops.dsl.words.Places
import io.dockerops.dsl.words.ProjectScript
import io.dockerops.dsl.words.WordsBinding
import io.dockerops.engine.model.Size
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import java.time.Duration
import java.util.stream.Stream
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer
import org.codehaus.groovy.control.customizers.ImportCustomizer

/** Reads scripts with Groovy's own static compiler, so that the builders are tried without ours. */
@CompileStatic
class ReadScript implements Places {

    final Path file
    private final GroovyShell shell

    ReadScript(Path file) {
        this.file = file
        def configuration = new CompilerConfiguration(scriptBaseClass: ProjectScript.name)
        configuration.addCompilationCustomizers(
            new ASTTransformationCustomizer(CompileStatic),
            new ImportCustomizer().addImports(Size.name, Duration.name))
        shell = new GroovyShell(ReadScript.classLoader, new Binding(), configuration)
    }

    Declared read(String text, Map<String, String> parameters = [:]) {
        def builder = new ProjectBuilder(file, this, { String path -> } as Includes, parameters)
        def script = (ProjectScript) shell.parse(text, file.fileName.toString())
        script.binding = new WordsBinding(builder.words())
        builder.read { script.run() }
        builder.declared()
    }

    @Override
    SourceRef here() {
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk { Stream<StackWalker.StackFrame> frames ->
            frames.filter { it.declaringClass.classLoader instanceof GroovyClassLoader.InnerLoader && it.lineNumber > 0 }
                .findFirst()
                .map { SourceRef.line(file, it.lineNumber) }
                .orElseThrow { new IllegalStateException('no script is running') }
        }
    }

    @Override
    Optional<SourceRef> of(Throwable thrown) {
        thrown.stackTrace.toList().stream()
            .filter { it.fileName == file.fileName.toString() && it.lineNumber > 0 }
            .findFirst()
            .map { SourceRef.line(file, it.lineNumber) }
    }
}
