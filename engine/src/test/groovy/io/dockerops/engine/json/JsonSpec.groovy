package io.dockerops.engine.json

import spock.lang.Specification

class JsonSpec extends Specification {

    def "a tree is read as it was written"() {
        given:
        def tree = [text: 'a "b" \u00fc\n', number: 12345678901L, real: 1.5d, yes: true, none: null, list: [1L, [a: 'x']], empty: [:]]

        expect:
        Json.parse(Json.write(tree)) == tree
        Json.parse(Json.writeIndented(tree)) == tree
    }

    def "the order of an object's names is kept"() {
        expect:
        Json.object('{"z": 1, "a": 2}').keySet() as List == ['z', 'a']
    }

    def "what is not JSON is refused: #text"() {
        when:
        Json.object(text)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['', '{', '[1]', '{"a": }', '{} {}', 'nul']
    }
}
