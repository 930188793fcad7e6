package io.dockerops.platform

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What every container of the base image is: its programs, its user, its keys and its environment. */
class BaseImageIT extends Specification {

    private static final String ODD = 'a b  "c" \'d\' $e %f \\ `g` *\nsecond line; &'

    @Shared
    @AutoCleanup
    Playground here = new Playground()

    /** One container that nothing changes, with a key pair of its project. */
    @Shared
    String settled

    @Shared
    Map<String, String> keys

    def setupSpec() {
        keys = keyPair()
        settled = here.runReady(PlatformImages.BASE, '-e', "ODD=$ODD", '-e', 'SERVICE=web', '-e', 'INSTANCE=one', host: 'web-one',
            files: ['/etc/dockerops/authorized_keys': keys.open, '/etc/dockerops/ssh_key': keys.secret])
    }

    private static Map<String, String> keyPair() {
        def both = Docker.call('run', '--rm', '--entrypoint', 'sh', PlatformImages.BASE, '-c',
            'ssh-keygen -q -t ed25519 -N "" -f /tmp/k && cat /tmp/k && cat /tmp/k.pub').mustSucceed().out
        int end = both.indexOf('ssh-ed25519 ')
        [secret: both.substring(0, end), open: both.substring(end) + '\n']
    }

    /** From the container to itself over SSH, as the user that logs in there. */
    private Docker ssh(String user, String command, String... options) {
        Docker.call('exec', '-u', 'dockerops', settled, 'ssh', '-oBatchMode=yes', '-oStrictHostKeyChecking=no', '-oLogLevel=ERROR',
            *options, "$user@127.0.0.1", command)
    }

    def "it is ready when its entrypoints have ended and its programs are up, and not before"() {
        given: 'an entrypoint that waits'
        def id = here.run(PlatformImages.BASE, health: true, files: ['/entrypoints/wait.sh': '#!/bin/sh\nmkfifo /gate; read go </gate'])
        Playground.soon().eventually { assert Playground.exec(id, 'test', '-p', '/gate').code == 0 }

        expect:
        with(Playground.exec(id, 'container-ready')) {
            code == 1
            out == 'the entrypoints have not ended'
        }

        when:
        Playground.ask(id, 'sh', '-c', 'echo go >/gate')

        then:
        Playground.soon().eventually { assert Playground.isReady(id) }
        Playground.ask(id, 'supervisorctl', 'status', 'sshd').contains('RUNNING')

        and: 'the engine says so too'
        Playground.soon().eventually {
            assert Docker.call('inspect', '-f', '{{.State.Health.Status}}', id).out == 'healthy'
        }
    }

    def "a container that has lost Supervisor is not ready"() {
        given:
        def id = here.runReady(PlatformImages.BASE)

        when: 'its number is that of another process'
        Playground.ask(id, 'sh', '-c', 'echo 1 >/run/supervisord.pid')

        then:
        with(Playground.exec(id, 'container-ready')) {
            code == 1
            out == 'Supervisor is not up'
        }
    }

    def "a program that does not start is what a container waits for, and what it says"() {
        given:
        def id = here.run(PlatformImages.BASE, files: ['/etc/supervisor/conf.d/web.conf': '[program:web]\ncommand = false\nstartretries = 0\n'])

        expect:
        Playground.soon().eventually { assert Playground.exec(id, 'container-ready').out =~ /^web +FATAL/ }
    }

    def "processes that lost their parent are reaped"() {
        when:
        Playground.ask(settled, 'sh', '-c', '(sleep 0 &) ; exit 0')

        then:
        Playground.soon().eventually { assert !Playground.ask(settled, 'ps', '-eo', 'stat').contains('Z') }

        and: 'by an init that is the first process'
        Playground.ask(settled, 'cat', '/proc/1/comm') == 'tini'
    }

    def "a container stops at once, with its programs, and with exit code 0"() {
        given:
        def id = here.runReady(PlatformImages.BASE)

        when:
        here.stop(id)

        then:
        Docker.call('inspect', '-f', '{{.State.ExitCode}}', id).out == '0'
        Playground.log(id).contains('stopped: sshd')
    }

    def "who has the key of the project logs in as dockerops and may become root"() {
        expect:
        ssh('dockerops', 'id -un; sudo -n id -un').out.readLines() == ['dockerops', 'root']
    }

    def "root and other users are not let in, with the key of the project: #user"() {
        expect:
        ssh(user, 'true').err.contains('Permission denied (publickey).')

        where:
        user << ['root', 'games']
    }

    def "the server takes keys and nothing else"() {
        expect:
        Playground.ask(settled, 'sshd', '-T').readLines().containsAll(
            ['passwordauthentication no', 'kbdinteractiveauthentication no', 'permitrootlogin no', 'authenticationmethods publickey'])
        ssh('dockerops', 'true', '-oPubkeyAuthentication=no').err.contains('Permission denied (publickey).')
    }

    def "a key of another project is refused"() {
        given:
        def id = here.runReady(PlatformImages.BASE, files: ['/etc/dockerops/authorized_keys': keyPair().open])

        expect:
        ssh('dockerops', 'true', "-oHostname=${here.address(id)}").err.contains('Permission denied (publickey).')
    }

