package io.dockerops.platform

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The DNS service and its clients: containers find each other by name, and names of what is gone are gone. */
class DnsIT extends Specification {

    private static final String SECRET = 'c2VjcmV0IG9mIHRoZSBzcGVjcywgMzIgYnl0ZXMgbG9uZw=='
    private static final String KEY = key(SECRET)

    @Shared
    @AutoCleanup
    Playground here = new Playground()

    @Shared
    String server

    @Shared
    String serverAddress

    /** A client that is only looked out of, and in which scripts are tried. */
    @Shared
    String viewer

    private static int services

    /** A service of its own for each spec. */
    private final String service = "web${services++}"

    def setupSpec() {
        server = here.run(PlatformImages.DNS, '-e', 'SERVICE=dns', '-e', 'INSTANCE=main', '-e', 'SERVICE_IP=', host: 'dns-main', files: files())
        serverAddress = here.address(server)
        viewer = here.runReady(PlatformImages.BASE, *client(), '-e', 'DNS_UPDATE_POLICY=HIDE', '-e', 'SERVICE=viewer', host: 'viewer', files: files())
        awaitServer(server)
    }

    private static String key(String secret, String algorithm = 'hmac-sha256') {
        "key \"shop\" {\n\talgorithm $algorithm;\n\tsecret \"$secret\";\n};\n"
    }

    private static Map<String, String> files(String key = KEY) {
        ['/etc/dockerops/dns.key': key]
    }

    private void awaitServer(String id) {
        Playground.soon().eventually { assert Playground.exec(id, 'dns-ready').code == 0 }
    }

    private List<String> client() {
        ['-e', "DNS_SERVICE_IP=$serverAddress", '-e', 'DNS_PAUSE=0.3', '-e', 'DNS_REFRESH=0.5']*.toString()
    }

    private String instance(Map<String, String> how = [:], String name, String... options) {
        here.run(PlatformImages.BASE, *client(), '-e', "SERVICE=$service", '-e', "INSTANCE=$name", *options, host: "$service-$name",
            files: files(how.key ?: KEY))
    }

    private List<String> lookUp(String name, String type = 'A', String server = '') {
        Playground.ask(viewer, 'dig', '+short', '+time=2', '+tries=1', *(server ? ["@$server"] : []), name, type).readLines()
    }

    private List<String> addresses(String name) {
        lookUp("${name}.local.zone").sort()
    }

    private String nameOf(String address) {
        Playground.ask(viewer, 'dig', '+short', '-x', address)
    }

    private static String clientLog(String id) {
        Playground.exec(id, 'cat', '/var/log/dns-client.log').out
    }

    def "an instance is found by the name of its service and by its own, and its address leads to its name"() {
        when:
        def one = instance('one')

        then:
        Playground.soon().eventually {
            assert addresses(service) == [here.address(one)]
            assert addresses("$service-one") == [here.address(one)]
            assert nameOf(here.address(one)) == "$service-one.local.zone."
        }

        and: 'by programs, without the zone'
        Playground.ask(viewer, 'ping', '-c', '1', "$service-one").contains(here.address(one))

        cleanup:
        here.remove(one)
    }

    def "the addresses of all instances are told, in turn"() {
        given:
        def all = ['one', 'two'].collect { instance(it) }
        def expected = all.collect { here.address(it) }.sort()
        Playground.soon().eventually { assert addresses(service) == expected }

        expect:
        Playground.soon().eventually { assert lookUp("${service}.local.zone")[0] == expected[0] }
        Playground.soon().eventually { assert lookUp("${service}.local.zone")[0] == expected[1] }

        cleanup:
        all?.each { here.remove(it) }
    }

    def "an instance with REPLACE is the only one under the name of the service, and the others keep their own"() {
        given:
        def one = instance('one')
        Playground.soon().eventually { assert addresses(service) == [here.address(one)] }

        when:
        def two = instance('two', '-e', 'DNS_UPDATE_POLICY=REPLACE')

        then:
        Playground.soon().eventually { assert addresses(service) == [here.address(two)] }
        addresses("$service-one") == [here.address(one)]

        cleanup:
        [one, two].each { here.remove(it) }
    }

    def "an instance with HIDE asks the service and is not in it"() {
        expect:
        addresses('viewer') == []
        addresses('dns') == [serverAddress]
        Playground.ask(viewer, 'supervisorctl', 'status', 'sshd')
        Playground.exec(viewer, 'supervisorctl', 'status', 'dns-client').out.contains('EXITED')
    }

