package io.dockerops.engine.model

import spock.lang.Specification

class FieldPathSpec extends Specification {

    def "a path is read as it is written: #text"() {
        expect:
        FieldPath.parse(text).segments() == segments
        FieldPath.parse(text).toString() == text

        where:
        text                                  | segments
        'Image'                               | ['Image']
        'HostConfig.Memory'                   | ['HostConfig', 'Memory']
        'Labels[com.example.x]'               | ['Labels', 'com.example.x']
        'HostConfig.Binds./data/x'            | ['HostConfig', 'Binds', '/data/x']
        'HostConfig.Binds[/etc/a.conf]'       | ['HostConfig', 'Binds', '/etc/a.conf']
        'HostConfig.Mounts[/etc/a.conf].Type' | ['HostConfig', 'Mounts', '/etc/a.conf', 'Type']
        'Networks[shop.default].Aliases'      | ['Networks', 'shop.default', 'Aliases']
        'Labels.a]b'                          | ['Labels', 'a]b']
        'Labels[a.b]]]'                       | ['Labels', 'a.b]']
        'Labels[a]].b].c'                     | ['Labels', 'a].b', 'c']
        'Labels[[a]]][x.y]'                   | ['Labels', '[a]', 'x.y']
    }

    def "whatever names a path has, it is read again as it was"() {
        given:
        def random = new Random(7)
        def names = { (1..(1 + random.nextInt(3))).collect { (1..(1 + random.nextInt(4))).collect { '.[]ab'[random.nextInt(5)] }.join() } }

        expect:
        (1..2000).collect { new FieldPath(names()) }.every { FieldPath.parse(it.toString()) == it }
    }

    def "what is not a path is refused: #text"() {
        when:
        FieldPath.parse(text)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['', 'a..b', '.a', 'a.', 'Labels[x', 'a[]']
    }

    def "paths inside a field come right after it"() {
        expect:
        ['B', 'A.Z', 'A', 'A.B'].collect { FieldPath.parse(it) }.sort()*.toString() == ['A', 'A.B', 'A.Z', 'B']
    }

    def "the fields below a path are those that lie inside it, not those that begin with the same letters"() {
        given:
        def specification = io.dockerops.engine.model.Specification.builder()
            .put('Net.a', 'x').put('Network', 'y').put('Net.b', 'z').build()

        expect:
        specification.below(FieldPath.of('Net')).fields().keySet()*.toString() == ['Net.a', 'Net.b']
    }
}
