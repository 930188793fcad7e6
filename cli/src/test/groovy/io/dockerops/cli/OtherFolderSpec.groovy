package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Two projects of the same name in different folders of one machine. */
class OtherFolderSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder)
        cli.engine.addImage('postgres:17')
        cli.engine.addImage('nginx:1')
        cli.file('first/project.groovy', Cli.SHOP).file('second/project.groovy', Cli.SHOP.replace('8080:80', '9090:80'))
        assert cli.run('run', 'first/project.groovy') == ExitCode.FINE
    }

    def "what another folder has made is not changed when nobody can be asked"() {
        expect:
        cli.run('run', 'second/project.groovy') == ExitCode.WRONG_INPUT
        cli.err.contains("The containers of `shop` were made from $folder/first, and this is another folder")
        cli.err.contains('give --yes when the answer is yes')
        published() == ['8080']
    }

    def "somebody who is asked can say no, or yes"() {
        given:
        cli.terminal.input = true

        when:
        cli.input = new ByteArrayInputStream('n\n'.bytes)

        then:
        cli.run('run', 'second/project.groovy') == ExitCode.FAILED
        published() == ['8080']

        when:
        cli.input = new ByteArrayInputStream('y\n'.bytes)

        then:
        cli.run('run', 'second/project.groovy') == ExitCode.FINE
        published() == ['9090']
    }

    def "there is no question when nothing is to be done, nor with --yes, nor for a folder that was moved"() {
        expect:
        cli.run('run', 'first/project.groovy') == ExitCode.FINE
        cli.run('run', '--yes', 'second/project.groovy') == ExitCode.FINE

        when:
        Files.move(folder.resolve('second'), folder.resolve('third'))
        Files.move(folder.resolve('first'), folder.resolve('fourth'))

        then:
        cli.run('run', '--yes', 'fourth/project.groovy') == ExitCode.FINE
        cli.run('clean', 'third/project.groovy', '--yes') == ExitCode.FINE
    }

    private List<String> published() {
        cli.engine.containers([:] as TreeMap<String, String>).find { it.name() == 'shop.web.one' }.publishedPorts()
            .collect { (it =~ /(\d+)->/)[0][1] }.unique()
    }
}
