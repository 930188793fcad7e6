package io.dockerops.endtoend

import io.dockerops.platform.Docker
import io.dockerops.platform.PlatformImages
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The demo as its README goes, from a bootstrapped Debian: installed, built, run, looked at, and cleaned. */
@Stepwise
class DemoIT extends Specification {

    private static final List<String> DEMOS = ['demo.one', 'demo.two', 'demo.three']

    @TempDir
    @Shared
    Path temporary

    @Shared
    Path folder

    def setupSpec() {
        // What the base image begins with, as a registry would give it.
        PlatformImages.debian()
        if (Docker.call('image', 'inspect', 'debian:bookworm-slim').code != 0) {
            Docker.call('tag', PlatformImages.DEBIAN, 'debian:bookworm-slim').mustSucceed()
        }
        folder = temporary.resolve('dockerops-demo')
    }

    def cleanupSpec() {
        Dockerops.run(folder, 'clean', '--yes')
        ['dockerops-demo/demo', 'dockerops/dns', 'dockerops/base'].each { Docker.call('image', 'rm', it) }
    }

    def "it is installed"() {
        expect:
        Dockerops.run(temporary, 'install-demo').code == 0
        Files.isRegularFile(folder.resolve('services/demo/Dockerfile'))
    }

    def "its images are built, the platform's first"() {
        when:
        def result = Dockerops.run(folder, 'build')

        then:
        result.code == 0
        order(result.out, 'dockerops/base', 'dockerops/dns')
        order(result.out, 'dockerops/base', 'dockerops-demo/demo')

        and: 'no key is in any of them'
        ['dockerops/base', 'dockerops/dns', 'dockerops-demo/demo'].every {
            Docker.call('run', '--rm', '--entrypoint', 'sh', it, '-c', 'find /etc/dockerops /etc/ssh -name "*key*" -o -path "/etc/dockerops/*"').out.trim() == ''
        }
    }

    def "it runs, healthy, and a second run has nothing to do"() {
        expect:
        with(Dockerops.run(folder, 'run')) { assert code == 0: it }
        Dockerops.run(folder, 'ps').out.readLines().tail().every { it.contains('running') && it.contains('healthy') }
        Dockerops.run(folder, 'run').out.contains('Everything is as declared')
    }

    def "the keys are the project's, and nobody else may read them"() {
        expect:
        mode('keys') == 'rwx------'
        mode('keys/ssh_key') == 'rw-------'
        mode('keys/dns.key') == 'rw-------'
        Files.readString(folder.resolve('keys/.gitignore')).trim() == '*'
    }

    def "one instance is reached from another one by its name"() {
        expect:
        with(exec('demo.two', 'ping', '-c', '1', '-W', '5', 'demo-one')) { assert code == 0: it }
        exec('demo.two', 'curl', '-s', 'http://demo-three:8080').out.startsWith('Hello from demo-three, of type standard')
        exec('demo.one', 'curl', '-s', 'http://demo-two:8080').out.startsWith('Good morning from demo-two')
    }

    def "the DNS service has all instances under the name of the service, in turns"() {
        given:
        def addresses = DEMOS.collect { Dockerops.run(folder, 'getip', it).out.trim() }

        expect:
        def answers = (1..20).collect { exec('demo.two', 'dig', '+short', 'demo.local.zone').out.readLines() }
        answers.every { it.sort(false) == addresses.sort(false) }
        answers*.first().toSet().size() > 1
    }

    def "a linked instance is known by its address"() {
        expect:
        exec('demo.three', 'sh', '-c', 'echo $NEIGHBOUR_SERVICE_IP').out.trim() == Dockerops.run(folder, 'getip', 'demo.one').out.trim()
    }

    def "one logs in with the project's key, and from there to others"() {
        expect:
        with(ssh('demo.two', 'sh', '-c', 'hostname; id -un')) {
            assert code == 0: it
            assert out.readLines() == ['demo-two', 'dockerops']
        }
        ssh('demo.two', 'ssh', '-oStrictHostKeyChecking=no', '-oLogLevel=ERROR', 'demo-one', 'hostname').out.trim() == 'demo-one'

        and: 'the exit code is that of the command'
        ssh('demo.two', 'sh', '-c', 'exit 7').code == 7
    }

    def "it is cleaned up, and its keys stay"() {
        expect:
        Dockerops.run(folder, 'clean', '--yes').code == 0
        Docker.call('ps', '-aq', '--filter', 'label=io.dockerops.project=dockerops-demo').out.trim() == ''
        Files.exists(folder.resolve('keys/ssh_key'))
    }

    private Dockerops exec(String target, String... words) {
        Dockerops.run(folder, 'exec', target, *words)
    }

    /** As a program of its own, since ssh has the terminal of the process. */
    private Docker ssh(String target, String... command) {
        Docker.process([System.getProperty('java.home') + '/bin/java', '-cp', System.getProperty('java.class.path'),
                        'io.dockerops.cli.Main', 'ssh', "$folder/", target, '--', *command]*.toString())
    }

    private static boolean order(String text, String first, String second) {
        text.indexOf(first) >= 0 && text.indexOf(first) < text.indexOf(second)
    }

    private String mode(String file) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))
    }
}
