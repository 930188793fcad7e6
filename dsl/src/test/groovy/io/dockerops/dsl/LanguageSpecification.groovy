package io.dockerops.dsl

import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.ProblemText
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Writes scripts into a folder of its own and loads them. */
abstract class LanguageSpecification extends Specification {

    @Shared
    ProjectScripts scripts = ProjectScripts.uncached()

    @TempDir
    @Shared
    Path folder

    Path write(String name, String text) {
        Path file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    LoadedProject load(String script, Map<String, String> parameters = [:]) {
        scripts.load(write('project.groovy', script), parameters)
    }

    /** The drawn problems of a script that cannot be loaded. */
    String problems(String script, Map<String, String> parameters = [:]) {
        try {
            load(script, parameters)
        } catch (ProblemException e) {
            return drawn(folder, e)
        }
        throw new AssertionError((Object) 'nothing is wrong')
    }

    static String drawn(Path base, ProblemException e) {
        new ProblemText(base, { Path file -> Files.exists(file) ? Files.readAllLines(file) : [] }).draw(e.problems())
    }
}
