package io.dockerops.engine.model

import spock.lang.Specification

class FieldsSpec extends Specification {

    def "#what: #upper over #lower is #merged"() {
        expect:
        Fields.over(fields(upper), fields(lower)).collect { "$it.key=$it.value".toString() } == merged

        where:
        what                                  | lower                              | upper                          || merged
        'a single value replaces'             | [User: 'a']                        | [User: 'b']                    || ['User="b"']
        'fields are merged by path'           | ['A.x': '1', 'A.y': '1']           | ['A.y': '2']                   || ['A.x="1"', 'A.y="2"']
        'lists are united'                    | ['HostConfig.Dns': ['1', '2']]     | ['HostConfig.Dns': ['2', '3']] || ['HostConfig.Dns=["1", "2", "3"]']
        'an empty list takes nothing away'    | ['HostConfig.Dns': ['1']]          | ['HostConfig.Dns': []]         || ['HostConfig.Dns=["1"]']
        'capabilities stay in order'          | ['HostConfig.CapAdd': ['SYS_TIME']] | ['HostConfig.CapAdd': ['KILL']] || ['HostConfig.CapAdd=["KILL", "SYS_TIME"]']
        'a command replaces'                  | [Cmd: ['a', 'b']]                  | [Cmd: ['c']]                   || ['Cmd=["c"]']
        'an entrypoint replaces'              | [Entrypoint: ['a']]                | [Entrypoint: ['b']]            || ['Entrypoint=["b"]']
        'a name has one address'              | ['HostConfig.ExtraHosts': ['a:1', 'b:1']] | ['HostConfig.ExtraHosts': ['a:2']] || ['HostConfig.ExtraHosts=["a:2", "b:1"]']
        'an alias has one link'               | ['HostConfig.Links': ['x:db']]     | ['HostConfig.Links': ['y:db', 'x:e']] || ['HostConfig.Links=["y:db", "x:e"]']
        'bindings of a port replace'          | ['HostConfig.PortBindings.80/tcp': [':80']] | ['HostConfig.PortBindings.80/tcp': [':81']] || ['HostConfig.PortBindings.80/tcp=[":81"]']
        'another driver has other options'    | ['HostConfig.LogConfig.Type': 'a', 'HostConfig.LogConfig.Config.x': '1'] | ['HostConfig.LogConfig.Type': 'b'] || ['HostConfig.LogConfig.Type="b"']
        'the same driver keeps its options'   | ['HostConfig.LogConfig.Type': 'a', 'HostConfig.LogConfig.Config.x': '1'] | ['HostConfig.LogConfig.Type': 'a'] || ['HostConfig.LogConfig.Config.x="1"', 'HostConfig.LogConfig.Type="a"']
    }

    def "a device has one place in the container"() {
        given:
        def device = { String host, String path -> new Value.Items([new Value.Fields(new TreeMap(
            PathOnHost: Value.text(host), PathInContainer: Value.text(path)))]) }
        def path = FieldPath.parse('HostConfig.Devices')

        expect:
        Fields.over(new TreeMap([(path): device('/dev/b', '/dev/x')]), new TreeMap([(path): device('/dev/a', '/dev/x')])) ==
            [(path): device('/dev/b', '/dev/x')]
    }

    private static SortedMap<FieldPath, Value> fields(Map said) {
        new TreeMap(said.collectEntries { path, value ->
            [FieldPath.parse(path), value instanceof List ? Value.texts(value) : Value.text(value)] })
    }
}
