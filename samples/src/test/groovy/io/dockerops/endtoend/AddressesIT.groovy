package io.dockerops.endtoend

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Variables that have their values from the host, from other containers and from outside, on a real engine. */
class AddressesIT extends Specification {

    @TempDir
    Path folder

    private final String project = 'addresses' + Long.toString(System.nanoTime(), 36)

    private void script(String text) {
        Files.writeString(folder.resolve('project.groovy'),
            "project '$project'\ndef busybox = rootfs('busybox') { busybox() }\n$text")
    }

    private static String stays(String more = '') {
        "image busybox; command 'sleep', '600'; stopTimeout 0.seconds; $more"
    }

    private void pair(Map said = [:]) {
        script("""\
            service('db') { ${stays("${said.db ?: ''}; ${said.both ?: ''}")} }
            service('web') { ${stays("link 'db', as: 'DB', address: true; ${said.both ?: ''}")} }
            """.stripIndent())
    }

    private Dockerops dockerops(String... words) {
        Dockerops.run(folder, words)
    }

    def cleanup() {
        Dockerops.docker('container', 'ls', '-aq', '--filter', "label=addresses=$project").readLines().each {
            Dockerops.docker('container', 'rm', '-f', it)
        }
        dockerops('clean', '--volumes', '--yes')
        Dockerops.docker('image', 'rm', '-f', "$project/busybox")
    }

    private String variable(String name, String service = 'web') {
        Dockerops.docker('exec', "${project}.$service", 'sh', '-c', "printf %s \"\$$name\"")
    }

    private String address(String service, String network = "${project}.default") {
        Dockerops.docker('inspect', '-f', "{{(index .NetworkSettings.Networks \"$network\").IPAddress}}", "${project}.$service")
    }

    private boolean runs() {
        def result = dockerops('run')
        assert result.code == 0: result
        true
    }

    private boolean settled() {
        def result = dockerops('plan', '--detailed-exitcode')
        assert result.code == 0: result
        true
    }

    def "a link gives the address of its target, and a second plan is empty: #what"() {
        given:
        pair(both: mode)

        expect:
        runs()
        variable('DB_SERVICE_IP') == address('db', network ?: "${project}.default")
        settled()

        where:
        what                 | mode                   | network
        'by a network'       | ''                     | null
        'by the default bridge' | "networkMode 'bridge'" | 'bridge'
    }

    def "a run that replaces the target replaces what was made with its address"() {
        given:
        pair()
        assert dockerops('run').code == 0

        when:
        pair(db: "env A: 'a'")
        def result = dockerops('plan')

        then:
        result.out.contains('instance:web CreateContainer, db replaced')

        when:
        result = dockerops('run')

        then:
        result.code == 0
        variable('DB_SERVICE_IP') == address('db')
        settled()
    }

    def "a target that came back with another address is followed by the next run, which says why"() {
        given:
        pair()
        assert dockerops('run').code == 0
        def before = address('db')
        Dockerops.docker('stop', '-t', '0', "${project}.db")
        Dockerops.docker('run', '-d', '--label', "addresses=$project", '--network', "${project}.default",
            "$project/busybox", 'sleep', '600')
        Dockerops.docker('start', "${project}.db")

        expect:
        address('db') != before

        when:
        def result = dockerops('run')

        then:
        result.code == 0
        variable('DB_SERVICE_IP') == address('db')
        settled()
    }

    def "the host's name and the address of one of its interfaces, which the project may say itself"() {
        given:
        script("""\
            $host
            service('web') { ${stays("env HOST_HOSTNAME: nameOfHost(), SERVICE_IP: addressOf('lo')")} }
            """.stripIndent())

        expect:
        runs()
        variable('HOST_HOSTNAME') == Dockerops.docker('info', '-f', '{{.Name}}')
        variable('SERVICE_IP') == expected
        settled()

        where:
        host                                                       || expected
        ''                                                         || '127.0.0.1'
        "host 'local', at: 'local', addresses: [lo: '192.0.2.1']"  || '192.0.2.1'
    }

    def "an interface that the host does not have is an error with the script's line and those that it has"() {
        given:
        script("service('web') {\n    ${stays()}\n    env SERVICE_IP: addressOf('nope0')\n}")

        when:
        def result = dockerops('run')

        then:
        result.code == 2
        result.err.contains('host `local` has no interface `nope0`')
        result.err.contains('project.groovy:5')
        result.err.contains('`lo`')
        result.err.contains('addresses: [nope0:')
    }

    def "a required variable has what the command line says, else what host.conf keeps, else the run is refused"() {
        given:
        script("service('web') {\n    ${stays()}\n    requires 'SAMPLE_ENV_VAR'\n}")

        expect:
        dockerops('run').with { code == 2 && err.contains('SAMPLE_ENV_VAR') && err.contains('project.groovy:5') }

        when:
        Files.writeString(folder.resolve('host.conf'), '{"SAMPLE_ENV_VAR": "kept"}')

        then:
        runs()
        variable('SAMPLE_ENV_VAR') == 'kept'
        settled()

        when:
        def result = dockerops('run', '-e', 'SAMPLE_ENV_VAR=given $HOME "x"')

        then:
        result.code == 0
        variable('SAMPLE_ENV_VAR') == 'given $HOME "x"'
    }
}
