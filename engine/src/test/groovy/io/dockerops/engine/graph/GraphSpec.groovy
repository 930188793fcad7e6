package io.dockerops.engine.graph

import spock.lang.Specification

class GraphSpec extends Specification {

    private static Graph<String> graph(Map<String, List<String>> edges) {
        def graph = new Graph<String>()
        edges.each { node, dependencies ->
            graph.node(node)
            dependencies.each { graph.edge(node, it) }
        }
        graph
    }

    def "each node comes after those it depends on, else in the order of adding"() {
        expect:
        graph(c: ['a'], d: [], a: ['b']).ordered() == ['b', 'a', 'c', 'd']
    }

    def "a cycle is given in order, from the node that was added first"() {
        expect:
        graph(a: ['b'], x: ['b'], b: ['c'], c: ['a']).cycle().get() == ['a', 'b', 'c']
        graph(a: ['a']).cycle().get() == ['a']
        graph(a: ['b'], b: []).cycle().empty
    }

    def "ordering a graph with a cycle fails and names the cycle"() {
        when:
        graph(a: ['b'], b: ['a']).ordered()

        then:
        def e = thrown(CycleException)
        e.cycle() as Set == ['a', 'b'] as Set
    }

    def "a closure has everything that is needed, directly or not"() {
        expect:
        graph(a: ['b'], b: ['c'], c: [], d: ['c']).closure(['a']) == ['a', 'b', 'c'] as Set
        graph(a: ['b'], b: ['c'], c: [], d: ['c']).reversed().closure(['c']) == ['a', 'b', 'c', 'd'] as Set
    }

    def "a chain longer than any stack is deep can be ordered"() {
        given:
        def graph = new Graph<Integer>()
        (1..200_000).each { graph.edge(it, it - 1) }

        expect:
        graph.ordered().first() == 0
        graph.ordered().size() == 200_001
    }
}