    def "what is copied in gets the owner and the mode that it must have"() {
        expect:
        Playground.ask(settled, 'stat', '-c', '%U:%G %a', '/etc/dockerops/authorized_keys', '/etc/dockerops/ssh_key').readLines() ==
            ['root:dockerops 640', 'dockerops:dockerops 600']
    }

    def "a key that is not a file stops the start"() {
        given:
        def linked = here.create(PlatformImages.BASE)
        Docker.process(['sh', '-c', "d=\$(mktemp -d) && ln -s /dev/null \$d/dns.key && docker cp \$d/dns.key $linked:/etc/dockerops/dns.key; rm -r \$d"]).mustSucceed()

        when:
        def result = Docker.call('start', '-a', linked)

        then:
        result.code == 1
        result.err.contains('/etc/dockerops/dns.key must be a file')
    }

    def "people who log in have the variables of the container, whatever is in them: #shell"() {
        expect:
        ssh('dockerops', command).out == "$ODD|web|/home/dockerops".toString()

        where:
        shell               | command
        'a remote command'  | 'printf "%s|%s|%s" "$ODD" "$SERVICE" "$HOME"'
        'a login shell'     | 'env -i HOME=/home/dockerops bash -lc \'printf "%s|%s|%s" "$ODD" "$SERVICE" "$HOME"\''
        'a login shell, sh' | 'env -i HOME=/home/dockerops sh -lc \'printf "%s|%s|%s" "$ODD" "$SERVICE" "$HOME"\''
    }

    def "the variables are written anew at each start, and are not for everybody's eyes"() {
        given:
        def id = here.runReady(PlatformImages.BASE, '-e', 'ONE=1')
        def before = Playground.ask(id, 'cat', '/etc/dockerops/environment')

        when:
        Docker.call('restart', id).mustSucceed()
        here.awaitReady(id)

        then:
        before.contains("export ONE='1'")
        !before.contains('export HOME=')
        !before.contains('export PWD=')
        Playground.ask(id, 'cat', '/etc/dockerops/environment') == before
        Playground.ask(id, 'stat', '-c', '%U:%G %a', '/etc/dockerops/environment') == 'root:dockerops 640'
    }

    def "the keys of the host are made at the first start and stay"() {
        given:
        def one = here.runReady(PlatformImages.BASE)
        def key = Playground.ask(one, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub')

        when:
        Docker.call('restart', one).mustSucceed()
        here.awaitReady(one)

        then:
        Playground.ask(one, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub') == key
        key != Playground.ask(settled, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub')
        Playground.ask(one, 'stat', '-c', '%U %a', '/etc/ssh/ssh_host_ed25519_key') == 'root 600'
    }

    def "the keys of the host outlive the container where a persistent folder is there"() {
        given:
        def volume = here.volume()
        def one = here.runReady(PlatformImages.BASE, '-v', "$volume:/persistent")
        def key = Playground.ask(one, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub')
        here.remove(one)

        when:
        def two = here.runReady(PlatformImages.BASE, '-v', "$volume:/persistent")

        then:
        Playground.ask(two, 'cat', '/etc/ssh/ssh_host_ed25519_key.pub') == key
        Playground.inVolume(volume, 'stat -c "%U %a" ssh ssh/ssh_host_ed25519_key').readLines() == ['root 700', 'root 600']
    }

    def "another command takes Supervisor's place, and standard output is its own"() {
        when:
        def result = here.runToEnd(PlatformImages.BASE, command: ['printf', '%s|', 'a b', '$c'])

        then:
        result.code == 0
        result.out == 'a b|$c|'
    }

    def "a user other than root cannot be the one that the container starts with"() {
        when:
        def result = here.runToEnd(PlatformImages.BASE, '-u', 'dockerops')

        then:
        result.code == 1
        result.err.contains('the container must start as root')
    }

    def "it speaks UTF-8, has the tools to look around, and a user with a number of its own"() {
        expect:
        Playground.ask(settled, 'locale', 'charmap') == 'UTF-8'
        Playground.ask(settled, 'sh', '-c', 'ip address >/dev/null && ping -c 1 127.0.0.1 >/dev/null && dig -v 2>&1').startsWith('DiG ')
        Playground.ask(settled, 'id', 'dockerops') == 'uid=65527(dockerops) gid=65527(dockerops) groups=65527(dockerops)'
    }

    @TempDir
    Path layers

    def "no layer of the images carries a key"() {
        given: 'the one image, which has the layers of the other'
        Docker.process(['sh', '-c', "docker save $PlatformImages.DNS | tar x -C $layers"]).mustSucceed()

        when: 'layers are the files in there that are archives themselves'
        def names = Docker.process(['sh', '-c', "find $layers -type f -exec tar tf {} \\; 2>/dev/null"]).out.readLines()

        then:
        names.any { it.endsWith('etc/ssh/sshd_config') }
        names.any { it.endsWith('etc/bind/named.conf') }
        names.findAll { it =~ /ssh_host_.*key|rndc\.key|etc\/dockerops\/.|\/\.ssh\/./ } == []
    }
}
