package io.dockerops.dsl

import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path

/** Projects with libraries, and the problems of each. With {@code -Dgolden.update=true} the problems are written anew. */
class WrongLibrariesSpec extends LanguageSpecification {

    static final Path FOLDER = Path.of('src/test/resources/wrong-libraries').toAbsolutePath()

    def "what is wrong with #name is said line by line"() {
        given:
        def expected = FOLDER.resolve("${name}.problems")

        when:
        scripts.load(FOLDER.resolve("${name}/project.groovy"), [:])

        then:
        def e = thrown(ProblemException)
        said(expected, drawn(FOLDER.resolve(name), e)) == Files.readString(expected)

        where:
        name << Files.list(FOLDER).filter { Files.isDirectory(it) }.map { it.fileName.toString() }.sorted().toList()
    }

    private static String said(Path expected, String drawn) {
        def text = drawn.replace(FOLDER.toString(), '…')
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, text)
        }
        text
    }
}
