package io.dockerops.engine.port

import io.dockerops.engine.model.Specification as Wanted
import java.time.Duration

/** Whatever is asked of a container is found in its details, in the same form. */
abstract class ContainerFieldsContract extends ContainerEngineContract {

    private static final long MB = 1024 * 1024
    private static final Map HEALTH = [
        'Healthcheck.Interval': 2_000_000_000, 'Healthcheck.Timeout': 3_000_000_000,
        'Healthcheck.StartPeriod': 4_000_000_000, 'Healthcheck.Retries': 5]
    private static final Map RETRIES = ['HostConfig.RestartPolicy.MaximumRetryCount': 4]
    private static final Map SWAP = ['HostConfig.MemorySwap': 96 * MB, 'HostConfig.MemoryReservation': 32 * MB]
    private static final Map MOUNT =
        ['HostConfig.Mounts[/etc/x.conf].Source': '/tmp', 'HostConfig.Mounts[/etc/x.conf].ReadOnly': true]
    private static final Map LIVED = [
        'Env.A': 'b', 'Hostname': 'web-one', 'User': '0', 'WorkingDir': '/tmp', 'StopTimeout': 3, 'ExposedPorts.80/tcp': true,
        'Volumes./unnamed': true, 'Healthcheck.Test': ['CMD', 'true'], 'HostConfig.PortBindings.80/tcp': ['127.0.0.1:'],
        'HostConfig.RestartPolicy.Name': 'on-failure', 'HostConfig.RestartPolicy.MaximumRetryCount': 2,
        'HostConfig.Memory': 64 * MB, 'HostConfig.CapAdd': ['NET_ADMIN'], 'HostConfig.Tmpfs./scratch': '']
    private static final Map LIMIT = [Name: 'nofile', Soft: 10, Hard: 20]
    private static final Map DEVICE = [PathOnHost: '/dev/null', PathInContainer: '/dev/nil', CgroupPermissions: 'r']

    def "what is asked of a container is live: #field #value"() {
        given:
        network('net', 'IPAM.Config[10.253.17.0/24].Subnet': '10.253.17.0/24')
        volume('data')
        create('other')
        def fields = [(field as String): value] + more
        def asked = wanted(fields).canonical()

        when:
        create(fields, 'one')

        then:
        def live = engine.inspect(name('one')).get().live()
        asked.fields().findAll { path, wanted -> !live.has(path, wanted) } == [:]

        where:
        field                                          | value                        | more
        'Env.LANG'                                     | 'C.UTF-8'                    | [:]
        'Env.EMPTY'                                    | ''                           | [:]
        'Env.WITH_EQUALS'                              | 'a=b=c'                      | [:]
        'Cmd'                                          | ['sleep', '1 000', '$X']     | [:]
        'Entrypoint'                                   | ['sh', '-c']                 | [:]
        'Entrypoint'                                   | []                           | ['Cmd': ['sleep', '1']]
        'WorkingDir'                                   | '/tmp'                       | [:]
        'User'                                         | 'nobody:nogroup'             | [:]
        'Hostname'                                     | 'web-one'                    | ['Domainname': 'example.org']
        'Labels[com.example.x]'                        | 'a "b" $c'                   | [:]
        'StopSignal'                                   | 'SIGINT'                     | ['StopTimeout': 3]
        'StopTimeout'                                  | 0                            | [:]
        'ExposedPorts.80/tcp'                          | true                         | ['ExposedPorts.53/udp': true]
        'Volumes./unnamed'                             | true                         | [:]
        'Healthcheck.Test'                             | ['CMD', 'true', 'x']         | HEALTH
        'Healthcheck.Test'                             | ['NONE']                     | [:]
        'Tty'                                          | true                         | ['OpenStdin': true]
        'HostConfig.Binds./named'                      | "$run-data:rw"               | [:]
        'HostConfig.Binds./named'                      | "$run-data:ro"               | ['HostConfig.Binds./a b': '/tmp:rw']
        'HostConfig.Mounts[/etc/x.conf].Type'          | 'bind'                       | MOUNT
        'HostConfig.VolumesFrom'                       | ["$run-other:ro"]            | [:]
        'HostConfig.PortBindings.80/tcp'               | [':18080', '127.0.0.1:']     | ['ExposedPorts.80/tcp': true]
        'HostConfig.PortBindings.53/udp'               | [':']                        | [:]
        'HostConfig.RestartPolicy.Name'                | 'unless-stopped'             | [:]
        'HostConfig.RestartPolicy.Name'                | 'on-failure'                 | RETRIES
        'HostConfig.RestartPolicy.Name'                | 'no'                         | [:]
        'HostConfig.Memory'                            | 64 * MB                      | SWAP
        'HostConfig.Memory'                            | 0                            | [:]
        'HostConfig.NanoCpus'                          | 500_000_000                  | [:]
        'HostConfig.CpuShares'                         | 512                          | [:]
        'HostConfig.CpusetCpus'                        | '0'                          | [:]
        'HostConfig.PidsLimit'                         | 100                          | [:]
        'HostConfig.PidsLimit'                         | -1                           | [:]
        'HostConfig.NetworkMode'                       | 'none'                       | [:]
        'HostConfig.NetworkMode'                       | 'host'                       | [:]
        'HostConfig.NetworkMode'                       | 'bridge'                     | [:]
        'HostConfig.NetworkMode'                       | "container:$run-other"       | [:]
        'HostConfig.Tmpfs./run'                        | ''                           | ['HostConfig.Tmpfs./x': 'size=1m']
        'HostConfig.Sysctls[net.core.somaxconn]'       | '1024'                       | [:]
        'HostConfig.ShmSize'                           | MB                           | [:]
        'HostConfig.Privileged'                        | false                        | ['HostConfig.Init': false]
        'HostConfig.ReadonlyRootfs'                    | true                         | ['HostConfig.Init': true]
        'HostConfig.CapAdd'                            | ['NET_ADMIN', 'SYS_TIME']    | ['HostConfig.CapDrop': ['CHOWN']]
        'HostConfig.CapAdd'                            | ['cap_sys_time', 'MKNOD']    | [:]
        'HostConfig.ExtraHosts'                        | ['db:10.0.0.1', 'a:10.0.0.2'] | ['HostConfig.Dns': ['10.0.0.3']]
        'HostConfig.Ulimits'                           | [LIMIT]                      | [:]
        'HostConfig.Ulimits.nofile.Soft'               | 100                          | ['HostConfig.Ulimits.nofile.Hard': 200]
        'HostConfig.Devices'                           | [DEVICE]                     | [:]
        'HostConfig.LogConfig.Type'                    | 'json-file'                  | ['HostConfig.LogConfig.Config.max-size': '1m']
        'HostConfig.Links'                             | ["$run-other:db"]            | [:]
        "Networks.$run-net.Aliases"                    | ['web', 'web-one']           | [:]
        "Networks.$run-net.Aliases"                    | []                           | [:]
        "Networks.$run-net.IPAMConfig.IPv4Address"     | '10.253.17.99'               | ["Networks.$run-net.Aliases": ['web']]
        "Networks.$run-net.Links"                      | ["$run-other:db"]            | [:]
    }

