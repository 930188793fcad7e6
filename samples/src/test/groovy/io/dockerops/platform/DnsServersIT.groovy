package io.dockerops.platform

import io.dockerops.engine.dns.DnsServers
import io.dockerops.engine.model.DynamicDns
import io.dockerops.engine.model.NameChange
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.NameServer
import io.dockerops.engine.port.NameServerSilent
import io.dockerops.engine.port.NameServers
import io.dockerops.engine.port.NameServersContract
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.TempDir

/** BIND does what every DNS server has to do, and what it refuses is told in plain words. */
class DnsServersIT extends NameServersContract {

    private static final String SECRET = 'c2VjcmV0IG9mIHRoZSBzcGVjcywgMzIgYnl0ZXMgbG9uZw=='

    @Shared
    @AutoCleanup
    Playground here = new Playground()

    @Shared
    String address

    @TempDir
    Path folder

    private final NameServers real = new DnsServers()

    def setupSpec() {
        def server = here.run(PlatformImages.DNS, '-e', 'SERVICE=names', '-e', "DNS_ZONE=$ZONE", host: 'names',
            files: ['/etc/dockerops/dns.key': text()])
        address = here.address(server)
        Playground.soon().eventually { assert Playground.exec(server, 'dns-ready').code == 0 }
    }

    private static String text(String name = 'shop', String secret = SECRET) {
        "key \"$name\" {\n\talgorithm hmac-sha256;\n\tsecret \"$secret\";\n};\n"
    }

    @Override
    NameServers servers() {
        real
    }

    @Override
    NameServer at() {
        new NameServer(address, 53)
    }

    @Override
    Path key() {
        file(text())
    }

    private Path file(String key) {
        Files.writeString(folder.resolve('dns.key'), key)
    }

    private void add(Path key, String zone = ZONE, NameServer server = at()) {
        real.change(server, new DynamicDns(new DynamicDns.Server.Outside('127.0.0.1', 53), zone, key, Duration.ofSeconds(60)),
            [new NameChange.Add("web.$zone", '10.9.9.9')])
    }

    def "what is refused is told, and changes nothing: #what"() {
        when:
        add(key ? file(key) : folder.resolve('none.key'), zone)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.replace(address, 'HERE').replace(folder.toString(), '') == message
        failure.hint().present
        real.addresses(at(), ["web.$ZONE".toString()]) == [:] as TreeMap

        where:
        what             | key                                              | zone          | message
        'another key'    | text('other')                                    | ZONE          | 'the DNS server at HERE does not know the key `other` (BADKEY)'
        'another secret' | text('shop', SECRET.reverse().replace('=', 'A')) | ZONE          | 'the DNS server at HERE has another secret for the key `shop` (BADSIG)'
        'another zone'   | text()                                           | 'example.org' | 'the DNS server at HERE is not the one in which the zone `example.org` is changed (NOTAUTH)'
        'no key'         | null                                             | ZONE          | 'there is no key for the DNS server: `/none.key` does not exist'
        'no such key'    | 'key'                                            | ZONE          | 'dns.key:1: this is not a key of a DNS server: the file ends where the name of the key belongs'
    }

    def "where nothing answers, that is told"() {
        given:
        def nowhere = new NameServer(address, 54)

        when:
        real.addresses(nowhere, ["web.$ZONE".toString()])

        then:
        def failure = thrown(NameServerSilent)
        failure.message == "the DNS server at $address:54 does not answer"

        when:
        add(key(), ZONE, nowhere)

        then:
        thrown(NameServerSilent)
    }
}
