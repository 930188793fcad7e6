package io.dockerops.endtoend

import io.dockerops.engine.json.Json
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What goes wrong in the world is told in the words that help, with the line of the script, and destroys nothing. */
class FaultsIT extends Specification {

    private static final String BUSYBOX = "def busybox = rootfs('busybox') { busybox() }\n"

    @TempDir
    Path folder

    private final String project = 'faults' + Long.toString(System.nanoTime(), 36)

    private void script(String text) {
        Files.writeString(folder.resolve('project.groovy'), "project '$project'\n$BUSYBOX$text")
    }

    private Dockerops run(String... more) {
        Dockerops.run(folder, 'run', *more)
    }

    def cleanup() {
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
        Dockerops.docker('container', 'ls', '-aq', '--filter', "label=faults=$project").readLines().each {
            Dockerops.docker('container', 'rm', '-f', it)
        }
    }

    private String foreign(String name, String... options) {
        Dockerops.docker('run', '-d', '--name', name, '--label', "faults=$project", *options, "$project/busybox", 'sleep', '600')
    }

    private void makeImage() {
        script("service('image') { image busybox; command 'true'; oneShot() }")
        assert run().code == 0
    }

    def "an engine that does not run: both ways out, exit code 3"() {
        given:
        script("service('app') { image busybox }")

        when:
        def result = run('--host', "unix://$folder/none.sock")

        then:
        result.code == 3
        result.err.contains("$folder/none.sock")
        result.err.contains('--with-engine')
        result.err.contains('start Docker')
    }

    def "an image that does not exist: its name, the engine's words, the line"() {
        given:
        script("service('app') {\n    image 'localhost:1/none/such:1'\n}")

        when:
        def result = run()

        then:
        result.code == 1
        result.err.contains('localhost:1/none/such:1')
        result.err.contains('project.groovy:4')
    }

    def "a port that is taken: by which container, and what was there before still runs"() {
        given:
        makeImage()
        int port = new ServerSocket(0).withCloseable { it.localPort }
        foreign("$project-web", '-p', "$port:80")
        script("service('app') { image busybox; command 'sleep 600'; publish '$port:80' }")

        when:
        def result = run()

        then:
        result.code == 1
        result.err.contains("$project-web")
        Dockerops.docker('container', 'inspect', '-f', '{{.State.Running}}', "$project-web") == 'true'
    }

    def "a name that is taken by a container of others: nothing is done to it"() {
        given:
        makeImage()
        def id = foreign("${project}.app")
        script("service('app') { image busybox; command 'sleep 600' }")

        when:
        def result = run()

        then:
        result.code == 2
        result.err.contains("the name `${project}.app` is taken")
        result.err.contains('project.groovy:3')
        Dockerops.docker('container', 'inspect', '-f', '{{.Id}} {{.State.Running}}', "${project}.app") == "$id true"
    }

    def "a read-only path of the host that is missing: the path, and no empty folder in its place"() {
        given:
        script("service('app') {\n    image busybox\n    bind '$folder/missing', at: '/etc/app', readOnly: true\n    command 'sleep 600'\n}")

        when:
        def result = run()

        then:
        result.code == 1
        result.err.contains("$folder/missing")
        !Files.exists(folder.resolve('missing'))
    }

    def "a container that ends at once: its exit code and what it printed"() {
        given:
        script("service('app') { image busybox; command 'sh', '-c', 'echo no such setting; exit 7' }")

        when:
        def result = run()

        then:
        result.code == 1
        result.err.contains('7')
        result.err.contains('no such setting')
    }

    def "a health check that never passes: how long it was waited for, and what depends on it does not start"() {
        given:
        script("""\
            service('sick') {
                image busybox
                command 'sleep 600'
                stopSignal 'SIGKILL'
                healthy { command 'echo not yet; false'; every 200.ms; retries 100; within 2.seconds }
            }
            service('after') { image busybox; command 'sleep 600'; link 'sick' }
            """.stripIndent())

        when:
        def result = run()

        then:
        result.code == 1
        result.err.contains('sick')
        result.err.contains('2')
        result.err.contains('not yet')
        Dockerops.docker('container', 'inspect', '-f', '{{.State.Status}}', "${project}.after") == 'created'
    }