    def "what is asked of a container stays live while it #doing"() {
        given:
        network('net', 'IPAM.Config[10.253.17.0/24].Subnet': '10.253.17.0/24')
        volume('data')
        def fields = LIVED + [
            "Networks.$run-net.Aliases": aliases, "Networks.$run-net.IPAMConfig.IPv4Address": '10.253.17.99',
            'HostConfig.Binds./data': "$run-data:rw"]
        def asked = wanted(fields).canonical()
        create(fields, 'one')

        when:
        life.call(engine, name('one'))

        then:
        def live = engine.inspect(name('one')).get().live()
        asked.fields().findAll { path, wanted -> !live.has(path, wanted) } == [:]
        live.below(path('Networks')).fields().keySet()*.segments()*.get(1).unique() == [name('net')]

        where:
        doing                   | aliases            | life
        'runs'                  | ['web']            | { on, who -> on.start(who) }
        'runs by its host name' | ['web', 'web-one'] | { on, who -> on.start(who) }
        'has run'               | ['web']            | { on, who -> on.start(who); on.stop(who, Duration.ZERO) }
        'runs again'            | ['web']            | { on, who -> on.start(who); on.stop(who, Duration.ZERO); on.start(who) }
    }

    def "a container that has left a network and joined it again is as before"() {
        given:
        network('net', 'IPAM.Config[10.253.17.0/24].Subnet': '10.253.17.0/24')
        def endpoint = ['Aliases': ['web'], 'IPAMConfig.IPv4Address': '10.253.17.99']
        start(endpoint.collectEntries { key, value -> ["Networks.$run-net.$key", value] }, 'one')
        def network = path("Networks.$run-net")
        def before = asked(engine.inspect(name('one')).get().live().below(network))

        when:
        engine.disconnect(name('net'), name('one'))
        engine.connect(name('net'), name('one'), wanted(endpoint))

        then:
        asked(engine.inspect(name('one')).get().live().below(network)) == before
    }

    /** Without what the engine rolls for each endpoint. */
    private static asked(Wanted endpoint) {
        endpoint.fields().findAll { path, value -> path.last() != 'MacAddress' }
    }
}
