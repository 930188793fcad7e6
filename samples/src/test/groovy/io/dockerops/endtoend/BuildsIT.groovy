package io.dockerops.endtoend

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** Images built upon each other, and the ports that they expose, on a real engine. */
class BuildsIT extends Specification {

    @TempDir
    Path folder

    private final String project = 'builds' + Long.toString(System.nanoTime(), 36)
    private final int port = freePorts()

    def setup() {
        file('base/Dockerfile', "FROM $project/os\nCOPY greeting /www/index.html\n")
        file('base/greeting', 'hello')
        file('app/Dockerfile', """\
            FROM $project/base AS files
            FROM $project/os
            COPY --from=files /www /www
            ENV LAST=${port + 2}
            EXPOSE $port ${port + 1}-\$LAST/tcp
            # UDPEXPOSE $port
            EXPOSE ${port + 3}/udp
            CMD ["httpd", "-f", "-h", "/www", "-p", "$port"]
            """.stripIndent())
        file('project.groovy', """\
            project '$project'
            rootfs 'os', busybox: true
            build 'base', context: 'base'
            service('app') {
                build 'app'
                publishExposed on: '127.0.0.1'
                stopTimeout 0.seconds
            }
            """.stripIndent())
    }

    def cleanup() {
        Dockerops.run(folder, 'clean', '--yes')
        // By their names first: an image with children goes with the last of them.
        ours('{{.Repository}}:{{.Tag}}').findAll { !it.contains('<none>') }.each { Dockerops.docker('image', 'rm', it) }
        ours('{{.ID}}').each { Dockerops.docker('image', 'rm', '-f', it) }
    }

    private List<String> ours(String format) {
        Dockerops.docker('image', 'ls', '--format', format, '--filter', "label=io.dockerops.project=$project").readLines().unique()
    }

    def "images are built in the order of their Dockerfiles, and all ports that they expose are published"() {
        when:
        def result = dockerops('run')

        then:
        result.code == 0
        ports() == ["$port/tcp -> 127.0.0.1:$port", "${port + 1}/tcp -> 127.0.0.1:${port + 1}",
                    "${port + 2}/tcp -> 127.0.0.1:${port + 2}", "$port/udp -> 127.0.0.1:$port",
                    "${port + 3}/udp -> 127.0.0.1:${port + 3}"]*.toString().toSet()
        shows('hello')

        and: 'a second run has nothing to do'
        dockerops('plan', '--detailed-exitcode').code == 0
    }

    def "a base that changes makes what is built upon it anew, up to the container"() {
        given:
        assert dockerops('run').code == 0
        file('base/greeting', 'changed')

        when:
        def result = dockerops('run')

        then:
        result.code == 0
        shows('changed')
        !result.out.contains('os:latest')
    }

    def "images are built alone, and the ports of one that is there are known without its Dockerfile"() {
        given:
        assert dockerops('build', 'app').code == 0
        assert Dockerops.docker('container', 'ls', '-aq', '--filter', "label=io.dockerops.project=$project") == ''
        file('project.groovy', """\
            project '$project'
            service('app') {
                image '$project/app'
                publishExposed on: '127.0.0.1'
                publish '127.0.0.1:${port + 4}:$port'
                stopTimeout 0.seconds
            }
            """.stripIndent())

        when:
        def result = dockerops('run')

        then: 'what comments say is not in the image, and an explicit port goes before'
        result.code == 0
        ports() == ["$port/tcp -> 127.0.0.1:${port + 4}", "${port + 1}/tcp -> 127.0.0.1:${port + 1}",
                    "${port + 2}/tcp -> 127.0.0.1:${port + 2}", "${port + 3}/udp -> 127.0.0.1:${port + 3}"]*.toString().toSet()
        dockerops('plan', '--detailed-exitcode').code == 0
    }

    def "a build that fails shows all that it printed"() {
        given:
        file('base/Dockerfile', "FROM $project/os\nRUN for i in \$(seq 30); do echo line \$i; done; exit 3\n")

        when:
        def result = dockerops('build')

        then:
        result.code == 1
        result.err.contains('project.groovy:3')
        (1..30).every { number -> result.err.readLines().any { it.endsWith("| line $number") } }
    }

    private Dockerops dockerops(String... words) {
        Dockerops.run(folder, words)
    }

    private Set<String> ports() {
        Dockerops.docker('container', 'port', "${project}.app").readLines().toSet()
    }

    private boolean shows(String text) {
        new PollingConditions(timeout: 20, delay: 0.02).eventually {
            assert new URL("http://127.0.0.1:$port/").text == text
        }
        true
    }

    private void file(String name, String text) {
        Files.createDirectories(folder.resolve(name).parent)
        Files.writeString(folder.resolve(name), text)
    }

    /** The first of five ports in a row that nobody has. */
    private static int freePorts() {
        def random = new Random()
        while (true) {
            int first = 20_000 + random.nextInt(10_000)
            try {
                (0..4).each { offset ->
                    new ServerSocket(first + offset).close()
                    new DatagramSocket(first + offset).close()
                }
                return first
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
