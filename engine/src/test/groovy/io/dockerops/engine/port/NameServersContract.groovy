package io.dockerops.engine.port

import io.dockerops.engine.model.DynamicDns
import io.dockerops.engine.model.NameChange
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** What every kind of DNS server does with questions and changes. */
abstract class NameServersContract extends Specification {

    static final String ZONE = 'shop.internal'

    private static int names

    /** A name of its own for each spec. */
    final String name = "n${names++}.$ZONE"

    abstract NameServers servers()

    abstract NameServer at()

    abstract Path key()

    private void change(NameChange... changes) {
        servers().change(at(), new DynamicDns(new DynamicDns.Server.Outside('127.0.0.1', 53), ZONE, key(), Duration.ofSeconds(60)),
            changes.toList())
    }

    private List<String> addresses(String of = name) {
        servers().addresses(at(), [of]).getOrDefault(of, [])
    }

    private Optional<String> nameOf(String address) {
        servers().names(at(), [address])[address]
    }

    def "a name that nobody registered has no address, and its address has no name"() {
        expect:
        servers().addresses(at(), [name]) == [:] as TreeMap
        nameOf('10.9.0.1') == Optional.empty()
    }

    def "addresses are added one by one, and told in order"() {
        when:
        change(new NameChange.Add(name, '10.9.1.2'))
        change(new NameChange.Add(name, '10.9.1.1'))
        change(new NameChange.Add(name, '10.9.1.1'))

        then:
        addresses() == ['10.9.1.1', '10.9.1.2']
    }

    def "an address takes the place of all others"() {
        given:
        change(new NameChange.Add(name, '10.9.2.1'), new NameChange.Add(name, '10.9.2.2'))

        when:
        change(new NameChange.Replace(name, '10.9.2.3'))

        then:
        addresses() == ['10.9.2.3']
    }

    def "one address is removed and the others stay, and what is not there can be removed"() {
        given:
        change(new NameChange.Add(name, '10.9.3.1'), new NameChange.Add(name, '10.9.3.2'))

        when:
        change(new NameChange.Remove(name, '10.9.3.1'), new NameChange.Remove(name, '10.9.3.9'))

        then:
        addresses() == ['10.9.3.2']
    }

    def "an address leads back to one name, until it leads nowhere"() {
        when:
        change(new NameChange.LeadBack('other.' + ZONE, '10.9.4.1'))
        change(new NameChange.LeadBack(name, '10.9.4.1'))

        then:
        nameOf('10.9.4.1') == Optional.of(name)

        when: 'somebody else says so'
        change(new NameChange.LeadNowhere('other.' + ZONE, '10.9.4.1'))

        then:
        nameOf('10.9.4.1') == Optional.of(name)

        when:
        change(new NameChange.LeadNowhere(name, '10.9.4.1'))

        then:
        nameOf('10.9.4.1') == Optional.empty()
    }

    def "changes of several zones go together"() {
        when:
        change(new NameChange.LeadBack(name, '10.9.5.1'), new NameChange.LeadBack(name, '192.168.95.1'), new NameChange.Add(name, '10.9.5.1'))

        then:
        addresses() == ['10.9.5.1']
        servers().names(at(), ['10.9.5.1', '192.168.95.1']) ==
            ['10.9.5.1': Optional.of(name), '192.168.95.1': Optional.of(name)] as TreeMap
    }

    def "an address whose reverse zone is none of the server's is left out, and changing it does nothing"() {
        when:
        change(new NameChange.LeadBack(name, '203.0.113.7'))

        then:
        servers().names(at(), ['203.0.113.7', '10.9.6.1']) == ['10.9.6.1': Optional.empty()] as TreeMap
    }

    def "a name of another zone is none that the server answers for"() {
        when:
        servers().addresses(at(), ['web.example.org'])

        then:
        thrown(NameServerSilent)
    }

    def "many names are asked for at once"() {
        given:
        change(new NameChange.Add(name, '10.9.7.1'))

        expect:
        servers().addresses(at(), (1..200).collect { "none${it}.$ZONE".toString() } + name) == [(name): ['10.9.7.1']] as TreeMap
    }
}
