package io.dockerops.dsl

import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path

/** Pairs of a wrong script and its problems. With {@code -Dgolden.update=true} the problems are written anew. */
class WrongScriptsSpec extends LanguageSpecification {

    static final Path FOLDER = Path.of('src/test/resources/wrong').toAbsolutePath()

    def "what is wrong with #name is said line by line"() {
        given:
        def expected = FOLDER.resolve("${name}.problems")

        when:
        scripts.load(FOLDER.resolve("${name}.groovy"), [:])

        then:
        def e = thrown(ProblemException)
        said(expected, drawn(FOLDER, e)) == Files.readString(expected)

        where:
        name << Files.list(FOLDER).map { it.fileName.toString() }.filter { it.endsWith('.groovy') }.map { it - '.groovy' }
            .sorted().toList()
    }

    private static String said(Path expected, String drawn) {
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, drawn)
        }
        drawn
    }
}
