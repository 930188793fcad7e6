package io.dockerops.dsl

import io.dockerops.engine.model.ProjectValidator
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DesignPageSpec extends Specification {

    @TempDir
    Path folder

    def "try"() {
        given:
        Files.createDirectories(folder.resolve('services/app'))
        Files.writeString(folder.resolve('services/app/Dockerfile'), 'FROM scratch')
        def declared = new ReadScript(folder.resolve('project.groovy')).read(new File('/tmp/dslwords-scratch/page.groovy').text)
        println declared.project()
        declared.problems().each { println it }
        ProjectValidator.check(declared.project(), declared.origins()).each { println it }
        expect:
        true
    }
}
