package io.dockerops.platform

import io.dockerops.endtoend.Dockerops
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The program's way into a container of the base image over SSH, with real keys and a real server. */
class SshIT extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    String project = 'ssh' + Long.toString(System.nanoTime(), 36)

    def setupSpec() {
        Files.writeString(folder.resolve('project.groovy'), """\
            project '$project'
            service('web') {
                image '$PlatformImages.BASE'
                copy sshPublicKey(), to: '/etc/dockerops/authorized_keys'
                healthy { command 'container-ready'; every 1.second; within 2.minutes }
                instances 'one', 'two'
            }
            """.stripIndent())
        def result = Dockerops.run(folder, 'run')
        assert result.code == 0: result
    }

    def cleanupSpec() {
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    /** In a process of its own, whose streams ssh inherits. */
    private static Map ssh(Path folder, String input, String... words) {
        def process = new ProcessBuilder([ProcessHandle.current().info().command().get(), '-cp', System.getProperty('java.class.path'),
            'io.dockerops.cli.Main', 'ssh', *words]).directory(folder.toFile()).start()
        process.outputStream.withCloseable { it << input }
        def err = new StringBuilder()
        def reader = Thread.start { err << process.errorStream.text }
        def out = process.inputStream.text
        int code = process.waitFor()
        reader.join()
        [code: code, out: out, err: err.toString()]
    }

    def "a command runs as dockerops, with its words, its input and its exit code"() {
        when:
        def result = ssh(folder, 'some input', 'web.one', '--', 'sh', '-c', 'id -un; hostname; cat; echo " $1"; exit 7', 'sh', 'a  b')

        then:
        result.code == 7
        result.out == 'dockerops\nweb-one\nsome input a  b\n'
    }

    def "a server that has another key than its container is not talked to"() {
        given: 'the key that the container shows is not that of the server'
        def name = "${project}.web.two".toString()
        Dockerops.docker('exec', name, 'sh', '-c', 'ssh-keygen -q -t ed25519 -N "" -f /tmp/k && cp /tmp/k.pub /etc/ssh/ssh_host_ed25519_key.pub')

        when:
        def result = ssh(folder, '', 'web.two', 'id')

        then:
        result.code == 255
        result.out == ''
        result.err.contains('Host key verification failed')
        result.err.contains('`dockerops shell web.two`')
    }

    def "nobody but whom the key is for is let in"() {
        expect:
        with(ssh(folder, '', '--user', 'root', 'web.one', 'id')) {
            code == 255
            err.contains('Permission denied')
        }
    }
}
