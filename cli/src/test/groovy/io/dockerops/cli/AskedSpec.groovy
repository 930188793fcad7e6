package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.json.Json
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Value
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Instances that no file lists, and switches on the command line. */
class AskedSpec extends Specification {

    private static final List<String> DECLARED = ['shop.db', 'shop.web.one', 'shop.web.two']

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder).file('project.groovy', '''\
            project 'shop'
            def db = service('db') { image 'postgres:17' }
            service('web') {
                image 'nginx:1'
                link db
                instance 'one'
                instance 'two'
            }
            service('base', abstract: true) { image 'nginx:1' }
            service('front') { inherits 'base'; link 'web' }
            instanceType 'staging', persistentOpt: true
            group 'all', 'db', 'web'
            '''.stripIndent())
        cli.engine.addImage('postgres:17')
        cli.engine.addImage('nginx:1')
    }

    def "an instance that no file lists is run, with what it depends on and nothing else"() {
        expect:
        cli.run('run', 'web', '--instance', 'extra') == 0
        cli.containers == ['shop.db', 'shop.web.extra']
    }

    def "its type is #type when it is called #name and #said"() {
        given:
        cli.run(*(['run', 'web', '--instance', name] + said + ['-e', 'SERVICE_IP=10.0.0.4']))

        expect:
        environment("shop.web.$name").INSTANCE_TYPE == type

        where:
        name        | said                   || type
        'extra'     | []                     || 'standard'
        'published' | []                     || 'published'
        'staging'   | []                     || 'staging'
        'extra'     | ['--type', 'staging']  || 'staging'
        'master'    | ['--type=standard']    || 'standard'
        'extra'     | ['--persistent-data']  || 'standard'
    }

    def "a switch goes over the type: #said"() {
        given:
        cli.run(*(['run', 'web', '--instance', 'persistent'] + said))

        expect:
        environment('shop.web.persistent').subMap(['PERSISTENT_DATA', 'PERSISTENT_OPT', 'PERSISTENT_LOG', 'SAFEMODE']).values().toList() == kept

        where:
        said                                          || kept
        []                                            || ['True', 'False', 'True', 'False']
        ['--no-persistent-data']                      || ['False', 'False', 'True', 'False']
        ['--persistent-opt', '--no-persistent-log']   || ['True', 'True', 'False', 'False']
        ['--safemode']                                || ['True', 'False', 'True', 'True']
    }

    def "a master needs an address, and gets it where it is given"() {
        expect:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'master') == ExitCode.WRONG_INPUT
        cli.err.contains('SERVICE_IP')

        and:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'master', '-e', 'SERVICE_IP=10.0.0.4') == 0
    }

    def "a name is made where none is given, and printed"() {
        expect:
        cli.run('run', 'db', '--instance') == 0
        def name = (cli.out =~ /The instance is called (db\.[0-9a-f]{8})\./)[0][1]
        cli.containers == ["shop.$name" as String]

        and:
        cli.run('run', 'db', '--instance') == 0
        cli.containers.size() == 2

        and: 'programs get the name alone'
        cli.run('run', 'db', '--instance', '--quiet') == 0
        cli.out ==~ /db\.[0-9a-f]{8}\n/
    }

    def "a seed command is split into words, and no shell sees it"() {
        given:
        cli.run('run', 'db', '--instance', 'extra', '--seed-command', 'echo "a b" $HOME')

        expect:
        field('shop.db.extra', 'Cmd') == Value.texts(['echo', 'a b', '$HOME'])
    }

    def "a run of the project neither removes it nor changes it nor starts it"() {
        given:
        cli.run('run')
        cli.run('run', 'web', '--instance', 'extra')
        def before = id('shop.web.extra')

        when:
        cli.file('project.groovy', (script() + "network 'more'\n").replace("link db", "link db; env A: 'b'"))

        then:
        cli.run('run') == 0
        id('shop.web.extra') == before

        when:
        cli.run('stop', 'web.extra')

        then:
        cli.run('run') == 0
        cli.out.contains('Everything is as declared')
        cli.run('run', 'web') == 0
        cli.run('ps', '--json') == 0
        Json.parse(cli.out).find { it.instance == 'extra' }.state == 'exited'
    }

    def "the same again has nothing to do, and other switches make a new container after the differences are shown"() {
        given:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging')
        def before = id('shop.web.extra')

        expect:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging') == 0
        cli.out.contains('Everything is as declared')

        and:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging', '--no-linked', '--dry-run') == 0
        cli.out.contains('instance:web.extra')
        cli.out.contains('extra type=staging linked=false')

        and:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging', '--no-linked') == 0
        id('shop.web.extra') != before
    }

    def "commands know it by service and instance: #command"() {
        given:
        cli.run('run', 'web', '--instance', 'extra')
        cli.engine.processes().runCommand(['true'], FakeProgram.exits(0))

        expect:
        cli.run(*(command - '--' + (command.contains('--') ? ['--', 'true'] : []))) == 0
        verify == null || verify.call(cli)

        where:
        command                      | verify
        ['ps', 'web.extra']          | { it.out.contains('extra') && it.out.contains('from the command line') }
        ['logs', 'web.extra']        | null
        ['exec', 'web.extra', '--']  | null
        ['getip', 'web.extra']       | { it.out ==~ /\d+\.\d+\.\d+\.\d+\n/ }
        ['stop', 'web.extra']        | null
        ['restart', 'web.extra']     | null
        ['kill', 'web.extra']        | null
        ['run', 'web.extra']         | { it.out.contains('Everything is as declared') }
        ['plan', 'web.extra']        | null
        ['clean', 'web.extra']       | { it.containers == ['shop.db'] }
        ['clean', 'web']             | { it.containers == ['shop.db'] }
        ['clean']                    | { it.containers == [] }
        ['shutdown']                 | { it.containers == [] }
    }

    def "nobody who depends on its service depends on it"() {
        given:
        cli.run('run')
        cli.run('run', 'web', '--instance', 'extra')

        expect:
        cli.run('clean', 'web.extra') == 0
        cli.containers == (DECLARED + ['shop.front']).sort()
    }

    def "rerun makes it anew with what it was run with"() {
        given:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging', '--seed-command', "sh -c 'sleep 9'")
        def before = id('shop.web.extra')

        expect:
        cli.run('rerun', 'web.extra') == 0
        id('shop.web.extra') != before
        environment('shop.web.extra').INSTANCE_TYPE == 'staging'
        field('shop.web.extra', 'Cmd') == Value.texts(['sh', '-c', 'sleep 9'])
        cli.run('run', 'web.extra') == 0
        cli.out.contains('Everything is as declared')
    }

    def "switches on it go over those that it was run with"() {
        given:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging')

        expect:
        cli.run('run', 'web.extra', '--safemode') == 0
        environment('shop.web.extra').subMap(['INSTANCE_TYPE', 'SAFEMODE']) == [INSTANCE_TYPE: 'staging', SAFEMODE: 'True']
        cli.run('ps', 'web.extra') == 0
    }

    def "it is declared as soon as a file lists it"() {
        given:
        cli.run('run')
        cli.run('run', 'web', '--instance', 'extra')
        cli.file('project.groovy', script().replace("instance 'two'", "instance 'two'; instance 'extra'"))

        expect:
        cli.run('run') == 0
        cli.run('ps', '--json', 'web.extra') == 0
        Json.parse(cli.out)[0].declared
        labels('shop.web.extra')['io.dockerops.asked'] == null
    }

    def "a type that is gone keeps nobody from the project"() {
        given:
        cli.run('run', 'web', '--instance', 'extra', '--type', 'staging')
        cli.file('project.groovy', script().replace("'staging'", "'other'"))

        expect:
        cli.run('ps') == 0
        cli.out.contains('from the command line')
        cli.err.contains('warning: there is no type `staging`')
        cli.run('clean') == 0
        cli.containers == []
    }

    def "switches hold for what is named, listed or not, and the next run takes them back"() {
        given:
        cli.run('run')

        expect:
        cli.run('run', 'web', '--persistent-data') == 0
        ['one', 'two'].every { environment("shop.web.$it").PERSISTENT_DATA == 'True' }

        and:
        cli.run('run') == 0
        ['one', 'two'].every { environment("shop.web.$it").PERSISTENT_DATA == null }
        cli.containers == (DECLARED + ['shop.front']).sort()
    }

    def "an instance that a file lists may be named by --instance"() {
        expect:
        cli.run('run', 'web', '--instance', 'two', '--safemode') == 0
        cli.containers == ['shop.db', 'shop.web.two']
        environment('shop.web.two').subMap(['INSTANCE_TYPE', 'SAFEMODE']) == [INSTANCE_TYPE: 'standard', SAFEMODE: 'True']
        labels('shop.web.two')['io.dockerops.asked'] == null
    }

    def "switches hold for a service with one instance without a name"() {
        expect:
        cli.run('run', 'db', '--type', 'persistent') == 0
        environment('shop.db').INSTANCE_TYPE == 'persistent'
        cli.run('run', 'db', '--instance', 'more') == 0
        cli.containers == ['shop.db', 'shop.db.more']
    }

    def "what does not go together is a problem: #arguments"() {
        expect:
        cli.run(*(['run'] + arguments)) == ExitCode.WRONG_INPUT
        cli.err.startsWith("error: $summary")
        cli.err.contains(hint)
        cli.containers == []

        where:
        arguments                                            || summary                                                       | hint
        ['wbe', '--instance', 'x']                           || 'there is no service `wbe`'                                   | 'did you mean `web`?'
        ['base', '--instance', 'x']                          || '`base` is abstract, so nothing of it ever runs'              | 'inherits'
        ['web', '--instance', 'x', '--type', 'publishd']     || 'there is no type `publishd`'                                 | 'did you mean `published`?'
        ['web', '--type', 'stagin']                          || 'there is no type `stagin`'                                   | 'staging'
        ['--instance', 'x']                                  || '`--instance` goes with a service, and none is named'         | 'dockerops run web --instance one'
        ['--instance', 'web']                                || '`--instance` goes with a service, and none is named'         | 'in front of it'
        ['web', 'db', '--instance', 'x']                     || '`--instance` goes with one service, and 2 are named'         | 'name one'
        ['web.one', '--instance', 'x']                       || '`--instance` goes with a service, and `web.one` names'       | 'dockerops run web --instance one'
        ['all', '--instance', 'x']                           || '`--instance` goes with a service, and `all` is a group'      | ''
        ['web', '--instance', 'my_one']                      || '`--instance my_one`: `my_one` cannot be part of a host name' | 'letters, digits and `-`'
        ['web', '--instance', 'a.b']                         || '`--instance a.b`: `a.b` is not a name for an instance'       | 'a-b'
        ['web', '--instance', '-x']                          || '`--instance'                                                 | ''
        ['w*', '--instance', 'x']                            || '`w*`'                                                        | ''
        ['--interactive']                                    || '`--interactive` is not for a whole project'                  | 'name what is meant'
        ['--safemode']                                       || '`--safemode` is not for a whole project'                     | 'name what is meant'
        ['--seed-command', 'x']                              || '`--seed-command` is not for a whole project'                 | 'name what is meant'
        ['web', '--seed-command', ' ']                       || '`--seed-command` has no words'                               | 'top -b'
        ['web', '--seed-command', "it's"]                    || "`--seed-command`: `it's` opens '"                            | 'close it'
        ['web', '--interactive', '--seed-command', 'x']      || '`--interactive` runs a shell, and `--seed-command`'          | 'leave one of them out'
        ['db', '--type', 'debug', '--seed-command', 'x']     || '`db` is interactive: it runs a shell'                        | '--no-interactive'
        ['web', '--interactive']                             || 'an interactive run is of one instance, and 2 are named'      | '`web.one`'
        ['db', '--interactive']                              || '`db` is interactive, and this is no terminal'                | '--no-interactive'
        ['db', '--instance', 'debug']                        || '`db.debug` is interactive, and this is no terminal'          | '--no-interactive'
        ['db.x', '--safemode']                               || 'there is no service, instance or group `db.x`'               | ''
    }

    def "a map has no instances but its own"() {
        given:
        cli.file('shop.yaml', 'name: shop\nweb: {image: nginx}\n')

        expect:
        cli.run('run', 'shop.yaml', 'web', '--instance', 'x') == ExitCode.WRONG_INPUT
        cli.err.contains('are for scripts and folders of services')
        cli.err.contains("map 'shop.yaml'")
    }

    def "a saved plan takes no switches"() {
        given:
        cli.run('plan', '--out', 'next.plan')

        expect:
        cli.run('run', '--plan', 'next.plan', '--safemode') == ExitCode.WRONG_INPUT
        cli.err.contains('a saved plan has its own script')
    }

    def "in a folder of services it is run although run.conf does not list its service"() {
        given:
        def services = new Cli(folder.resolve('conf'))
        services.file('services/web/Dockerfile', 'FROM nginx\n').file('services/db/Dockerfile', 'FROM postgres\n')
        services.file('run.conf', '[{"service": "db", "instance": "one"}]')

        expect:
        services.run('run', 'web', '--instance', 'published') == 0
        services.containers == ['conf.web.published']
        services.run('run') == 0
        services.containers == ['conf.db.one', 'conf.web.published']
        services.run('getip', 'web.published') == 0
        services.run('run', 'db', '--instance', 'two') == 0
        services.run('clean', 'web.published') == 0
        services.containers == ['conf.db.one', 'conf.db.two']
        services.run('clean') == 0
        services.containers == []
    }

    def "an interactive run connects the terminal with the shell, and removes the container after it"() {
        given:
        cli.terminal.everywhere()
        cli.input = new ByteArrayInputStream('exit 7\n'.bytes)
        cli.engine.processes().runCommand(['bash'], FakeProgram.RUNS.prints('#').echoing().stopsWith(7))

        expect:
        cli.run('run', 'web', '--instance', 'extra', '--safemode', '--interactive') == 7
        cli.out.contains('#\nexit 7\n')
        cli.terminal.wasRaw
        !cli.terminal.rawNow
        !cli.terminal.hearsResizes()
        cli.containers == ['shop.db']
        cli.err.contains('`web.extra` has ended with exit code 7 and is removed.')
    }

    def "an instance called after an interactive type is connected too"() {
        given:
        cli.terminal.everywhere()
        cli.engine.processes().runCommand(['bash'], FakeProgram.RUNS.echoing())

        expect:
        cli.run('run', 'web', '--instance', 'debug') == 0
        cli.terminal.wasRaw
        cli.containers == []
    }

    def "an interactive run has no health check, restart policy or commands of its service"() {
        given:
        cli.file('project.groovy', '''\
            project 'shop'
            service('db') {
                image 'postgres:17'
                command 'own'
                restart 'always'
                healthy { command 'true' }
                exec 'migrate'
            }
            '''.stripIndent())

        expect:
        cli.run('run', 'db', '--interactive', '--dry-run') == ExitCode.WRONG_INPUT
        cli.terminal.everywhere()
        cli.run('run', 'db', '--interactive', '--dry-run') == 0
        !cli.out.contains('Exec')
        !cli.out.contains('AwaitHealthy')
        cli.containers == []
    }

    def "what runs already is not taken away for an interactive run"() {
        given:
        cli.terminal.everywhere()
        cli.run('run', 'db')
        def before = id('shop.db')

        expect:
        cli.run('run', 'db', '--interactive') == ExitCode.WRONG_INPUT
        cli.err.contains('`db` runs already')
        cli.err.contains('dockerops shell db')
        id('shop.db') == before
    }

    def "an interactive run of what the project lists says how it is run again"() {
        given:
        cli.terminal.everywhere()
        cli.engine.processes().runCommand(['bash'], FakeProgram.RUNS.echoing())

        expect:
        cli.run('run', 'db', '--interactive', '--safemode') == 0
        cli.err.contains('`dockerops run db` runs it as the project says')
        cli.containers == []
    }

    private String script() {
        Files.readString(folder.resolve('project.groovy'))
    }

    private String id(String container) {
        cli.engine.containers([:] as TreeMap).find { it.name() == container }.id()
    }

    private Map<String, String> labels(String container) {
        cli.engine.inspect(container).get().labels()
    }

    private Value field(String container, String path) {
        cli.engine.inspect(container).get().live().get(FieldPath.of(path)).get()
    }

    private Map<String, String> environment(String container) {
        cli.engine.inspect(container).get().live().below(FieldPath.of('Env')).fields()
            .collectEntries { path, value -> [path.last(), value.text()] }
    }
}
