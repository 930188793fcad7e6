package io.dockerops.engine.dns

import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class KeyFileSpec extends Specification {

    @TempDir
    Path folder

    private Path file(String text) {
        Files.writeString(folder.resolve('dns.key'), text)
    }

    def "a key is read as tsig-keygen writes it, and as people write it: #text"() {
        expect:
        KeyFile.read(file(text)) == new KeyFile.Key('shop', algorithm, 'c2VjcmV0')

        where:
        text                                                                             | algorithm
        'key "shop" {\n\talgorithm hmac-sha256;\n\tsecret "c2VjcmV0";\n};\n'             | 'hmac-sha256'
        '# ours\nkey shop { secret c2VjcmV0; algorithm HMAC-SHA512; }; // no more\n/* */' | 'hmac-sha512'
    }

    def "what is wrong is told with its line: #summary"() {
        when:
        KeyFile.read(file(text))

        then:
        def thrown = thrown(ProblemException)
        def problem = thrown.problems().first()
        problem.place().get().line() == line
        problem.summary() == "this is not a key of a DNS server: $summary"
        !problem.toString().contains('c2Vj')

        where:
        text                                                                    | line | summary
        ''                                                                      | 1    | 'the file ends where `key` belongs'
        'kee "a" {};'                                                           | 1    | '`key` is missing'
        'key "a" {\n algorithm hmac-sha256;\n secret "c2VjcmV0";\n}\n'          | 4    | 'the file ends where `;` belongs'
        'key "a" {\n algorithm rot13;\n secret "c2VjcmV0";\n};\n'               | 2    | '`rot13` is no algorithm of keys'
        'key "a" {\n algorithm hmac-sha256;\n secret "c2Vj cmV0*";\n};\n'       | 3    | 'the secret is not in Base64'
        'key "a" {\n algorithm hmac-sha256;\n};\n'                              | 3    | 'the key has no `secret`'
        'key "a" {\n algorithm hmac-sha256;\n secret "c2VjcmV0;\n};\n'          | 3    | 'a quote is not closed'
        'key "a" {\n algo hmac-sha256;\n};\n'                                   | 2    | '`algo` stands where `algorithm` or `secret` belongs'
        'key "a" { algorithm hmac-sha256; secret "c2VjcmV0"; };\nkey "b" {};\n' | 2    | 'something follows the key'
    }

    def "a key that is missing is no problem before it is needed, and a damaged one is"() {
        given:
        def servers = new DnsServers()

        expect:
        servers.check(folder.resolve('none.key')) == []
        servers.check(file('kee')).size() == 1
        servers.check(file('key "a" { algorithm hmac-sha256; secret "c2VjcmV0"; };')) == []
    }
}
