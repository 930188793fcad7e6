package io.dockerops.engine.ssh

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Keys of SSH as OpenSSH keeps them. */
class SshKeyPairSpec extends Specification {

    @TempDir
    Path folder

    private String keygen(String... words) {
        def process = (['ssh-keygen'] + words.toList()).execute()
        process.waitFor()
        process.text
    }

    def "a new pair is one of Ed25519 in the format of OpenSSH, without a passphrase"() {
        given:
        def pair = SshKeyPair.generate('dockerops')

        expect:
        pair.privateKey().startsWith('-----BEGIN OPENSSH PRIVATE KEY-----\n')
        pair.privateKey().endsWith('-----END OPENSSH PRIVATE KEY-----\n')
        pair.publicKey() ==~ /ssh-ed25519 [A-Za-z0-9+\/=]+ dockerops\n/
        !pair.toString().contains('PRIVATE')
    }

    def "the pair of a private key is the one that it came with"() {
        given:
        def pair = SshKeyPair.generate('dockerops')

        expect:
        SshKeyPair.of(pair.privateKey(), 'dockerops') == pair
        pair.hasPublicKey(pair.publicKey().replace('dockerops', 'of somebody'))
        !pair.hasPublicKey(SshKeyPair.generate('dockerops').publicKey())
        !pair.hasPublicKey('')
    }

    @Requires({ 'which ssh-keygen'.execute().waitFor() == 0 })
    def "OpenSSH reads a new pair"() {
        given:
        def pair = SshKeyPair.generate('dockerops')
        def file = folder.resolve('key')
        Files.writeString(file, pair.privateKey())
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))

        expect:
        pair.hasPublicKey(keygen('-y', '-P', '', '-f', file.toString()))
    }

    @Requires({ 'which ssh-keygen'.execute().waitFor() == 0 })
    def "a pair that OpenSSH has made is read: #kind"() {
        given:
        def file = folder.resolve('key')
        keygen('-q', '-t', kind, '-N', '', '-f', file.toString())

        expect:
        SshKeyPair.of(Files.readString(file), 'x').hasPublicKey(Files.readString(folder.resolve('key.pub')))

        where:
        kind << ['ed25519', 'rsa', 'ecdsa']
    }

    @Requires({ 'which ssh-keygen'.execute().waitFor() == 0 })
    def "a private key with a passphrase is refused"() {
        given:
        def file = folder.resolve('key')
        keygen('-q', '-t', 'ed25519', '-N', 'hunter2', '-f', file.toString())

        when:
        SshKeyPair.of(Files.readString(file), 'x')

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains('passphrase')
    }
}
