package io.dockerops.engine.keys

import io.dockerops.engine.model.ProjectKey
import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

/** The keys of a project: made once, kept, and never half or open. */
class KeyFolderSpec extends Specification {

    @TempDir
    Path project

    KeyFolder keys

    def setup() {
        keys = new KeyFolder(project)
    }

    private String mode(String path) {
        PosixFilePermissions.toString(Files.getPosixFilePermissions(project.resolve(path)))
    }

    private Path put(String name, String content, String mode = 'rw-------') {
        def file = Files.createDirectories(project.resolve('keys')).resolve(name)
        Files.writeString(file, content)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode))
    }

    private String failure(ProjectKey key) {
        try {
            keys.read(key)
            throw new AssertionError('was read' as Object)
        } catch (EngineException.Failed e) {
            assert e.hint().present
            return e.message.replace(project.toString(), '.')
        }
    }

    def "a folder that has no key yet is not touched by asking for one"() {
        expect:
        !keys.has(ProjectKey.SSH)
        !Files.exists(project.resolve('keys'))
    }

    def "a key is made in a folder that is its owner's alone and that Git leaves out"() {
        when:
        ProjectKey.values().each { keys.read(it) }

        then:
        project.resolve('keys').toFile().list().sort() == ['.gitignore', 'dns.key', 'ssh_key', 'ssh_key.pub']
        Files.readString(project.resolve('keys/.gitignore')) == '*\n'
        mode('keys') == 'rwx------'
        mode('keys/ssh_key') == 'rw-------'
        mode('keys/ssh_key.pub') == 'rw-r--r--'
        mode('keys/dns.key') == 'rw-------'
    }

    def "a key that is there is kept"() {
        given:
        def first = ProjectKey.values().collect { keys.read(it) }

        expect:
        ProjectKey.values().collect { new KeyFolder(project).read(it) } == first
    }

    def "the key of names has 256 random bits, as tsig-keygen writes them"() {
        given:
        def found = keys.read(ProjectKey.DNS) =~ /(?s)key "dockerops" \{\n\talgorithm hmac-sha256;\n\tsecret "(.*)";\n};\n/

        expect:
        found.matches()
        found.group(1).decodeBase64().length == 32
        keys.read(ProjectKey.DNS) != new KeyFolder(Files.createDirectory(project.resolve('other'))).read(ProjectKey.DNS)
    }

    def "a missing public key is made from the private one"() {
        given:
        def before = keys.read(ProjectKey.SSH_PUBLIC)
        Files.delete(project.resolve('keys/ssh_key.pub'))

        expect:
        keys.read(ProjectKey.SSH_PUBLIC) == before
    }

    def "all who ask for a key at the same time get the same one, and nothing else is left"() {
        given:
        def threads = Executors.newFixedThreadPool(8)
        def together = new CyclicBarrier(8)

        when:
        def found = threads.invokeAll((1..8).collect {
            { -> together.await(); new KeyFolder(project).read(key) } as Callable<String>
        })*.get()

        then:
        found.unique().size() == 1
        new KeyFolder(project).read(key) == found[0]
        !project.resolve('keys').toFile().list().any { it.startsWith('.') && it != '.gitignore' }

        cleanup:
        threads?.shutdownNow()

        where:
        key << ProjectKey.values()
    }

    def "a private key that others can read is refused: #mode"() {
        given:
        keys.read(ProjectKey.SSH)
        Files.setPosixFilePermissions(project.resolve('keys/ssh_key'), PosixFilePermissions.fromString(mode))

        expect:
        failure(ProjectKey.SSH) == "the project's key `./keys/ssh_key` is open to others than its owner"

        where:
        mode << ['rw-r-----', 'rw----r--', 'rw--w----']
    }

    def "what is no key is refused and stays as it is: #what"() {
        given:
        def file = put(name, content)

        expect:
        failure(key) == "the project's key `./keys/$name` cannot be used: $reason"
        Files.readString(file) == content

        where:
        what          | key                   | name          | content                                        || reason
        'a text'      | ProjectKey.SSH        | 'ssh_key'     | 'hello'                                        || 'it is not a private key of SSH'
        'an end'      | ProjectKey.SSH        | 'ssh_key'     | '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n'  || 'it is damaged, or not a private key of SSH'
        'empty'       | ProjectKey.DNS        | 'dns.key'     | ''                                             || 'it is not a key as `tsig-keygen` writes it'
        'no secret'   | ProjectKey.DNS        | 'dns.key'     | 'key "a" { algorithm hmac-sha256; };'          || 'it is not a key as `tsig-keygen` writes it'
        'another one' | ProjectKey.SSH_PUBLIC | 'ssh_key.pub' | 'ssh-ed25519 AAAA me'                          || 'it is not the public key that belongs to `ssh_key`'
    }

    def "a link that leads nowhere is refused, and no key is given that nobody keeps"() {
        given:
        Files.createDirectories(project.resolve('keys'))
        Files.createSymbolicLink(project.resolve('keys/dns.key'), project.resolve('none'))

        expect:
        failure(ProjectKey.DNS) == "the project's key `./keys/dns.key` cannot be used: it is a link to a file that is not there"
        !Files.exists(project.resolve('none'))
    }

    def "a folder in the place of a key is refused"() {
        given:
        Files.createDirectories(project.resolve('keys/dns.key'))

        expect:
        failure(ProjectKey.DNS) == "the project's key `./keys/dns.key` cannot be used: it is not a file"
    }
}