    def "an instance that stops takes its records with it, and leaves those of others"() {
        given:
        def one = instance('one')
        def two = instance('two')
        def gone = here.address(one)
        Playground.soon().eventually { assert addresses(service).size() == 2 }

        when:
        here.stop(one)

        then:
        addresses(service) == [here.address(two)]
        addresses("$service-one") == []
        nameOf(gone) == ''
        addresses("$service-two") == [here.address(two)]

        cleanup:
        [one, two].each { here.remove(it) }
    }

    def "an instance that was killed and comes back with another address leaves nothing of the old one"() {
        given:
        def one = instance('one')
        def old = here.address(one)
        Playground.soon().eventually { assert addresses(service) == [old] }
        here.kill(one)

        when: 'another container takes the address'
        def other = here.run(PlatformImages.DEBIAN, '--ip', old, command: ['sleep', '600'])
        Docker.call('start', one).mustSucceed()

        then:
        here.address(one) != old
        Playground.soon().eventually {
            assert addresses(service) == [here.address(one)]
            assert addresses("$service-one") == [here.address(one)]
        }
        nameOf(old) == ''

        cleanup:
        [one, other].findAll().each { here.remove(it) }
    }

    def "an address that another instance has by now is not taken away from it"() {
        given: 'one was killed, and two has its address'
        def one = instance('one')
        def old = here.address(one)
        Playground.soon().eventually { assert addresses("$service-one") == [old] && nameOf(old) != '' }
        here.kill(one)
        def two = instance('two', '--ip', old)
        Playground.soon().eventually { assert addresses("$service-two") == [old] }

        when:
        Docker.call('start', one).mustSucceed()

        then:
        Playground.soon().eventually { assert addresses(service) == [here.address(one), old].sort() }
        nameOf(old) == "$service-two.local.zone."

        cleanup:
        [one, two].findAll().each { here.remove(it) }
    }

    def "an instance that stops leaves the records of the one that has come in its place"() {
        given:
        def old = instance('one')
        Playground.soon().eventually { assert addresses(service) == [here.address(old)] }
        def next = instance('one')
        Playground.soon().eventually { assert addresses("$service-one") == [here.address(next)] }

        when:
        here.stop(old)

        then:
        addresses(service) == [here.address(next)]
        addresses("$service-one") == [here.address(next)]
        nameOf(here.address(next)) == "$service-one.local.zone."

        cleanup:
        [old, next].findAll().each { here.remove(it) }
    }

    def "an address that was given is the one that is registered"() {
        given:
        def one = instance('one', '-e', 'SERVICE_IP=203.0.113.7')

        expect:
        Playground.soon().eventually { assert addresses(service) == ['203.0.113.7'] }

        when:
        here.stop(one)

        then:
        addresses(service) == []
        addresses("$service-one") == []

        cleanup:
        here.remove(one)
    }

    def "an instance without a name of its own has one record"() {
        given:
        def first = here.run(PlatformImages.BASE, *client(), '-e', "SERVICE=$service", host: service, files: files())
        def other = instance('two')

        expect:
        Playground.soon().eventually { assert addresses(service) == [here.address(first), here.address(other)].sort() }

        when:
        here.stop(first)

        then:
        addresses(service) == [here.address(other)]

        cleanup:
        [first, other].findAll().each { here.remove(it) }
    }

    def "a container that runs another command is registered too"() {
        given:
        def one = here.run(PlatformImages.BASE, *client(), '-e', "SERVICE=$service", host: "$service-one", files: files(), command: ['sleep', '600'])

        expect:
        Playground.soon().eventually { assert addresses(service) == [here.address(one)] }

        cleanup:
        here.remove(one)
    }

    def "the service answers over UDP and TCP, and knows its zone and its reverse zones"() {
        expect:
        lookUp('local.zone', 'SOA', serverAddress)[0].startsWith('dns.local.zone. hostmaster.local.zone. ')
        Playground.ask(viewer, 'dig', '+tcp', '+short', 'local.zone', 'SOA').startsWith('dns.local.zone. ')
        lookUp('10.in-addr.arpa', 'NS') == ['dns.local.zone.']
        lookUp('168.192.in-addr.arpa', 'NS') == ['dns.local.zone.']
    }

    def "records are told to be remembered for a minute, and their absence for seconds"() {
        expect:
        Playground.ask(viewer, 'dig', '+noall', '+answer', 'dns.local.zone').split(/\s+/)[1] as int <= 60
        Playground.ask(viewer, 'dig', '+noall', '+authority', 'none.local.zone').split(/\s+/)[-1] as int == 5
    }

