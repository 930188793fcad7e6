package io.dockerops.engine.model

import io.dockerops.engine.model.NamePattern.Kind
import io.dockerops.engine.problem.Mistake
import spock.lang.Specification

class NamingSpec extends Specification {

    private static NamingScheme scheme(Map said) {
        new NamingScheme(pattern(Kind.CONTAINER, said.containers), pattern(Kind.NETWORK, said.networks),
            pattern(Kind.VOLUME, said.volumes), pattern(Kind.HOST, said.hostNames), Optional.ofNullable(said.setHostNames),
            Optional.ofNullable(said.domain), Optional.ofNullable(said.byParent))
    }

    private static Optional<NamePattern> pattern(Kind kind, String text) {
        Optional.ofNullable(text).map { new NamePattern(kind, it) }
    }

    def "without a word of the project everything begins with its name"() {
        given:
        def naming = new Naming('shop', NamingScheme.PLAIN)

        expect:
        naming.container(new InstanceId(new ServiceId('web'), Optional.empty())) == 'shop.web'
        naming.container(InstanceId.named(new ServiceId('web'), 'one')) == 'shop.web.one'
        naming.network(NetworkId.DEFAULT) == 'shop.default'
        naming.volume(new VolumeId('data')) == 'shop.data'
        naming.volume(new VolumeId('data').of(new ServiceId('db'))) == 'shop.db.data'
        naming.hostname(InstanceId.named(new ServiceId('my_web'), 'one')) == Optional.of('my-web-one')
    }

    def "#pattern names `web` #alone and `web.one` #named"() {
        given:
        def naming = new Naming('shop', scheme(containers: pattern))

        expect:
        naming.container(new InstanceId(new ServiceId('web'), Optional.empty())) == alone
        naming.container(InstanceId.named(new ServiceId('web'), 'one')) == named

        where:
        pattern                            || alone        | named
        '{project}-{service}-{instance}'   || 'shop-web'   | 'shop-web-one'
        '{service}_{instance}'             || 'web'        | 'web_one'
        '{instance}.{service}.{project}'   || 'web.shop'   | 'one.web.shop'
        'x-{project}.{service}__{instance}' || 'x-shop.web' | 'x-shop.web__one'
        '{service}-{instance}-live'        || 'web-live'   | 'web-one-live'
    }

    def "networks, volumes and hosts have patterns of their own"() {
        given:
        def naming = new Naming('shop', scheme(networks: '{project}_{network}', volumes: 'data-{volume}',
            hostNames: '{project}-{service}-{instance}'))

        expect:
        naming.network(new NetworkId('back')) == 'shop_back'
        naming.volume(new VolumeId('logs')) == 'data-logs'
        naming.hostname(InstanceId.named(new ServiceId('my_web'), 'one')) == Optional.of('shop-my-web-one')
        naming.alias(InstanceId.named(new ServiceId('my_web'), 'one')) == 'my-web-one'
        new Naming('shop', scheme(setHostNames: false)).hostname(new InstanceId(new ServiceId('web'), Optional.empty())) == Optional.empty()
    }

    def "a pattern that makes no names is refused: #kind #pattern"() {
        when:
        new NamePattern(kind, pattern)

        then:
        def e = thrown(Mistake)
        e.message == message

        where:
        kind           | pattern                   || message
        Kind.CONTAINER | '{project}-{service}'     || '`{project}-{service}` gives every container the same `{instance}`'
        Kind.CONTAINER | '{service}{instanze}'     || 'a name of a container has no part `{instanze}`'
        Kind.NETWORK   | '{project}'               || '`{project}` gives every network the same `{network}`'
        Kind.NETWORK   | '{network} of {project}'  || '`{network} of {project}` does not make names of a network: letters, digits, `_`, `.` and `-` only, and a letter or digit first'
        Kind.VOLUME    | '-{volume}'               || '`-{volume}` does not make names of a volume: letters, digits, `_`, `.` and `-` only, and a letter or digit first'
        Kind.HOST      | '{service}.{instance}'    || '`{service}.{instance}` does not make names of a host: letters, digits and `-` only, and no `-` at the ends'
        Kind.HOST      | '{service}-{instance}-'   || '`{service}-{instance}-` does not make names of a host: letters, digits and `-` only, and no `-` at the ends'
    }

    def "what is said goes over what another scheme says, word by word"() {
        expect:
        scheme(above).over(scheme(below)) == scheme(both)

        where:
        above                    | below                              || both
        [domain: 'a.org']        | [domain: 'b.org', byParent: true]  || [domain: 'a.org', byParent: true]
        [setHostNames: true]     | [hostNames: '{service}{instance}'] || [setHostNames: true]
        [hostNames: '{service}{instance}'] | [setHostNames: false]    || [hostNames: '{service}{instance}']
    }
}
