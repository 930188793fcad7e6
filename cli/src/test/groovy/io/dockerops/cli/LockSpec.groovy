package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.json.Json
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import spock.lang.Specification
import spock.lang.TempDir

/** Libraries and the command {@code lock}. */
class LockSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder)
    }

    private void jar(String script) {
        new ZipOutputStream(Files.newOutputStream(folder.resolve('cache.jar'))).withCloseable { zip ->
            zip.putNextEntry(new ZipEntry('library.groovy'))
            zip.write("provides 'cache', language: 1\n$script".bytes)
            zip.closeEntry()
        }
    }

    def "the first use of a library is told on standard error, and later ones are not"() {
        given:
        jar("service 'cache'")
        cli.file('project.groovy', "project 'p'; library 'cache.jar'")

        expect:
        cli.run('validate') == ExitCode.FINE
        cli.out == 'Valid: project `p` with 1 service, 1 instance, 0 networks, 0 volumes.\n'
        cli.err.contains('the library jar cache.jar is used for the first time')
        cli.run('validate') == ExitCode.FINE
        cli.err == ''
    }

    def "lock lists libraries, refuses a changed one, and takes it when told to"() {
        given:
        jar("service 'cache'")
        cli.file('project.groovy', "project 'p'; library 'cache.jar'")

        expect:
        cli.run('lock') == ExitCode.FINE
        cli.out ==~ /sha256:[0-9a-f]{64} jar cache.jar\n/

        when:
        jar("service 'other'")

        then:
        cli.run('run') == ExitCode.WRONG_INPUT
        cli.err.contains('`dockerops lock --update`')
        cli.run('lock') == ExitCode.WRONG_INPUT
        cli.run('lock', '--update', '--json') == ExitCode.FINE
        Json.object(cli.out).libraries.keySet() == ['jar cache.jar'] as Set
        cli.run('validate') == ExitCode.FINE
    }

    def "a project without libraries from elsewhere has nothing to lock"() {
        given:
        cli.file('project.groovy', "project 'p'; library 'libs/own'").file('libs/own/library.groovy', "provides 'own', language: 1")

        expect:
        cli.run('lock', '--update') == ExitCode.FINE
        cli.out == 'The project uses no library that is pinned.\n'
        !Files.exists(folder.resolve('dockerops.lock'))
    }
}
