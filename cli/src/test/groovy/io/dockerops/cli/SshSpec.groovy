package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.ssh.SshKeyPair
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

/** Into the SSH servers of containers, with a program in the place of ssh that writes down how it was called. */
class SshSpec extends Specification {

    private static final List<String> READ_KEY = ['cat', '/etc/ssh/ssh_host_ed25519_key.pub']
    private static final String HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIabc'

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.run('run')
        program('ssh', 'printf "%s\\n" "$@" >called; for o in "$@"; do case $o in UserKnown*) f=${o#*=}; f=${f#\\"}; cat "${f%\\"}" >known;; esac; done; exit 3')
        cli.environment.PATH = folder.resolve('bin').toString() + ':/usr/bin:/bin'
        cli.engine.processes().runCommand(READ_KEY, FakeProgram.exits(0).prints("$HOST_KEY root@somewhere"))
        key('rw-------')
    }

    private void program(String name, String text) {
        def called = folder.resolve('called')
        cli.file("bin/$name", "#!/bin/sh\ncd '$folder'\n$text\n")
        folder.resolve("bin/$name").toFile().executable = true
        Files.deleteIfExists(called)
    }

    private void key(String mode) {
        cli.file('keys/ssh_key', SshKeyPair.generate('dockerops').privateKey())
        Files.setPosixFilePermissions(folder.resolve('keys/ssh_key'), PosixFilePermissions.fromString(mode))
    }

    private List<String> called() {
        Files.readAllLines(folder.resolve('called'))
    }

    private String address(String target) {
        cli.run('getip', target)
        cli.out.trim()
    }

    def "ssh logs in as dockerops with the project's key, at a server whose key was read over the engine"() {
        given:
        def address = address('web.one')

        expect:
        cli.run('ssh', 'web.one') == 3
        called()[-6..-1] == ['-p', '22', '-l', 'dockerops', '--', address]
        called().containsAll(['StrictHostKeyChecking=yes', 'HostKeyAlias=shop.web.one', "IdentityFile=\"$folder/keys/ssh_key\"".toString()])
        Files.readString(folder.resolve('known')) == "shop.web.one $HOST_KEY\n"
    }

    def "the file with the server's key is gone afterwards"() {
        when:
        cli.run('ssh', 'db')

        then:
        def known = called().find { it.startsWith('UserKnownHostsFile=') }.split('"')[1]
        !Files.exists(Path.of(known))
    }

    def "each word of a command arrives as it was given: #words"() {
        when:
        cli.run('ssh', '--user', 'root', '--port', '2222', *words)

        then:
        called()[called().indexOf('--') + 2..-1] == arriving
        called().containsAll(['2222', 'root'])
        !called().contains('-t')

        where:
        words                               || arriving
        ['db', 'ls', '-l', '/a b']          || ['ls', '-l', "'/a b'"]
        ['db', '--', 'echo', '$HOME', "it's"] || ['echo', "'\$HOME'", "'it'\\''s'"]
    }

    def "a command gets a terminal where there is one"() {
        given:
        cli.terminal.input = true
        cli.terminal.output = true

        when:
        cli.run('ssh', 'db', 'top')

        then:
        called().contains('-t')
    }

    def "what ssh cannot do itself is told with a way out"() {
        given:
        program('ssh', 'exit 255')

        expect:
        cli.run('ssh', 'db') == 255
        cli.err == 'If ssh could not connect or log in, `dockerops shell db` opens a shell through the engine.\n'
    }

    def "what is missing is said in plain words: #said"() {
        given:
        missing.call(this)

        expect:
        cli.run('ssh', *words) == code
        cli.err.contains(said)
        cli.err.contains(way)
        !Files.exists(folder.resolve('called'))

        where:
        words                   | missing                                                  || code           | said                                         | way
        ['web']                 | { }                                                      || ExitCode.WRONG_INPUT | '`web` names 2 instances'                    | 'web.one, web.two'
        ['db']                  | { it.cli.run('stop', 'db') }                             || ExitCode.WRONG_INPUT | 'the container of `db` does not run'         | 'dockerops start db'
        ['db']                  | { it.cli.run('clean', '--yes') }                         || ExitCode.WRONG_INPUT | '`db` has no container'                      | 'dockerops run db'
        ['db']                  | { it.cli.environment.PATH = '' }                         || ExitCode.WRONG_INPUT | 'there is no program `ssh` on this machine'  | 'openssh-client'
        ['db']                  | { Files.delete(it.folder.resolve('keys/ssh_key')) }      || ExitCode.WRONG_INPUT | 'the project has no key of SSH yet'          | 'copy sshPublicKey()'
        ['db']                  | { it.key('rw-r--r--') }                                  || ExitCode.FAILED | 'is open to others than its owner'          | 'chmod 600'
        ['db']                  | { it.cli.engine.processes().runCommand(READ_KEY, FakeProgram.exits(1)) } || ExitCode.WRONG_INPUT | '`shop.db` has no SSH server' | 'dockerops shell'
        ['--port', '0', 'db']   | { }                                                      || ExitCode.WRONG_INPUT | '`--port 0` is not a port'                   | '--port 2222 db'
        []                      | { }                                                      || ExitCode.WRONG_INPUT | '`dockerops ssh` needs a target'             | 'dockerops ssh web.one'
    }
}
