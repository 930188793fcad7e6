package io.dockerops.engine.model

import spock.lang.Specification

class SettingsSpec extends Specification {

    private static Settings settings(Map said) {
        def empty = Settings.EMPTY
        new Settings(said.host ? [said.host] : [], Optional.ofNullable(said.image), said.process ?: empty.process(),
            (said.env ?: [:]).collectEntries { k, v -> [k, new EnvValue.Literal(v)] } as TreeMap, said.mounts ?: [],
            said.links ?: [], said.networking ?: empty.networking(), empty.limits(), Optional.empty(), empty.lifecycle(),
            (said.labels ?: [:]) as TreeMap, new TreeMap(), new TreeMap())
    }

    def "an instance's single values replace those of its service, and what it does not say stays"() {
        given:
        def service = settings(image: new Image.Named('a'), host: new HostId('edge'))
        def own = settings(image: new Image.Named('b'))

        expect:
        own.over(service).image().get() == new Image.Named('b')
        own.over(service).hosts() == [new HostId('edge')]
    }

    def "maps are merged by key"() {
        expect:
        settings(env: [A: 'own', C: 'c']).over(settings(env: [A: 'a', B: 'b'])).environment()*.value*.text() == ['own', 'b', 'c']
    }

    def "in lists an entry takes the place of the one with the same key"() {
        given:
        def base = settings(mounts: [new Mount.Shared('/a'), new Mount.OfHost('/x', '/b', false)],
            links: [new Link(Selector.parse('db'), Optional.empty())])
        def own = settings(mounts: [new Mount.OfHost('/y', '/b', true), new Mount.Shared('/c')],
            links: [new Link(Selector.parse('db'), Optional.of('DB')), new Link(Selector.parse('x'), Optional.empty())])

        expect:
        own.over(base).mounts() == [new Mount.Shared('/a'), new Mount.OfHost('/y', '/b', true), new Mount.Shared('/c')]
        own.over(base).links()*.alias()*.orElse('') == ['DB', '']
    }

    def "a service without named instances has one without a name"() {
        expect:
        new Service(new ServiceId('a'), Settings.EMPTY, [:]).instances()*.id()*.label() == ['a']
        new Service(new ServiceId('a'), Settings.EMPTY, [z: Settings.EMPTY, b: Settings.EMPTY]).instances()*.id()*.label() == ['a.z', 'a.b']
    }

    def "a name that Docker or DNS would refuse is refused: #name"() {
        when:
        new ServiceId(name)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(rule)

        where:
        name     | rule
        ''       | 'letters, digits'
        'a.b'    | 'letters, digits'
        '-a'     | 'letter or digit first'
        'ü'      | 'letters, digits'
        'a b'    | 'letters, digits'
        'x' * 64 | 'at most 63'
    }

    def "sizes are shown in the largest unit that is whole: #bytes"() {
        expect:
        new Size(bytes).toString() == text

        where:
        bytes            | text
        0                | '0.b'
        1000             | '1000.b'
        512 * 1024 ** 2  | '512.mb'
        1024 ** 3        | '1.gb'
    }
}
