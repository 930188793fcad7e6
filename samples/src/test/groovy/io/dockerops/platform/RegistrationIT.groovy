package io.dockerops.platform

import io.dockerops.endtoend.Dockerops
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Containers that know nothing of a DNS server are found in one, on a real engine and with BIND. */
class RegistrationIT extends Specification {

    private static final String KEY =
        'key "shop" {\n\talgorithm hmac-sha256;\n\tsecret "c2VjcmV0IG9mIHRoZSBzcGVjcywgMzIgYnl0ZXMgbG9uZw==";\n};\n'

    @TempDir
    Path folder

    private final String project = 'names' + Long.toString(System.nanoTime(), 36)

    def setup() {
        Files.createDirectories(folder.resolve('names'))
        Files.writeString(folder.resolve('names/Dockerfile'), "FROM ${PlatformImages.DNS}\n")
    }

    def cleanup() {
        Docker.call('rm', '-f', "$project-other")
        dockerops('clean', '--volumes', '--yes')
        Docker.call('image', 'rm', '-f', "$project/names", "$project/busybox")
    }

    private void script(String web, String key = 'dnsKey()') {
        Files.writeString(folder.resolve('project.groovy'), """\
            project '$project'
            def busybox = rootfs('busybox') { busybox() }
            def names = service('names') {
                build 'names'
                copy $key, to: '/etc/dockerops/dns.key'
                env SERVICE: 'names', DNS_ZONE: 'shop.internal'
                healthy { command 'dns-ready'; every 1.second; within 120.seconds }
            }
            dynamicDns names, zone: 'shop.internal'
            service('web') {
                image busybox
                command 'sleep', '600'
                stopTimeout 0.seconds
                $web
            }
            """.stripIndent())
    }

    private Dockerops dockerops(String... words) {
        Dockerops.run(folder, words)
    }

    private boolean runs(String... words) {
        def result = dockerops(words)
        assert result.code == 0: result
        true
    }

    private boolean settled() {
        def result = dockerops('plan', '--detailed-exitcode')
        assert result.code == 0: result
        true
    }

    private String address(String instance) {
        Docker.call('inspect', '-f', "{{(index .NetworkSettings.Networks \"${project}.default\").IPAddress}}",
            "${project}.web.$instance").mustSucceed().out
    }

    private List<String> lookUp(String... question) {
        Docker.call('exec', "${project}.names", 'dig', '+short', '@127.0.0.1', *question).mustSucceed().out.readLines()
    }

    private List<String> found(String name = 'web') {
        lookUp("${name}.shop.internal").sort()
    }

    def "instances are found in turn, and by their own names, until they stop"() {
        given:
        script("register append; instances 'one', 'two'")

        expect:
        runs('run')
        found() == [address('one'), address('two')].sort()
        found('web-one') == [address('one')]
        lookUp('-x', address('two')) == ['web-two.shop.internal.']
        settled()

        and: 'in turn'
        (1..20).collect { lookUp('web.shop.internal')[0] }.toSet() == [address('one'), address('two')] as Set

        when:
        def two = address('two')
        def one = address('one')
        runs('stop', 'web.one')

        then:
        found() == [two]
        found('web-one') == []
        lookUp('-x', one) == []

        and: 'it comes back'
        runs('run')
        found() == [address('one'), two].sort()
        settled()
    }

    def "a replaced container is found at its new address"() {
        given:
        script("register append; instances 'one', 'two'")
        runs('run')
        def old = address('one')

        and: 'somebody has its address by now'
        Docker.call('stop', '-t', '0', "${project}.web.one").mustSucceed()
        Docker.call('run', '-d', '--name', "$project-other", '--network', "${project}.default", "$project/busybox", 'sleep', '600').mustSucceed()

        when:
        script("register append; env A: 'b'; instances 'one', 'two'")
        runs('run')

        then:
        found() == [address('one'), address('two')].sort()
        found('web-one') == [address('one')]
        address('one') != old
        settled()
    }

    def "of several that replace, one is left under the name of the service"() {
        given:
        script("register replace; instances 'one', 'two'")

        expect:
        runs('run')
        found() == [address('two')]
        found('web-one') == [address('one')]
        settled()
    }

    def "what the server has lost, and what has come back elsewhere, the next run puts right"() {
        given:
        script("register append; instances 'one', 'two'")
        runs('run')

        when: 'the server is made anew, and the others change their addresses'
        Docker.call('rm', '-f', "${project}.names").mustSucceed()
        Docker.call('stop', '-t', '0', "${project}.web.one", "${project}.web.two").mustSucceed()
        Docker.call('start', "${project}.web.two").mustSucceed()
        Docker.call('start', "${project}.web.one").mustSucceed()
        runs('run')

        then:
        found() == [address('one'), address('two')].sort()
        found('web-two') == [address('two')]
        settled()
    }

    def "a key that the server does not know is told, and keeps nothing from running or going"() {
        given:
        script("register append; instances 'one'", "'server.key'")
        Files.writeString(folder.resolve('server.key'), KEY)
        Files.createDirectories(folder.resolve('keys'))
        Files.writeString(folder.resolve('keys/dns.key'), KEY.replace('"shop"', '"other"'))

        when:
        def result = dockerops('run')

        then:
        result.code == 1
        result.err.contains('does not know the key `other` (BADKEY)') || result.out.contains('does not know the key `other` (BADKEY)')
        Docker.call('inspect', '-f', '{{.State.Running}}', "${project}.web.one").out == 'true'
        runs('shutdown')
        Docker.call('inspect', "${project}.web.one").code != 0
    }
}
