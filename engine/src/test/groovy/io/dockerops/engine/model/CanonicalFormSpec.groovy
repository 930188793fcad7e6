package io.dockerops.engine.model

import io.dockerops.engine.model.Specification as Wanted
import spock.lang.Specification

class CanonicalFormSpec extends Specification {

    def "objects become paths, and lists with keys are addressed by them: #field"() {
        expect:
        wanted([(field): value]).canonical().fields() == wanted(expected).fields()

        where:
        field                                         | value                                       | expected
        'Env'                                         | ['A=1', 'B=', 'C=x=y']                      | ['Env.A': '1', 'Env.B': '', 'Env.C': 'x=y']
        'Env'                                         | ['GONE']                                    | ['Env.GONE': false]
        'Labels'                                      | ['a.b': 'c']                                | ['Labels[a.b]': 'c']
        'ExposedPorts'                                | ['80/tcp': [:]]                             | ['ExposedPorts.80/tcp': true]
        'Volumes'                                     | ['/data': [:]]                              | ['Volumes./data': true]
        'HostConfig'                                  | [Memory: 5, Tmpfs: ['/run': '']]            | ['HostConfig.Memory': 5, 'HostConfig.Tmpfs./run': '']
        'HostConfig.Binds'                            | ['/a:/b', 'v:/c:ro,z', '/unnamed']          | ['HostConfig.Binds./b': '/a:rw', 'HostConfig.Binds./c': 'v:ro,z', 'Volumes./unnamed': true]
        'HostConfig.Mounts'                           | [[Type: 'bind', Source: '/a', Target: '/b']] | ['HostConfig.Mounts./b.Type': 'bind', 'HostConfig.Mounts./b.Source': '/a']
        'HostConfig.Mounts'                           | [[Target: '/b', BindOptions: [Propagation: 'shared']]] | ['HostConfig.Mounts./b.BindOptions.Propagation': 'shared']
        'HostConfig.Ulimits'                          | [[Name: 'nofile', Soft: 1, Hard: 2]]        | ['HostConfig.Ulimits.nofile.Soft': 1, 'HostConfig.Ulimits.nofile.Hard': 2]
        'HostConfig.PortBindings.80/tcp'              | [[HostIp: '::1', HostPort: '8080'], [:]]    | ['HostConfig.PortBindings.80/tcp': ['::1:8080', ':']]
        'HostConfig.PortBindings.80/tcp'              | ['8080', '127.0.0.1:']                      | ['HostConfig.PortBindings.80/tcp': [':8080', '127.0.0.1:']]
        'HostConfig.CapAdd'                           | ['SYS_TIME', 'cap_chown', 'CAP_SYS_TIME']   | ['HostConfig.CapAdd': ['CHOWN', 'SYS_TIME']]
        'HostConfig.Links'                            | ['/shop.db:/shop.web/db', 'x:y']            | ['HostConfig.Links': ['shop.db:db', 'x:y']]
        'HostConfig.Devices'                          | [[PathOnHost: '/dev/null']]                 | ['HostConfig.Devices': [[PathOnHost: '/dev/null']]]
        'Entrypoint'                                  | ['']                                        | ['Entrypoint': []]
        'WorkingDir'                                  | '/srv/'                                     | ['WorkingDir': '/srv']
        'WorkingDir'                                  | '/'                                         | ['WorkingDir': '/']
        'IPAM'                                        | [Config: [[Subnet: '10.0.0.0/8']]]          | ['IPAM.Config[10.0.0.0/8].Subnet': '10.0.0.0/8']
        'NetworkingConfig.EndpointsConfig.net'        | [Aliases: ['a']]                            | ['Networks.net.Aliases': ['a']]
    }

    def "the canonical form of the canonical form is itself"() {
        given:
        def once = wanted(
            'Env': ['A=1'], 'HostConfig.Binds': ['/a:/b'], 'HostConfig.Mounts': [[Type: 'tmpfs', Target: '/x.y']],
            'HostConfig.Ulimits': [[Name: 'core', Soft: 0]], 'HostConfig.PortBindings.1/udp': [[HostPort: '5']]).canonical()

        expect:
        once.canonical() == once
    }

