package io.dockerops.endtoend

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A project that names its things otherwise, on a real engine. */
class NamingIT extends Specification {

    @TempDir
    Path folder

    private final String project = 'names' + Long.toString(System.nanoTime(), 36)

    private void script(String naming) {
        Files.writeString(folder.resolve('project.groovy'), """\
            project '$project'
            $naming
            def tools = rootfs('busybox') { busybox() }
            helperImage tools
            def back = network 'back', subnet: '10.231.9.0/24'
            def sock = volume 'sock', at: '/run/app'
            def app = service('app') {
                image tools
                command 'sh', '-c', 'hostname > /run/app/name && exec sleep 1d'
                stopSignal 'SIGKILL'
                user 2000
                attach sock
                network back, ipv4: '10.231.9.5'
            }
            service('web') {
                image tools
                command 'sleep 1d'
                stopSignal 'SIGKILL'
                use ${naming.contains('volumesByParent') ? "'app.sock'" : 'sock'}
                network back
                link app
                instances 'one', 'two'
            }
            """.stripIndent())
    }

    private void runs() {
        def result = Dockerops.run(folder, 'run')
        assert result.code == 0: result
        assert Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
    }

    private List<String> names(String kind, String... more) {
        Dockerops.docker(kind, 'ls', *more, '--filter', "label=io.dockerops.project=$project", '--format',
            kind == 'container' ? '{{.Names}}' : '{{.Name}}').readLines().sort()
    }

    private String inspect(String container, String format) {
        Dockerops.docker('container', 'inspect', '-f', format, container)
    }

    def cleanup() {
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    def "a running project gets other names, and keeps its containers where only their names change"() {
        given:
        script('')
        runs()
        def web = inspect("${project}.web.one", '{{.Id}}')

        when: 'even the network with its fixed addresses is called otherwise'
        script("naming { separator '-'; volumes '{project}.{volume}' }")
        runs()

        then:
        names('container', '-a') == ["$project-app", "$project-web-one", "$project-web-two"]*.toString()
        names('network') == ["$project-back".toString()]
        inspect("$project-web-one", '{{.Id}}') == web
        inspect("$project-app", "{{(index .NetworkSettings.Networks \"$project-back\").IPAddress}}") == '10.231.9.5'

        when:
        script("naming { separator '-'; hostNames false; domain 'example.org'; volumesByParent() }")
        runs()

        then: 'the engine chooses host names, and there is a volume for the service that attaches it'
        inspect("$project-app", '{{.Id}}').startsWith(inspect("$project-app", '{{.Config.Hostname}}'))
        inspect("$project-app", '{{.Config.Domainname}}') == 'example.org'
        names('volume') == ["$project-app.sock", "${project}.sock"]*.toString()
        Dockerops.docker('exec', "$project-web-two", 'ls', '-ln', '/run/app/name').contains('2000')

        when:
        Dockerops.run(folder, 'clean', '--volumes', '--yes')

        then:
        ['network', 'volume'].collectMany { names(it) } + names('container', '-a') == []
    }
}
