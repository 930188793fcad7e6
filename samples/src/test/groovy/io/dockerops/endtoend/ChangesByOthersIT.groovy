package io.dockerops.endtoend

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** What others do to containers, networks and files, before a run and in the middle of one. */
class ChangesByOthersIT extends Specification {

    @TempDir
    Path folder

    private final String project = 'others' + Long.toString(System.nanoTime(), 36)

    /** @param meanwhile a command that is carried out once, when the plan is made and nothing is done yet */
    private void script(String text, List<String> meanwhile = []) {
        def words = meanwhile.collect { "'$it'" }.join(', ')
        def once = folder.resolve('done')
        Files.deleteIfExists(once)
        def policy = meanwhile ? """\
            policy('meanwhile') {
                if (!new File('$once').exists()) {
                    new File('$once').text = 'done'
                    [$words].execute().waitFor()
                }
            }
            """.stripIndent() : ''
        Files.writeString(folder.resolve('project.groovy'),
            "project '$project'\ndef busybox = rootfs('busybox') { busybox() }\n$policy$text")
    }

    private Dockerops run(String... more) {
        Dockerops.run(folder, 'run', *more)
    }

    private void converges() {
        def result = run()
        assert result.code == 0: result
        assert Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
    }

    private String inspect(String format, String service = 'app') {
        Dockerops.docker('container', 'inspect', '-f', format, "${project}.$service".toString())
    }

    private static String app(String more = '') {
        "service('app') { image busybox; command 'sleep 1d'; stopSignal 'SIGKILL'; $more }\n"
    }

    def cleanup() {
        Dockerops.docker('container', 'ls', '-aq', '--filter', "label=others=$project").readLines().each {
            Dockerops.docker('container', 'rm', '-f', it)
        }
        Files.deleteIfExists(folder.resolve('done'))
        Files.writeString(folder.resolve('project.groovy'), "project '$project'\n")
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    def "a container that is removed between plan and execution is said to be gone, and is there after the next run"() {
        given:
        script(app())
        converges()

        when:
        script(app('limits memory: 64.mb'), ['docker', 'rm', '-f', "${project}.app".toString()])
        def result = run()

        then:
        result.code == 1
        result.err.contains('removed or renamed meanwhile; run again')
        result.err.contains('project.groovy:')
        converges()
        inspect('{{.HostConfig.Memory}}') == "${64 << 20}"
    }

    def "a container of somebody else that takes a name between plan and execution is not touched"() {
        given:
        script(app())
        converges()
        def name = "${project}.app".toString()

        when:
        script(app('limits memory: 64.mb'), ['sh', '-c',
            "docker rm -f $name && docker run -d --name $name --label others=$project $project/busybox sleep 1000".toString()])
        def result = run()

        then:
        result.code == 1
        result.err.contains("the container `$name` is not this project")
        result.err.contains("docker rename $name ${name}.old")
        inspect('{{.State.Running}} {{.HostConfig.Memory}} {{join .Config.Cmd " "}}') == 'true 0 sleep 1000'

        when:
        Dockerops.docker('rename', name, name + '.old')

        then:
        converges()
        Dockerops.docker('container', 'inspect', '-f', '{{.State.Running}}', name + '.old') == 'true'
    }

    def "a network that is removed between plan and execution is said to be gone, and is there after the next run"() {
        given:
        script(app())
        converges()
        def network = "${project}.default".toString()

        when:
        script(app() + app().replace("'app'", "'more'"), ['sh', '-c',
            "docker network disconnect -f $network ${project}.app && docker network rm $network".toString()])
        def result = run()

        then:
        result.code == 1
        result.err.contains("the network `$network` was removed meanwhile; run again")
        converges()
    }

    def "a network that is removed from outside is made again, and its containers join it without being replaced"() {
        given:
        script("""\
            service('web') {
                image busybox; command 'httpd -f -p 80 -h /etc'; stopSignal 'SIGKILL'
            }
            """.stripIndent() + app("link 'web'"))
        converges()
        def ids = ['app', 'web'].collect { inspect('{{.Id}}', it) }

        when:
        ['app', 'web'].each { Dockerops.docker('network', 'disconnect', '-f', "${project}.default".toString(), "${project}.$it".toString()) }
        Dockerops.docker('network', 'rm', "${project}.default".toString())
        converges()

        then:
        ['app', 'web'].collect { inspect('{{.Id}}', it) } == ids
        Dockerops.docker('exec', "${project}.app".toString(), 'wget', '-q', '-O', '/dev/null', 'http://web/passwd') != null
    }

    def "a changed file of the configuration #what"() {
        given:
        def conf = Files.writeString(folder.resolve('app.conf'), 'one')
        script("""\
            service('app') {
                image busybox
                share '/seen'
                command 'sh', '-c', 'trap "cat /etc/app.conf > /seen/conf" HUP; cat /etc/app.conf > /seen/conf; while :; do sleep 1 & wait; done'
                stopSignal 'SIGKILL'
                bind '$conf', at: '/etc/app.conf', readOnly: true
                $reload
            }
            """.stripIndent())
        converges()
        def id = inspect('{{.Id}}')
        def started = inspect('{{.State.StartedAt}}')

        when:
        Files.writeString(conf, 'two')
        converges()

        then:
        (inspect('{{.Id}}') == id) == same
        (inspect('{{.State.StartedAt}}') == started) == running
        new PollingConditions(timeout: 10).eventually {
            assert Dockerops.docker('exec', "${project}.app".toString(), 'cat', '/seen/conf') == 'two'
        }

        where:
        what                                     | reload             || same  | running
        'is told to the program by a signal'     | "reload 'HUP'"     || true  | true
        'has the container restarted'            | "reload 'restart'" || true  | false
        'replaces the container, unless asked'   | ''                 || false | false
    }

    def "a change in a watched folder counts, and one beside it does not"() {
        given:
        Files.createDirectories(folder.resolve('conf'))
        Files.writeString(folder.resolve('conf/a'), 'one')
        script(app("bind '$folder/conf', at: '/conf', readOnly: true; watch '/conf'; reload 'restart'"))
        converges()
        def started = inspect('{{.State.StartedAt}}')

        when:
        Files.writeString(folder.resolve('beside'), 'x')
        converges()

        then:
        inspect('{{.State.StartedAt}}') == started

        when:
        Files.writeString(folder.resolve('conf/b'), 'two')
        converges()

        then:
        inspect('{{.State.StartedAt}}') != started
    }
}