    def "a keyed field given later goes over the list"() {
        expect:
        wanted('Env': ['A=1', 'B=2'], 'Env.A': '3').canonical() == wanted('Env.A': '3', 'Env.B': '2')
    }

    def "secrets stay where they are"() {
        given:
        def secret = new Value.Secret(new SecretId('db'))

        expect:
        Wanted.builder().put(FieldPath.parse('Env.P'), secret).build().canonical().fields().values() as List == [secret]
    }

    def "an entry without the form of its list is refused with what it should be: #value"() {
        when:
        wanted([(field): value]).canonical()

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == message

        where:
        field                | value               | message
        'Env'                | ['=x']              | '`=x` in `Env` has no name'
        'Env'                | [[a: 'b']]          | '`{a: "b"}` in `Env` has not the form `text`'
        'HostConfig.Binds'   | ['data']            | '`data` in `HostConfig.Binds` has not the form `source:/path` with an absolute path in the container, or `/path`'
        'HostConfig.Binds'   | ['a:b:c:d']         | '`a:b:c:d` in `HostConfig.Binds` has not the form `source:/path` or `source:/path:options`'
        'HostConfig.Mounts'  | [[Type: 'bind']]    | '`{Type: "bind"}` in `HostConfig.Mounts` has no `Target`'
        'HostConfig.Ulimits' | ['nofile=1']        | '`"nofile=1"` in `HostConfig.Ulimits` has no `Name`'
    }

    def "what is as the engine does it anyway is a default: #path #value"() {
        expect:
        wanted([(path): value]).withoutDefaults().fields().isEmpty() == isDefault
        Wanted.EMPTY.has(FieldPath.parse(path), wanted([(path): value]).fields().values()[0]) == isDefault

        where:
        path                            | value     || isDefault
        'HostConfig.Memory'             | 0         || true
        'HostConfig.Memory'             | -1        || true
        'HostConfig.MemorySwap'         | -1        || false
        'HostConfig.PidsLimit'          | -1        || true
        'StopTimeout'                   | 0         || false
        'HostConfig.Privileged'         | false     || true
        'HostConfig.Privileged'         | true      || false
        'HostConfig.Dns'                | []        || true
        'HostConfig.RestartPolicy.Name' | 'no'      || true
        'HostConfig.RestartPolicy.Name' | 'always'  || false
        'HostConfig.NetworkMode'        | 'default' || true
        'HostConfig.NetworkMode'        | 'bridge'  || false
        'User'                          | ''        || true
        'Env.A'                         | ''        || false
        'Env.A'                         | false     || false
        'Labels.a'                      | ''        || false
        'HostConfig.Tmpfs./run'         | ''        || false
        'Networks.net.Aliases'          | []        || false
        'Networks.net.Links'            | []        || true
    }

    def "a field is had when it has the value, and not when it has another"() {
        given:
        def live = wanted('User': 'a')

        expect:
        live.has(FieldPath.parse('User'), Value.text('a'))
        !live.has(FieldPath.parse('User'), Value.text('b'))
        !live.has(FieldPath.parse('User'), Value.text(''))
        !live.has(FieldPath.parse('Hostname'), Value.text('a'))
    }

    static Wanted wanted(Map<String, ?> fields) {
        def builder = Wanted.builder()
        fields.each { key, each -> builder.put(FieldPath.parse(key), value(each)) }
        builder.build()
    }

    private static Value value(Object from) {
        switch (from) {
            case Boolean: return Value.flag(from as boolean)
            case Number: return Value.whole(from as long)
            case List: return new Value.Items(from.collect { value(it) })
            case Map: return new Value.Fields(new TreeMap<>(from.collectEntries { key, each -> [key, value(each)] }))
            default: return Value.text(from as String)
        }
    }
}
