package io.dockerops.dsl

import io.dockerops.engine.model.ProjectValidator
import io.dockerops.engine.problem.ProblemText
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Pairs of a wrong script and its problems. With {@code -Dgolden.update=true} the problems are written anew. */
class WrongScriptsSpec extends Specification {

    static final Path FOLDER = Path.of('src/test/resources/wrong').toAbsolutePath()

    def "what is wrong with #name is said line by line"() {
        given:
        def script = FOLDER.resolve("${name}.groovy")
        def expected = FOLDER.resolve("${name}.problems")

        when:
        def drawn = problems(script)
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, drawn)
        }

        then:
        drawn == Files.readString(expected)

        where:
        name << Files.list(FOLDER).map { it.fileName.toString() }.filter { it.endsWith('.groovy') }.map { it - '.groovy' }
            .sorted().toList()
    }

    private static String problems(Path script) {
        def declared = new ReadScript(script).read(Files.readString(script))
        def problems = declared.problems() + ProjectValidator.check(declared.project(), declared.origins())
        def sorted = problems.toSorted { a, b -> a.place().get() <=> b.place().get() }.unique()
        new ProblemText(FOLDER, { Files.readAllLines(it) }).draw(sorted)
    }
}
