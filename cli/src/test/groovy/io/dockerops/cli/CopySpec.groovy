package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is copied into containers, as the user sees it. */
class CopySpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder)
        cli.engine.addImage('nginx:1')
        cli.file('site.conf', 'first')
    }

    private void script(String words) {
        cli.file('project.groovy', "project 'shop'\nservice('web') {\n    image 'nginx:1'\n    $words\n}\n")
    }

    def "a run says what it copies"() {
        given:
        script("copy 'site.conf', to: '/etc/'")

        expect:
        cli.run('run') == ExitCode.FINE
        cli.out.contains("CopyFiles $folder/site.conf to /etc/site.conf")
        cli.engine.copied('shop.web').keySet() == ['/etc/site.conf'] as Set
        cli.run('plan', '--detailed-exitcode') == ExitCode.FINE
    }

    def "a saved plan is refused when a file that it copies has changed"() {
        given:
        script("copy 'site.conf', to: '/etc/'")
        cli.run('plan', '--out', 'next.plan')
        cli.file('site.conf', 'second')

        expect:
        cli.run('run', 'next.plan') == ExitCode.WRONG_INPUT
        cli.err.contains('Copies[/etc/site.conf].Content')
        cli.containers == []
    }

    def "a secret that is missing is told with the line of its copy and how to give it"() {
        given:
        script("copy secret('token'), to: '/run/token'")

        expect:
        cli.run('run') == ExitCode.FAILED
        cli.err.contains('there is no secret `token`')
        cli.err.contains('project.groovy:4')
        cli.err.contains('secrets/token')
    }

    def "a key is made by the first run and by nothing else, and is in nothing that is printed"() {
        given:
        script("copy sshKey(), to: '/ssh_key'")

        when:
        cli.run('validate')
        cli.run('plan')

        then:
        !Files.exists(folder.resolve('keys'))

        when:
        cli.run('run', '--json')

        then:
        def key = Files.readString(folder.resolve('keys/ssh_key'))
        cli.engine.copied('shop.web')['/ssh_key'].content().text() == key
        !(cli.out + cli.err).contains(key.readLines()[1])
    }

    def "a key that is damaged fails the run with what to do"() {
        given:
        script("copy dnsKey(), to: '/dns.key'")
        cli.file('keys/dns.key', 'hello')
        folder.resolve('keys/dns.key').toFile().with { setReadable(false, false); setReadable(true, true); setWritable(false, false); setWritable(true, true) }

        expect:
        cli.run('run') == ExitCode.FAILED
        cli.err.contains('cannot be used: it is not a key as `tsig-keygen` writes it')
        cli.err.contains('remove it: then the next run makes another')
        cli.err.contains('project.groovy:4')
    }
}
