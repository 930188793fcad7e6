package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.HostId
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.HostUnreachable.Reason
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** How failures are worded and what they end with. */
class FailuresSpec extends Specification {

    private static final String DB_ALONE = "project 'shop'\nservice('db') {\n    image 'postgres:17'\n}\n"

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
    }

    private static String withoutTimes(String text) {
        text.replaceAll(/(0{11}\d)f{52}/, 'ID').replaceAll(/\d+\.\d+ s/, 'T').replaceAll(/DockerOps \d.*, Java .*/, 'DockerOps VERSION').replaceAll(/(\tat .*\n)+/, '\tat ...\n')
    }

    def "a run in which #name"() {
        given:
        world.call(cli)

        expect:
        cli.run('run', '--quiet', '--parallel', '1') == code
        Golden.matches("failures/${name.replace(' ', '-')}.txt", withoutTimes(cli.err))

        where:
        name                       | code                 | world
        'a container ends at once' | ExitCode.FAILED      | {
            it.file('project.groovy', DB_ALONE)
            it.engine.processes().run('shop.db', FakeProgram.exits(3).prints('starting up').printsError('no disk'))
        }
        'the engine refuses'       | ExitCode.FAILED      | {
            it.engine.faults().on(Kind.START, 'shop.db').fail(new EngineRefused(500, 'no space left on device'))
        }
        'an image is missing'      | ExitCode.FAILED      | {
            it.file('project.groovy', Cli.SHOP.replace('postgres:17', 'postgres:99'))
        }
        'a port is taken'          | ExitCode.FAILED      | { it.engine.machine().occupyPort(8080) }
        'several things fail'      | ExitCode.FAILED      | {
            it.engine.faults().on(Kind.START, 'shop.web.one').fail(new EngineRefused(500, 'first line\nsecond line'))
            it.engine.machine().occupyPort(8081)
        }
        'the engine dies'          | ExitCode.UNREACHABLE | {
            it.file('project.groovy', DB_ALONE)
            it.engine.faults().on(Kind.START, 'shop.db').die()
        }
        'DockerOps has a bug'      | ExitCode.BUG         | {
            it.engine.faults().on(Kind.START, 'shop.db').fail(new IllegalStateException('index 3 of 2'))
        }
    }

    def "before anything is done, #name"() {
        given:
        world.call(cli)

        expect:
        cli.run('run') == code
        Golden.matches("failures/${name.replace(' ', '-')}.txt", cli.err)
        cli.out == ''

        where:
        name                         | code                  | world
        'the host cannot be reached' | ExitCode.UNREACHABLE  | {
            it.hosts.refuse(HostId.LOCAL, new HostUnreachable(
                Reason.NOT_RUNNING, 'no Docker engine answers at unix:///var/run/docker.sock', 'start Docker', new IOException()))
        }
        'the engine cannot answer'   | ExitCode.FAILED       | {
            it.engine.faults().on(Kind.LIST_CONTAINERS).fail(new EngineException.Failed('the list is broken', 'mend it'))
        }
        'the script is wrong'        | ExitCode.WRONG_INPUT  | {
            it.file('project.groovy', "project 'shop'\nservice('web') {\n    imag 'nginx'\n    lnk 'db'\n}\n")
        }
        'a name is taken'            | ExitCode.WRONG_INPUT  | {
            it.engine.createContainer('shop.db', io.dockerops.engine.model.Specification.builder().put('Image', 'nginx:1').build())
        }
    }

    def "a bug is told with version, stack trace and what to do"() {
        given:
        cli.engine.faults().on(Kind.LIST_CONTAINERS).fail(new IllegalStateException('index 3 of 2'))

        when:
        def code = cli.run('run')
        def lines = cli.err.readLines()

        then:
        code == ExitCode.BUG
        lines[0] == 'error: DockerOps cannot go on: java.lang.IllegalStateException: index 3 of 2'
        lines[1] == '  = this is a mistake of DockerOps: please report it with what you did and the lines below'
        lines[2] ==~ /  = DockerOps \d\S*, Java \d\S*, Linux/
        lines.any { it.startsWith('\tat io.dockerops.') }
    }

    def "no stack trace is shown for what is not a bug, unless --debug asks for it"() {
        given:
        cli.engine.faults().on(Kind.LIST_CONTAINERS).fail(new EngineException.Failed('the list is broken', 'mend it'))

        when:
        cli.run(*arguments)

        then:
        cli.err.contains('\tat io.dockerops.') == shown

        where:
        arguments          || shown
        ['run']            || false
        ['run', '--debug'] || true
        ['--debug', 'run'] || true
    }

    def "--json tells why a command ended on standard output too"() {
        expect:
        cli.run('run', '--json', 'wep') == ExitCode.WRONG_INPUT
        cli.out == '{"event":"failed","exitCode":2,"problems":[{"severity":"error","summary":"there is no service,' +
            ' instance or group `wep` in project `shop`","hints":["did you mean `web`?"]}]}\n'
        cli.err.startsWith('error: there is no service')
    }

    def "problems are coloured on a terminal, and their text is the same"() {
        given:
        cli.file('project.groovy', "project 'shop'\nservice('web') {\n    imag 'nginx'\n}\n")
        cli.run('validate')
        def plain = cli.err
        cli.terminal.error = true

        when:
        cli.run('validate')

        then:
        Golden.matches('failures/coloured-problem.txt', cli.err.replace('\u001b', 'ESC'))
        cli.err.replaceAll(/\u001b\[[\d;]*m/, '') == plain
    }
}
