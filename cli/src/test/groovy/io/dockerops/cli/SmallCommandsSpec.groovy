package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.json.Json
import io.dockerops.engine.local.PrivateEngine
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.HostUnreachable.Reason
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** init, version, engine and run --with-engine. */
class SmallCommandsSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder)
    }

    def "the starter project is valid, runs, and has nothing to do when run again"() {
        expect:
        cli.run('init') == ExitCode.FINE
        cli.run('validate') == ExitCode.FINE
        cli.err == ''
        cli.run('run') == ExitCode.FINE
        cli.out.endsWith('web  http://localhost:8080\n')
        cli.run('run') == ExitCode.FINE
        cli.out == 'Everything is as declared: 3 instances on 1 host.\n'
        cli.run('run', '--dry-run', '-P', 'port=9090') == ExitCode.FINE
        cli.out.contains('[":8080"] -> [":9090"]')
    }

    def "init tells what it made and what to do next"() {
        expect:
        cli.run('init', 'my/shop') == ExitCode.FINE
        Golden.matches('init.txt', cli.out)
        Files.readString(folder.resolve('my/shop/project.groovy')).contains("project 'shop'\n")
        cli.run('init', '--quiet', 'other') == ExitCode.FINE
        cli.out == ''
    }

    def "the demo is a folder of services that can be planned as it is"() {
        expect:
        cli.run('install-demo') == ExitCode.FINE
        Golden.matches('install-demo.txt', cli.out)
        cli.run('validate', './dockerops-demo') == ExitCode.FINE
        cli.out.startsWith('Valid: project `dockerops-demo` with 2 services, 4 instances')

        and: 'it is not written over'
        cli.run('install-demo') == ExitCode.WRONG_INPUT
        cli.err.contains('there is a `README.md` already')
        cli.run('install-demo', 'other') == ExitCode.FINE
        Files.isRegularFile(folder.resolve('other/services/demo/Dockerfile'))
    }

    def "the project is named after its folder, as far as that can be a name: #name"() {
        when:
        cli.run('init', name)

        then:
        Files.readString(folder.resolve(name).resolve('project.groovy')).contains("project '$project'\n")
        cli.run('validate', "$name/project.groovy") == ExitCode.FINE

        where:
        name        || project
        'web-shop'  || 'web-shop'
        '_my shop!' || 'myshop'
        'läden'     || 'lden'
        '...'       || 'starter'
    }

    def "init overwrites nothing: #file"() {
        given:
        cli.file(file, 'mine')

        expect:
        cli.run('init') == ExitCode.WRONG_INPUT
        cli.err == "error: there is a `$file` already, and it is not overwritten\n  = name another folder: dockerops init FOLDER\n"
        Files.readString(folder.resolve(file)) == 'mine'
        Files.list(folder).count() == 1

        where:
        file << ['project.groovy', 'www/index.html', '.gitignore']
    }

    def "the version is told by #arguments"() {
        expect:
        cli.run(*arguments) == ExitCode.FINE
        cli.out ==~ /dockerops \d+\.\d+\.\d+\S* \(Java \d\S*, Linux \S+\)\n/

        where:
        arguments << [['version'], ['--version'], ['-V']]
    }

    def "version --json is a document"() {
        when:
        cli.run('version', '--json')

        then:
        Json.object(cli.out).keySet() as List == ['dockerops', 'java', 'system']
    }

    private static PrivateEngine.Status status(String version) {
        new PrivateEngine.Status(new HostAddress.Unix(Path.of('/run/own.sock')), Optional.ofNullable(version),
            version ? Optional.of(4711L) : Optional.empty(), Path.of('/data/engine'), Path.of('/data/engine/log'))
    }

    def "engine status tells whether it runs and where it keeps things"() {
        given:
        cli.privateEngine = status(version)

        expect:
        cli.run('engine', 'status') == ExitCode.FINE
        cli.out == "$first\nIts data is in /data/engine, its log in /data/engine/log.\n"

        where:
        version    | first
        '20.10.24' | 'The private engine runs: Docker 20.10.24 at unix:///run/own.sock'
        null       | 'The private engine does not run.'
    }

    def "engine status --json is a document"() {
        given:
        cli.privateEngine = status('20.10.24')

        when:
        cli.run('engine', 'status', '--json')

        then:
        Json.object(cli.out) == [running: true, address: 'unix:///run/own.sock', version: '20.10.24', pid: 4711L,
                                 folder: '/data/engine', log: '/data/engine/log']
    }

    def "engine start tells what it does before it tells how it stands"() {
        given:
        cli.startPrivateEngine = { ProgressListener progress ->
            progress.onProgress(new ProgressListener.Progress('Installing docker.io', '', 0, 0))
            status('20.10.24')
        }

        expect:
        cli.run('engine', 'start', '--quiet') == ExitCode.FINE
        cli.err == 'Installing docker.io\n'
        cli.out == 'The private engine runs: Docker 20.10.24 at unix:///run/own.sock\n'
    }

    def "engine stop tells whether there was something to stop"() {
        given:
        cli.privateEngineRan = ran
        cli.privateEngine = status(null)

        expect:
        cli.run('engine', 'stop') == ExitCode.FINE
        cli.out == "$text\n"
        cli.run('engine', 'stop', '--json') == ExitCode.FINE
        Json.object(cli.out).running == false

        where:
        ran   | text
        true  | 'The private engine has ended.'
        false | 'The private engine did not run.'
    }

    def "an engine that cannot be started is a failure with a way out"() {
        given:
        cli.startPrivateEngine = { throw new EngineException.Failed('a private engine needs root', 'become root') }

        expect:
        cli.run('engine', 'start') == ExitCode.FAILED
        cli.err == 'error: a private engine needs root\n  = become root\n'
    }

    def "engine wants to know what to do: #words"() {
        expect:
        cli.run(*(['engine'] + words)) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n  = $hint\n"

        where:
        words      | summary                                        | hint
        []         | '`dockerops engine` needs to be told what to do' | 'there are: start, stop, status'
        ['strat']  | '`dockerops engine` cannot `strat`'            | 'did you mean `start`?'
        ['reload'] | '`dockerops engine` cannot `reload`'           | 'there are: start, stop, status'
    }

    private static HostUnreachable unreachable(Reason reason) {
        new HostUnreachable(reason, 'no Docker engine answers', 'start Docker', new IOException())
    }

    def "run --with-engine starts the private engine where none answers, and works on it"() {
        given:
        cli = Cli.shop(folder)
        cli.hosts.refuse(HostId.LOCAL, unreachable(Reason.NOT_RUNNING))
        cli.startPrivateEngine = { ProgressListener progress ->
            progress.onProgress(new ProgressListener.Progress('Starting a private engine', '', 0, 0))
            cli.hosts.accept(HostId.LOCAL)
            status('20.10.24')
        }

        expect:
        cli.run('run', '--with-engine') == ExitCode.FINE
        cli.err == 'Starting a private engine\n'
        cli.environments.last().DOCKER_HOST == 'unix:///run/own.sock'
        cli.containers.size() == 3
    }

    def "run --with-engine starts nothing where #name"() {
        given:
        cli = Cli.shop(folder)
        world.call(cli)
        cli.startPrivateEngine = { throw new AssertionError('not to be started' as Object) }

        expect:
        cli.run('run', '--with-engine') == code

        where:
        name                            | code                 | world
        'an engine answers'             | ExitCode.FINE        | { }
        'the user may not use the one that is there' | ExitCode.UNREACHABLE | { it.hosts.refuse(HostId.LOCAL, unreachable(Reason.NO_PERMISSION)) }
    }

    def "a project that needs no engine of this machine starts none"() {
        given:
        cli = Cli.shop(folder).file('project.groovy', '''
            project 'shop'
            def edge = host 'edge', at: 'tcp://edge.example.org:2375'
            service('web') { image 'nginx:1'; on edge; publish '8080:80' }
            '''.stripIndent())
        cli.hosts.refuse(HostId.LOCAL, unreachable(Reason.NOT_RUNNING))
        cli.hosts.engine(new HostId('edge')).addImage('nginx:1')

        expect:
        cli.run('run', '--with-engine') == ExitCode.FINE
        cli.out.endsWith('web  http://edge.example.org:8080\n')
    }
}
