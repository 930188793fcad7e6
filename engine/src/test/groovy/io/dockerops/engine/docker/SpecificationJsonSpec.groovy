package io.dockerops.engine.docker

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Specification as Wanted
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.EngineException
import spock.lang.Specification

class SpecificationJsonSpec extends Specification {

    def "#path = #value is written as the engine takes it"() {
        given:
        def wanted = Wanted.builder().put(FieldPath.parse(path), value).build()

        expect:
        SpecificationJson.container(wanted) == body

        where:
        path                                     | value                       | body
        'Image'                                  | Value.text('busybox')       | [Image: 'busybox']
        'Env.LANG'                               | Value.text('C')             | [Env: ['LANG=C']]
        'Env.LANG'                               | Value.flag(false)           | [Env: ['LANG']]
        'Cmd'                                    | Value.texts(['a', 'b c'])   | [Cmd: ['a', 'b c']]
        'Entrypoint'                             | Value.texts([])             | [Entrypoint: []]
        'Labels[a.b.c]'                          | Value.text('d')             | [Labels: ['a.b.c': 'd']]
        'StopTimeout'                            | Value.whole(3)              | [StopTimeout: 3L]
        'ExposedPorts.80/tcp'                    | Value.flag(true)            | [ExposedPorts: ['80/tcp': [:]]]
        'ExposedPorts.80/tcp'                    | Value.flag(false)           | [ExposedPorts: [:]]
        'Volumes[/a.b]'                          | Value.flag(true)            | [Volumes: ['/a.b': [:]]]
        'Healthcheck.Interval'                   | Value.whole(1_000_000_000)  | [Healthcheck: [Interval: 1_000_000_000L]]
        'HostConfig.Binds./data'                 | Value.text('vol:rw')        | [HostConfig: [Binds: ['vol:/data']]]
        'HostConfig.Binds./data'                 | Value.text('/host:ro,z')    | [HostConfig: [Binds: ['/host:/data:ro,z']]]
        'HostConfig.Mounts./etc/c.Type'          | Value.text('bind')          | [HostConfig: [Mounts: [[Target: '/etc/c', Type: 'bind']]]]
        'HostConfig.Mounts./x.BindOptions.P'     | Value.text('y')             | [HostConfig: [Mounts: [[Target: '/x', BindOptions: [P: 'y']]]]]
        'HostConfig.Ulimits.nofile.Soft'         | Value.whole(5)              | [HostConfig: [Ulimits: [[Name: 'nofile', Soft: 5L]]]]
        'HostConfig.PortBindings.80/tcp'         | Value.texts([':8080', ':']) | [HostConfig: [PortBindings: ['80/tcp': [
                                                                                    [HostIp: '', HostPort: '8080'], [HostIp: '', HostPort: '']]]]]
        'HostConfig.PortBindings.80/tcp'         | Value.texts(['::1:80'])     | [HostConfig: [PortBindings: ['80/tcp': [
                                                                                    [HostIp: '::1', HostPort: '80']]]]]
        'HostConfig.RestartPolicy.Name'          | Value.text('always')        | [HostConfig: [RestartPolicy: [Name: 'always']]]
        'HostConfig.Init'                        | Value.flag(false)           | [HostConfig: [Init: false]]
        'Networks.shop.Aliases'                  | Value.texts(['web'])        | [NetworkingConfig: [EndpointsConfig: [shop: [Aliases: ['web']]]]]
        'Networks[a.b].IPAMConfig.IPv4Address'   | Value.text('10.0.0.1')      | [NetworkingConfig: [EndpointsConfig: ['a.b': [
                                                                                    IPAMConfig: [IPv4Address: '10.0.0.1']]]]]
        'Whatever.Comes.Next'                    | Value.text('x')             | [Whatever: [Comes: [Next: 'x']]]
        'HostConfig.Devices'                     | items(PathOnHost: '/dev/x') | [HostConfig: [Devices: [[PathOnHost: '/dev/x']]]]
    }

    def "entries of lists are in the order of their keys"() {
        given:
        def wanted = Wanted.builder()
            .put('HostConfig.Binds./b/c', 'two:rw').put('HostConfig.Binds./b', 'one:rw').put('Env.B', '2').put('Env.A', '1').build()

        expect:
        SpecificationJson.container(wanted) == [Env: ['A=1', 'B=2'], HostConfig: [Binds: ['one:/b', 'two:/b/c']]]
    }

    def "a list in the engine's own form is written like fields"() {
        given:
        def wanted = Wanted.builder().put(FieldPath.of('HostConfig', 'Binds'), Value.texts(['/a:/b:ro'])).put('Env.A', '1').build()

        expect:
        SpecificationJson.container(wanted) == [Env: ['A=1'], HostConfig: [Binds: ['/a:/b:ro']]]
    }

    def "changes in place stand at the top of their body"() {
        given:
        def changes = Wanted.builder().put('HostConfig.Memory', 5).put('HostConfig.RestartPolicy.Name', 'no').build()

        expect:
        SpecificationJson.update(changes) == [Memory: 5L, RestartPolicy: [Name: 'no']]
    }

    def "a network is asked for by name, and only when there is none of that name"() {
        given:
        def wanted = Wanted.builder().put('Driver', 'bridge').put('IPAM.Config[10.0.0.0/8].Subnet', '10.0.0.0/8')
            .put('IPAM.Config[10.0.0.0/8].Gateway', '10.0.0.1').put('Labels.a', 'b').build()

        expect:
        SpecificationJson.network('shop', wanted) == [
            Name: 'shop', CheckDuplicate: true, Driver: 'bridge', Labels: [a: 'b'],
            IPAM: [Config: [[Gateway: '10.0.0.1', Subnet: '10.0.0.0/8']]]]
    }

    def "a volume is asked for by name"() {
        given:
        def wanted = Wanted.builder().put('Driver', 'local').put('DriverOpts.type', 'nfs').build()

        expect:
        SpecificationJson.volume('data', wanted) == [Name: 'data', Driver: 'local', DriverOpts: [type: 'nfs']]
    }

    def "a field inside one that has a value of its own is refused"() {
        when:
        SpecificationJson.container(Wanted.builder().put('HostConfig.LogConfig', 'x').put('HostConfig.LogConfig.Type', 'y').build())

        then:
        def refused = thrown(EngineException.Failed)
        refused.message == '`HostConfig.LogConfig.Type` cannot be set, since `LogConfig` has a value of its own'
    }

    def "a secret that nobody has filled in is a bug and never written"() {
        when:
        SpecificationJson.container(Wanted.builder().put(FieldPath.of('Env', 'P'), new Value.Secret(new SecretId('p'))).build())

        then:
        thrown(IllegalStateException)
    }

    private static Value items(Map<String, String> object) {
        new Value.Items([new Value.Fields(new TreeMap<>(object.collectEntries { key, text -> [key, Value.text(text)] }))])
    }
}
