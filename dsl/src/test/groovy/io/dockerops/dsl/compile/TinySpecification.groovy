package io.dockerops.dsl.compile

import io.dockerops.dsl.compile.check.Term
import io.dockerops.dsl.compile.check.Vocabulary
import io.dockerops.dsl.words.Quantities
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.ProblemText
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Writes the files of a project, loads it with the tiny vocabulary and runs it. */
abstract class TinySpecification extends Specification {

    static final Vocabulary TINY =
        new Vocabulary(TinyScript, Quantities, [new Term(Duration, 'a duration', '30.seconds')])

    @TempDir
    Path folder

    Path write(String name = 'project.groovy', String text) {
        Path file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text.stripIndent(true))
        return file
    }

    LoadedScript load(CompiledScripts scripts = CompiledScripts.uncached(TINY)) {
        return scripts.load(folder.resolve('project.groovy'))
    }

    TinyProject ran(LoadedScript script = load()) {
        TinyProject project = new TinyProject(script.places(), script.includes())
        script.run { Script each -> each.binding = new Binding(project: project) }
        return project
    }

    /** The drawn problems of what {@code action} throws. */
    String problems(Closure action) {
        try {
            action.call()
        } catch (ProblemException thrown) {
            return drawn(thrown)
        }
        throw new AssertionError((Object) 'no problems')
    }

    String drawn(ProblemException thrown) {
        return new ProblemText(folder, { Path file -> Files.exists(file) ? Files.readAllLines(file) : [] })
            .draw(thrown.problems()).strip()
    }
}