    def "names outside the zone are asked for where the engine said, so that its own names are found"() {
        given: 'a container of which only the engine knows'
        def other = here.run(PlatformImages.DEBIAN, '--network-alias', "$service-plain", command: ['sleep', '600'])

        expect:
        Playground.ask(viewer, 'getent', 'ahostsv4', "$service-plain").startsWith(here.address(other))

        cleanup:
        here.remove(other)
    }

    def "an update without the key, or with another, is refused: #with"() {
        when:
        def result = Playground.exec(viewer, 'sh', '-c', "printf 'server $serverAddress\\nzone local.zone\\nupdate add evil.local.zone. 60 A 192.0.2.1\\nsend\\n' | nsupdate $option")

        then:
        result.code != 0
        (result.out + result.err) =~ refusal
        addresses('evil') == []

        where:
        with          | option                                           || refusal
        'no key'      | ''                                               || 'REFUSED'
        'another key' | '-y hmac-sha256:shop:b3RoZXIgb3RoZXIgb3RoZXIK'   || 'NOTAUTH|BADSIG'
        'other name'  | "-y hmac-sha256:other:$SECRET"                   || 'NOTAUTH|BADKEY'
    }

    def "a client with a key that the service does not take says so and gives up"() {
        given:
        def one = instance('one', key: key('b3RoZXIgb3RoZXIgb3RoZXIK'))

        expect:
        Playground.soon().eventually { assert clientLog(one).contains('error: not registered: the service refuses it') }
        clientLog(one) =~ 'NOTAUTH|BADSIG'
        addresses("$service-one") == []

        cleanup:
        here.remove(one)
    }

    def "a client whose service never answers gives up after its attempts, and the container runs on"() {
        given:
        def one = here.runReady(PlatformImages.BASE, '-e', 'DNS_SERVICE_IP=192.0.2.1', '-e', 'DNS_ATTEMPTS=2', '-e', 'DNS_PAUSE=0.1', files: files())

        expect:
        Playground.soon().eventually { assert clientLog(one).contains('error: not registered: after 2 attempts') }
        clientLog(one).contains('the DNS service at 192.0.2.1 does not answer')
        Playground.isReady(one)

        cleanup:
        here.remove(one)
    }

    def "a service that comes later, or has lost its zone, learns of the containers that run"() {
        given: 'a client of a service that is not there yet'
        def own = serverAddress.replaceFirst(/\d+$/, '200')
        def one = here.run(PlatformImages.BASE, *client(), '-e', "DNS_SERVICE_IP=$own", '-e', "SERVICE=$service", host: "$service-one", files: files())
        here.awaitReady(one)

        when:
        def first = here.run(PlatformImages.DNS, '--ip', own, files: files())

        then:
        Playground.soon().eventually { assert lookUp("${service}.local.zone", 'A', own) == [here.address(one)] }

        when: 'another takes its place, without what it kept'
        here.remove(first)
        def second = here.run(PlatformImages.DNS, '--ip', own, files: files())

        then:
        Playground.soon().eventually { assert lookUp("${service}.local.zone", 'A', own) == [here.address(one)] }

        cleanup:
        [one, second].findAll().each { here.remove(it) }
    }

    def "a zone with persistent data outlives its container, and the service has its new address in it"() {
        given:
        def volume = here.volume()
        def persistent = ['-v', "$volume:/persistent", '-e', 'PERSISTENT_DATA=True', '-e', 'DNS_ZONE=shop.test']*.toString()
        def first = here.run(PlatformImages.DNS, *persistent, files: files())
        awaitServer(first)
        Playground.ask(first, 'sh', '-c', "printf 'server 127.0.0.1\\nzone shop.test\\nupdate add kept.shop.test. 60 A 192.0.2.9\\nsend\\n' | nsupdate -k /etc/dockerops/dns.key")
        here.kill(first)
        def old = here.address(first)

        when:
        def other = here.run(PlatformImages.DEBIAN, command: ['sleep', '600'])
        here.remove(first)
        def second = here.run(PlatformImages.DNS, *persistent, '--ip', serverAddress.replaceFirst(/\d+$/, '201'), files: files())
        awaitServer(second)

        then:
        Playground.ask(second, 'dig', '+short', '@127.0.0.1', 'kept.shop.test') == '192.0.2.9'
        Playground.ask(second, 'dig', '+short', '@127.0.0.1', 'dns.shop.test') == here.address(second)

        cleanup:
        [other, second].findAll().each { here.remove(it) }
    }