    def "a replacement that fails brings the old container back"() {
        given:
        script("service('app') { image busybox; command 'sleep 600'; stopSignal 'SIGKILL' }")
        assert run().code == 0
        def id = Dockerops.docker('container', 'inspect', '-f', '{{.Id}}', "${project}.app")
        script("service('app') { image busybox; command 'false'; stopSignal 'SIGKILL' }")

        when:
        def result = run()

        then:
        result.code == 1
        Dockerops.docker('container', 'inspect', '-f', '{{.Id}} {{.State.Running}}', "${project}.app") == "$id true"
        Dockerops.docker('container', 'ls', '-aq', '--filter', "name=${project}.app.next") == ''
    }

    def "a change of one line changes exactly that"() {
        given:
        def text = { String level, String memory -> """\
            service('one') { image busybox; command 'sleep 600'; stopSignal 'SIGKILL'; env LEVEL: '$level' }
            service('two') { image busybox; command 'sleep 600'; stopSignal 'SIGKILL'; limits { memory $memory } }
            """.stripIndent() }
        script(text('info', '64.mb'))
        assert run().code == 0
        def ids = ['one', 'two'].collect { Dockerops.docker('container', 'inspect', '-f', '{{.Id}}', "${project}.$it") }

        when:
        script(text('debug', '64.mb'))
        assert run().code == 0

        then: 'one is new, two is not touched'
        Dockerops.docker('container', 'inspect', '-f', '{{.Id}}', "${project}.one") != ids[0]
        Dockerops.docker('container', 'inspect', '-f', '{{.Id}}', "${project}.two") == ids[1]

        when:
        script(text('debug', '32.mb'))
        assert run().code == 0

        then: 'two has its new limit in place'
        Dockerops.docker('container', 'inspect', '-f', '{{.Id}} {{.HostConfig.Memory}}', "${project}.two") == "${ids[1]} ${32 << 20}"
    }

    def "a client that is killed at any action leaves nothing that the next run cannot bring to the wanted state"() {
        given: 'a project with everything that is made, and a change that replaces one of its containers'
        def text = { String level -> """\
            def data = volume 'data', at: '/data'
            helperImage busybox
            def db = service('db') {
                image busybox
                command 'sleep 600'
                stopSignal 'SIGKILL'
                attach data
                user 1000
                env LEVEL: '$level'
                healthy 'true', every: 100.ms
                exec 'true', once: true
            }
            service('app') { image busybox; command 'sleep 600'; stopSignal 'SIGKILL'; link db }
            """.stripIndent() }
        script(text('info'))
        if (replacing) {
            assert run().code == 0
            script(text('debug'))
        }
        int actions = Json.parse(Dockerops.run(folder, 'plan', '--json').out).actions.size()

        expect:
        for (int number = 1; number <= actions; number++) {
            killAfter(number)
            reachesTheWantedState(number)
            if (replacing) {
                script(text("debug$number"))
            } else {
                Dockerops.run(folder, 'clean', '--volumes', '--yes')
            }
        }

        where:
        replacing << [false, true]
    }

    private void reachesTheWantedState(int number) {
        def result = run()
        assert result.code == 0: "killed after action $number: $result"
        assert Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
        assert Dockerops.docker('container', 'ls', '--filter', "label=io.dockerops.project=$project", '--format', '{{.Names}}')
            .readLines().sort() == ["${project}.app", "${project}.db"]*.toString()
    }

    /** Runs the program in a process of its own and kills that when it has started as many actions. */
    private void killAfter(int number) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder(java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC',
            '-cp', System.getProperty('java.class.path'), 'io.dockerops.cli.Main', 'run', '--json')
            .directory(folder.toFile()).redirectErrorStream(true).start()
        process.inputStream.newReader('UTF-8').withReader { reader ->
            int started = 0
            String line
            while (started < number && (line = reader.readLine()) != null) {
                if (line.contains('"action-started"')) {
                    started++
                }
            }
            process.destroyForcibly()
        }
        process.waitFor()
    }
}
