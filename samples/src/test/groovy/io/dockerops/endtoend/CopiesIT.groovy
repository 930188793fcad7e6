package io.dockerops.endtoend

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

/** What is copied into containers before their first start, on a real engine. */
class CopiesIT extends Specification {

    @TempDir
    Path folder

    private final String project = 'copies' + Long.toString(System.nanoTime(), 36)

    private void script(String words) {
        Files.writeString(folder.resolve('project.groovy'), """\
            project '$project'
            def busybox = rootfs('busybox') { busybox(); add 'etc', to: '/etc' }
            service('app') {
                image busybox
                command 'sh', '-c', 'ls -ln /etc/given.ini >/first; exec sleep 1d'
                stopSignal 'SIGKILL'
                $words
            }
            """.stripIndent())
    }

    def setup() {
        put('etc/passwd', 'root:x:0:0::/:/bin/sh\napp:x:1234:2345::/:/bin/sh\n')
        put('etc/group', 'root:x:0:\nstaff:x:50:\n')
        put('conf/given.ini', 'first\n')
        put('conf/deep/start', '#!/bin/sh\n', 'rwxr-x---')
        put('secrets/word', 'hunter2')
    }

    def cleanup() {
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    private void put(String name, String text, String mode = 'rw-r--r--') {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode))
    }

    private static void runs(Dockerops result) {
        assert result.code == 0: result
    }

    private String inspect(String format) {
        Dockerops.docker('container', 'inspect', '-f', format, "${project}.app".toString())
    }

    private String inside(String... command) {
        Dockerops.docker('exec', "${project}.app".toString(), *command)
    }

    def "files, folders, secrets and keys are there at the first start, with owner and mode, and nothing tells of their content"() {
        given:
        script('''
            copy 'conf/given.ini', to: '/etc/'
            copy 'conf', to: '/srv/conf', user: 'app'
            copy secret('word'), to: '/run/word', user: 'app:staff', mode: 0440
            copy sshKey(), to: '/keys/ssh_key'
            copy sshPublicKey(), to: '/keys/authorized', user: 65527
            copy dnsKey(), to: '/keys/dns.key', user: '0:50', mode: '0640'
            ''')

        when:
        runs(Dockerops.run(folder, 'run'))

        then:
        inside('cat', '/first').contains('/etc/given.ini')
        inside('stat', '-c', '%n %u:%g %a', '/etc', '/etc/given.ini', '/srv', '/srv/conf', '/srv/conf/deep/start', '/run/word',
            '/keys', '/keys/ssh_key', '/keys/authorized', '/keys/dns.key').readLines() == [
            '/etc 0:0 755', '/etc/given.ini 0:0 644', '/srv 0:0 755', '/srv/conf 1234:2345 755', '/srv/conf/deep/start 1234:2345 750',
            '/run/word 1234:50 440', '/keys 0:0 755', '/keys/ssh_key 0:0 600', '/keys/authorized 65527:0 644', '/keys/dns.key 0:50 640']
        inside('cat', '/run/word') == 'hunter2'
        inside('cat', '/keys/ssh_key') == Files.readString(folder.resolve('keys/ssh_key')).trim()
        inside('cat', '/keys/authorized') == Files.readString(folder.resolve('keys/ssh_key.pub')).trim()
        inside('cat', '/keys/dns.key') == Files.readString(folder.resolve('keys/dns.key')).trim()

        and:
        def told = inspect('{{json .}}')
        !told.contains('hunter2')
        !told.contains(Files.readString(folder.resolve('keys/ssh_key')).readLines()[1])
        !told.contains(Files.readString(folder.resolve('keys/dns.key')).find(/"[^"]{40,}"/)[1..-2])

        and: 'that was all'
        Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
    }

    def "a container whose file has changed is replaced, and one that is restarted keeps its files"() {
        given:
        script("copy 'conf/given.ini', to: '/etc/'")
        runs(Dockerops.run(folder, 'run'))
        def first = inspect('{{.Id}}')

        when:
        runs(Dockerops.run(folder, 'restart'))

        then:
        inspect('{{.Id}}') == first
        inside('cat', '/etc/given.ini') == 'first'

        when:
        put('conf/given.ini', 'second\n')
        def planned = Dockerops.run(folder, 'plan')
        runs(Dockerops.run(folder, 'run'))

        then:
        planned.out.contains('Copies[/etc/given.ini].Content')
        inspect('{{.Id}}') != first
        inside('cat', '/etc/given.ini') == 'second'
        Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
    }

    def "a plan makes no keys, a run makes them, and a further one keeps them"() {
        given:
        script("copy sshKey(), to: '/ssh_key'")

        when:
        runs(Dockerops.run(folder, 'plan'))

        then:
        !Files.exists(folder.resolve('keys'))

        when:
        runs(Dockerops.run(folder, 'run'))
        def key = Files.readString(folder.resolve('keys/ssh_key'))
        runs(Dockerops.run(folder, 'run', '--replace', 'app'))

        then:
        Files.readString(folder.resolve('keys/ssh_key')) == key
    }

    def "a user that the container does not know is an error in the line of the copy, and the old container runs on"() {
        given:
        script("copy 'conf/given.ini', to: '/etc/'")
        runs(Dockerops.run(folder, 'run'))
        def first = inspect('{{.Id}}')
        script("copy 'conf/given.ini', to: '/etc/', user: 'nobody-here'")

        when:
        def result = Dockerops.run(folder, 'run')

        then:
        result.code == 1
        result.err.contains('the container has no user `nobody-here`')
        result.err.contains('project.groovy:7')
        inspect('{{.Id}} {{.State.Running}}') == "$first true"
        Dockerops.docker('ps', '-aq', '--filter', "label=io.dockerops.project=$project").readLines().size() == 1
    }

    def "a script that runs beside the container has the files too"() {
        given:
        script("copy 'conf/given.ini', to: '/etc/', user: 'app'")

        expect:
        Dockerops.run(folder, 'script', 'app', '--', 'stat', '-c', '%n %u', '/etc/given.ini').out.contains('/etc/given.ini 1234')
    }

    def "no image gets the keys of the project with its build context"() {
        given:
        script("copy dnsKey(), to: '/dns.key'")
        runs(Dockerops.run(folder, 'run'))
        def tools = Dockerops.docker('container', 'inspect', '-f', '{{.Config.Image}}', "${project}.app".toString())
        put('Dockerfile', "FROM $tools\nCOPY . /all\n")
        script("copy dnsKey(), to: '/dns.key'")
        Files.writeString(folder.resolve('project.groovy'), Files.readString(folder.resolve('project.groovy'))
            + "service('built') { build '.'; command 'sleep 1d'; stopSignal 'SIGKILL' }\n")
        put('keys/notes.txt', 'of the keys')
        put('public/keys/notes.txt', 'of others')

        when:
        runs(Dockerops.run(folder, 'run'))

        then:
        Dockerops.docker('exec', "${project}.built".toString(), 'find', '/all', '-path', '*keys*').readLines().sort() ==
            ['/all/public/keys', '/all/public/keys/notes.txt']
    }
}