    def "a container with no DNS service says so, resolves as the engine does it, and goes on with its entrypoints"() {
        given:
        def how = [command: ['cat', '/etc/resolv.conf'], files: ['/entrypoints/after.sh': '#!/bin/sh\necho after\n']]
        def plain = here.runToEnd(PlatformImages.DEBIAN, command: ['cat', '/etc/resolv.conf'])

        when:
        def result = here.runToEnd(how, PlatformImages.BASE)

        then:
        result.code == 0
        result.out == plain.out
        result.err.contains('DNS_SERVICE_IP is not set: nothing is registered')
        result.err.contains('\nafter')
    }

    def "the servers and domains that are there are kept: DNS_RESOLVER=#resolver"() {
        when:
        def result = here.runToEnd(PlatformImages.BASE, *client(), '-e', "DNS_RESOLVER=$resolver", '--dns-search', 'example.org',
            files: files(), command: ['cat', '/etc/resolv.conf'])

        then:
        result.out.readLines().findAll { it =~ /^(search|nameserver) / } == expected.collect { it.replace('DNS', serverAddress) }

        where:
        resolver  || expected
        'service' || ['search local.zone example.org', 'nameserver DNS', 'nameserver 127.0.0.11']
        'engine'  || ['search local.zone example.org', 'nameserver 127.0.0.11']
    }

    def "a setting of a client that cannot work stops its start: #variables"() {
        when:
        def result = Playground.exec(viewer, 'env', 'DNS_UPDATE_POLICY=APPEND', *variables, 'sh', '-c',
            'cp /etc/dockerops/dns.key /tmp/key; cp /etc/resolv.conf /tmp/resolv; ' + before +
                '; /entrypoints/010-dns-client.sh; code=$?; cp /tmp/key /etc/dockerops/dns.key; cmp /tmp/resolv /etc/resolv.conf && exit $code')

        then:
        result.code == 1
        result.err.contains(words)

        where:
        variables                 | before                                            || words
        ['DNS_SERVICE_IP=dns']    | ':'                                               || "DNS_SERVICE_IP is 'dns': it must be an IPv4 address"
        ['DNS_SERVICE_IP=1.2.3.256'] | ':'                                            || "DNS_SERVICE_IP is '1.2.3.256'"
        ['DNS_UPDATE_POLICY=ADD'] | ':'                                               || "DNS_UPDATE_POLICY is 'ADD': it must be HIDE, APPEND or REPLACE"
        ['DNS_RESOLVER=none']     | ':'                                               || "DNS_RESOLVER is 'none': it must be service or engine"
        ['DNS_ZONE=local.zone.']  | ':'                                               || "DNS_ZONE is 'local.zone.': it must be a domain name"
        ['SERVICE=a_b']           | ':'                                               || "SERVICE is 'a_b', which cannot be a host name"
        ['SERVICE_IP=from_eth0']  | ':'                                               || "SERVICE_IP is 'from_eth0': it must be an IPv4 address"
        ['SERVICE=a']             | 'rm /etc/dockerops/dns.key'                       || 'there is no /etc/dockerops/dns.key: copy the key'
        ['SERVICE=a']             | 'sed -i s/sha256/md5/ /etc/dockerops/dns.key'     || '/etc/dockerops/dns.key must hold a key as tsig-keygen writes it'
    }

    def "a setting of the service that cannot work stops its start: #variables"() {
        when:
        def result = Playground.exec(server, 'env', *variables, 'sh', '-c',
            'cp -p /etc/dockerops/dns.key /tmp/key; ' + before + '; /entrypoints/020-dns-server.sh; code=$?; cp -p /tmp/key /etc/dockerops/dns.key; exit $code')

        then:
        result.code == 1
        result.err.contains(words)

        where:
        variables                        | before                      || words
        ['INSTANCE_TYPE=master']         | ':'                         || 'SERVICE_IP is not set, and an instance of type master needs it'
        ['DNS_ZONE=shop zone']           | ':'                         || "DNS_ZONE is 'shop zone'"
        ['DNS_REVERSE_ZONES=shop.zone']  | ':'                         || "DNS_REVERSE_ZONES has 'shop.zone'"
        ['DNS_CLIENTS=10.0.0.0/33']      | ':'                         || "DNS_CLIENTS has '10.0.0.0/33'"
        ['SERVICE_IP=here']              | ':'                         || "SERVICE_IP is 'here'"
        ['A=']                           | 'rm /etc/dockerops/dns.key' || 'there is no /etc/dockerops/dns.key'
        ['DNS_ZONE=broken.test']         | 'echo nonsense >/data/dns/broken.test.db' || 'the zone in /data/dns/broken.test.db cannot be read'
    }
}
