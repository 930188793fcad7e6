package io.dockerops.dsl

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Value

class ComputedValuesSpec extends LanguageSpecification {

    def "a closure is evaluated when the whole project is read, so that it sees what stands behind it"() {
        expect:
        settings("""
            def names = []
            service('app') {
                image 'app'
                env NAMES: { names.join(',') }, LITERAL: 'x', PASSWORD: { secret('p') }
                option 'HostConfig.ShmSize', { names.size() }
            }
            names << 'a'
            names << 'b'
            """).with {
            [environment(), options()]
        } == [[LITERAL: new EnvValue.Literal('x'), NAMES: new EnvValue.Literal('a,b'), PASSWORD: new EnvValue.Secret(new SecretId('p'))],
              [(FieldPath.parse('HostConfig.ShmSize')): Value.whole(2)]]
    }

    def "a closure is evaluated once"() {
        expect:
        settings("""
            def calls = 0
            service('app') { image 'app'; env N: { ++calls } }
            service('other') { inherits 'app'; env SEEN: { calls } }
            """).environment().N == new EnvValue.Literal('1')
    }

    def "host paths are computed, for all instances or for one"() {
        when:
        def volumes = load("""
            project 'p'
            def year = 0
            volume 'a', at: '/a', host: { "/data/\$year" }
            volume('b') { at '/b'; host { "/b/\$year" } }
            volume 'c', at: '/c', host: [one: { "/one/\$year" }, two: '/two']
            year = 2014
            service('app') { image 'app'; mounts 'a', 'b', 'c'; instances 'one', 'two' }
            """).project().volumes()

        then:
        volumes*.storage()*.path()*.orElse('') == ['/data/2014', '/b/2014', '']
        volumes[2].storage().perInstance() == [one: '/one/2014', two: '/two']
    }

    def "the last word for a variable holds, computed or not"() {
        expect:
        settings("service('app') { image 'app'; env A: { 'computed' }; env B: 'b'; env B: { 'computed' } }").environment()
            .collect { it.value.text() } == ['computed', 'computed']
    }

    private settings(String script) {
        load("project 'p'\n$script").project().services()[0].settings()
    }
}
