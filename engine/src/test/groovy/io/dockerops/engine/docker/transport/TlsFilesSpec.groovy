package io.dockerops.engine.docker.transport

import io.dockerops.engine.docker.transport.TransportException.Reason
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class TlsFilesSpec extends Specification {

    @Shared
    TestAuthority authority = new TestAuthority()

    @TempDir
    Path folder

    def "a key is read in the form #form"() {
        given:
        def keys = TestAuthority.keyPair(kind)

        expect:
        PrivateKeys.belongTogether(PrivateKeys.parse(text.call(keys)), keys.public)

        where:
        form             | kind      | text
        'PKCS#8 RSA'     | 'RSA'     | { TestAuthority.pkcs8(it.private) }
        'PKCS#8 EC'      | 'EC'      | { TestAuthority.pkcs8(it.private) }
        'PKCS#8 EdDSA'   | 'Ed25519' | { TestAuthority.pkcs8(it.private) }
        'PKCS#1 RSA'     | 'RSA'     | { TestAuthority.pkcs1(it.private) }
        'SEC1 EC 256'    | 'EC 256'  | { TestAuthority.sec1(it) }
        'SEC1 EC 384'    | 'EC 384'  | { TestAuthority.sec1(it) }
        'SEC1 EC 521'    | 'EC 521'  | { TestAuthority.sec1(it) }
        'after comments' | 'EC'      | { "Bag Attributes: none\n" + TestAuthority.sec1(it) }
        'after a curve'  | 'EC'      | { TestAuthority.pemBlock('EC PARAMETERS', [6, 0] as byte[]) + TestAuthority.sec1(it) }
        'with CRLF'      | 'EC'      | { TestAuthority.sec1(it).replace('\n', '\r\n') }
    }

    def "good files make a context"() {
        expect:
        authority.writeTo(folder, kind).context() != null

        where:
        kind << TestAuthority.KINDS
    }

    def "the missing file #name is named"() {
        given:
        def files = authority.writeTo(folder)
        Files.delete(folder.resolve(name))

        when:
        files.context()

        then:
        def failure = thrown(TransportException)
        failure.reason() == Reason.TLS_MATERIAL
        failure.message == "${folder.resolve(name)}: no such file, but TLS needs it"

        where:
        name << ['ca.pem', 'cert.pem', 'key.pem']
    }

    def "#what in #name is reported"() {
        given:
        def files = authority.writeTo(folder)
        Files.delete(folder.resolve(name))
        content == null ? Files.createDirectory(folder.resolve(name)) : (folder.resolve(name).toFile().text = content)

        when:
        files.context()

        then:
        def failure = thrown(TransportException)
        failure.reason() == Reason.TLS_MATERIAL
        failure.message.startsWith("${folder.resolve(name)}: ")
        failure.message.contains(words)

        where:
        what                  | name       | content                                                       || words
        'a folder'            | 'ca.pem'   | null                                                          || 'cannot be read'
        'nothing'             | 'ca.pem'   | ''                                                            || 'has no certificate'
        'a key'               | 'cert.pem' | TestAuthority.pkcs8(TestAuthority.keyPair('EC').private)      || 'has no certificate'
        'a damaged one'       | 'cert.pem' | TestAuthority.pemBlock('CERTIFICATE', [1, 2, 3] as byte[])    || 'cannot be read'
        'no base64'           | 'ca.pem'   | '-----BEGIN CERTIFICATE-----\nab$\n=x\n-----END CERTIFICATE-----' || 'not base64'
        'no end'              | 'ca.pem'   | '-----BEGIN CERTIFICATE-----\nabcd'                           || 'no end'
        'nothing'             | 'key.pem'  | ''                                                            || 'no private key'
        'damage'              | 'key.pem'  | TestAuthority.pemBlock('PRIVATE KEY', [1, 2, 3] as byte[])    || 'damaged'
        'a damaged RSA key'   | 'key.pem'  | TestAuthority.pemBlock('RSA PRIVATE KEY', [48, 1] as byte[])  || 'damaged'
        'a damaged EC key'    | 'key.pem'  | TestAuthority.pemBlock('EC PRIVATE KEY', [48] as byte[])      || 'damaged'
        'a truncated EC key'  | 'key.pem'  | TestAuthority.pemBlock('EC PRIVATE KEY', [48, -124, -1, -1, -1, -1] as byte[]) || 'the key'
        'no curve'            | 'key.pem'  | TestAuthority.pemBlock('EC PRIVATE KEY', [48, 3, 2, 1, 1] as byte[]) || 'curve'
        'an encrypted key'    | 'key.pem'  | TestAuthority.pemBlock('ENCRYPTED PRIVATE KEY', [1] as byte[]) || 'encrypted'
        'an encrypted key'    | 'key.pem'  | '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAA==\n-----END RSA PRIVATE KEY-----' || 'encrypted'
        'an unknown form'     | 'key.pem'  | TestAuthority.pemBlock('DSA PRIVATE KEY', [1] as byte[])      || 'DSA PRIVATE KEY'
        "another one's key"   | 'key.pem'  | TestAuthority.pkcs8(TestAuthority.keyPair('EC').private)      || 'not the key of the certificate'
        'a key of other kind' | 'key.pem'  | TestAuthority.pkcs8(TestAuthority.keyPair('RSA').private)     || 'not the key of the certificate'
    }
}
