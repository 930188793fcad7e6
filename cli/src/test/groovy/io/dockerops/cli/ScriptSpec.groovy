package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Scripts in fresh containers. */
class ScriptSpec extends Specification {

    private static final String PROJECT = '''\
        project 'shop'
        def db = service 'db', image: 'postgres:17'
        service('tools') { image 'tools:1'; link db }
        service('many') { image 'tools:1'; instances 'one', 'two' }
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder).file('project.groovy', PROJECT)
        cli.engine.addImage('postgres:17')
        cli.engine.addImage('tools:1')
    }

    private void program(List<String> words, FakeProgram program) {
        cli.engine.processes().runCommand(words, program)
    }

    def "what a script prints goes where it belongs, and its exit code is passed on"() {
        given:
        program(['report', '-x'], FakeProgram.exits(7).prints('a line').printsError('a warning'))

        expect:
        cli.run('script', 'tools', '--', 'report', '-x') == 7
        cli.out == 'a line\n'
        cli.err.contains('\na warning\n')
        cli.err.endsWith('tools ended with exit code 7\n')
        cli.containers == ['shop.db']
    }

    def "a good script says nothing but what it prints, when quiet"() {
        given:
        program(['report'], FakeProgram.exits(0).prints('a line'))

        expect:
        cli.run('script', '-q', 'tools', 'report') == ExitCode.FINE
        cli.out == 'a line\n'
        cli.err == ''
    }

    def "several scripts name their lines, and the first exit code that is not 0 counts"() {
        given:
        cli.engine.processes().run('shop.many.one', FakeProgram.exits(0).prints('1'))
        cli.engine.processes().run('shop.many.two', FakeProgram.exits(4).prints('2'))

        expect:
        cli.run('script', 'many', 'report') == 4
        cli.out == 'many.one | 1\nmany.two | 2\n'
    }

    def "as JSON the last line has the results per host and container"() {
        given:
        program(['report'], FakeProgram.exits(3).prints('a').prints('b'))

        when:
        def code = cli.run('script', '--json', 'tools', 'report')
        def last = Json.parse(cli.out.readLines().last())

        then:
        code == 3
        last.event == 'script-results'
        last.exitCode == 3
        last.results.size() == 1
        last.results[0].subMap(['host', 'instance', 'container', 'exitCode', 'log']) ==
            [host: 'local', instance: 'tools', container: 'shop.tools', exitCode: 3, log: 'a\nb\n']
        last.results[0].id
        cli.out.readLines().collect { Json.parse(it).event }.contains('output-read')
    }

    def "a script that takes too long fails, and its container stays"() {
        when:
        def code = cli.run('script', '--timeout', '50ms', 'tools', 'wait')

        then:
        code == ExitCode.FAILED
        cli.err.contains('tools did not end within 0.05 s')
        cli.containers == ['shop.db', 'shop.tools']

        when: 'it is run again'
        def again = cli.run('script', 'tools', 'wait')

        then:
        again == ExitCode.WRONG_INPUT
        cli.err.startsWith('error: `tools` has a container already, and a script runs in a fresh one: `shop.tools` is running\n')

        when:
        program(['done'], FakeProgram.exits(0))
        def replaced = cli.run('script', '--replace', 'tools', 'done')

        then:
        replaced == ExitCode.FINE
        cli.containers == ['shop.db']
    }

    def "as JSON a script that takes too long has an error"() {
        when:
        def code = cli.run('script', '--json', '--timeout', '50ms', 'tools', 'wait')
        def last = Json.parse(cli.out.readLines().last())

        then:
        code == ExitCode.FAILED
        last.results == [[host: 'local', instance: 'tools', container: 'shop.tools', error: 'tools did not end within 0.05 s']]
    }

    def "a script runs beside the container of its service"() {
        given:
        program(['x'], FakeProgram.exits(0).prints('fine'))
        cli.run('run')

        expect:
        cli.run('script', '--beside', 'tools', 'x') == ExitCode.FINE
        cli.out == 'fine\n'
        cli.containers == ['shop.db', 'shop.many.one', 'shop.many.two', 'shop.tools']
    }

    def "a kept container stays"() {
        given:
        program(['x'], FakeProgram.exits(0))

        expect:
        cli.run('script', '--keep', 'tools', 'x') == ExitCode.FINE
        cli.containers == ['shop.db', 'shop.tools']
    }

    def "files: #what"() {
        given:
        cli.file('tasks/a.sh', '')
        program(command, FakeProgram.exits(0))

        expect:
        cli.run(*(['script'] + arguments)) == ExitCode.FINE
        cli.engine.calls().of(Kind.COPY_FILES).size() == copied

        where:
        what                          | arguments                                                                       | command                                     || copied
        'a file is run by itself'     | ['--file', 'tasks/a.sh', 'tools']                                               | ['/tmp/script_run/a.sh']                    || 0
        'a file for an entrypoint'    | ['--file', 'tasks/a.sh', '--entrypoint', 'sh', 'tools']                             | ['sh', '/tmp/script_run/a.sh']              || 0
        'a folder'                    | ['--file', 'tasks', 'tools', '--', 'load', '{script_path}/a.sh']                    | ['load', '/tmp/script_run/a.sh']            || 0
        'elsewhere in the container'  | ['--file', 'tasks', '--container-folder', '/t', 'tools', '--', 'load', '{script_path}'] | ['load', '/t']                          || 0
        'copied'                      | ['--file', 'tasks/a.sh', '--copy', 'tools']                                         | ['/tmp/script_run/a.sh']                    || 1
    }

    def "files are copied to an engine that DOCKER_HOST has elsewhere"() {
        given:
        cli.file('a.sh', '')
        program(['/tmp/script_run/a.sh'], FakeProgram.exits(0))
        cli.environment['DOCKER_HOST'] = 'tcp://elsewhere:2375'

        expect:
        cli.run('script', '--file', 'a.sh', 'tools') == ExitCode.FINE
        cli.engine.calls().of(Kind.COPY_FILES).size() == 1
    }

    def "--dry-run shows the plan and does nothing"() {
        expect:
        cli.run('script', '--dry-run', 'tools', 'x') == ExitCode.FINE
        cli.out.contains('instance:tools AwaitEnd, requested')
        cli.engine.calls().changes() == []
    }

    def "wrong arguments are problems: #arguments"() {
        expect:
        cli.run(*(['script'] + arguments)) == ExitCode.WRONG_INPUT
        cli.err.contains("error: $summary\n")
        cli.engine.calls().changes() == []

        where:
        arguments                                    | summary
        []                                           | '`dockerops script` needs a target'
        ['tols', 'x']                                | 'there is no service, instance or group `tols` in project `shop`'
        ['--file', 'none.sh', 'tools']               | 'there is no file or folder `none.sh`'
        ['--timeout', 'soon', 'tools', 'x']          | '`--timeout soon` is not a length of time'
        ['--timeout', '0', 'tools', 'x']             | '`--timeout 0` is not a length of time'
        ['--tail', 'x', 'tools', 'x']                | '`--tail x` is not a number from 1 on'
        ['--container-folder', 't', 'tools', 'x']    | 'the folder of a script must be absolute, and `t` is not'
        ['tools', '--', 'cat', '{script_path}']      | 'the command names `{script_path}`, and no file or folder is given'
    }

    def "only the last lines are printed when asked for"() {
        given:
        program(['x'], FakeProgram.exits(0).prints('a').prints('b').prints('c'))

        expect:
        cli.run('script', '--tail', '2', 'tools', 'x') == ExitCode.FINE
        cli.out == 'b\nc\n'
    }
}
