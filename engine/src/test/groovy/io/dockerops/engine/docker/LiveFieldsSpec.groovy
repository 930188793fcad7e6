package io.dockerops.engine.docker

import io.dockerops.engine.json.Json
import io.dockerops.engine.port.ContainerStatus
import java.util.function.UnaryOperator
import spock.lang.Specification

/** Reads what engines really answered (API 1.41: Docker 20.10.24), and the form that newer ones give the same container. */
class LiveFieldsSpec extends Specification {

    private static final ID = 'c5d6a876a44dd2c7804a69eaff527a1de0af08d801a7da2874869d6f38ed0e95'

    def "a container's fields are read from API #api"() {
        given:
        def live = details(api).live().fields().collectEntries { path, value -> [path as String, value as String] }

        expect:
        live.subMap(EXPECTED.keySet()) == EXPECTED
        (live.keySet() - EXPECTED.keySet()) == (FURTHER + more) as Set

        where:
        api    | more
        '1.41' | []
        '1.48' | ['Healthcheck.StartInterval', 'HostConfig.Annotations[com.example.a]',
                  'HostConfig.Mounts[/cfg.d].BindOptions.ReadOnlyNonRecursive']
    }

    def "a container's state, labels and addresses are read from API #api"() {
        given:
        def details = details(api)

        expect:
        details.id() == ID
        details.name() == 'shop-1'
        details.imageId().startsWith('sha256:ab3d')
        details.labels() == ['com.example.x': 'z']
        details.addresses() == ['shop-n1': '10.200.1.77', 'shop-n2': '10.91.0.2']
        with(details.status()) {
            state() == ContainerStatus.State.RUNNING
            health().get() == ContainerStatus.Health.HEALTHY
            everStarted()
            startedAt().get() == '2026-11-20T11:38:40.434905727Z'
        }

        where:
        api << ['1.41', '1.48']
    }

    def "a container in the network of another one names it, as long as that exists"() {
        given:
        def inspected = [Id: ID, HostConfig: [NetworkMode: 'container:abc', IpcMode: 'container:def', PidMode: 'host']]
        UnaryOperator<String> names = { it == 'abc' ? 'shop.db' : it }

        expect:
        LiveFields.container(inspected, names).fields().collectEntries { path, value -> [path as String, value as String] } == [
            'HostConfig.IpcMode': '"container:def"', 'HostConfig.NetworkMode': '"container:shop.db"', 'HostConfig.PidMode': '"host"']
    }

    def "variables and labels without a name are passed over"() {
        expect:
        LiveFields.container([Config: [Env: ['=x', '', 'A=b'], Labels: ['': 'x']]], UnaryOperator.identity())
            .fields().keySet()*.toString() == ['Env.A']
    }

    def "networks are read"() {
        given:
        def networks = Answers.each(recorded('1.41-networks'), Answers.&network).collectEntries { [it.name(), it] }

        expect:
        networks.keySet().containsAll(['bridge', 'host', 'none', 'shop-n1', 'shop-n2'])
        networks['shop-n1'].labels() == [a: 'b']
        networks['shop-n1'].live().fields().collectEntries { path, value -> [path as String, value as String] } == [
            'Driver': '"bridge"', 'Scope': '"local"', 'Labels.a': '"b"', 'IPAM.Driver': '"default"',
            'IPAM.Config[10.200.1.0/24].Subnet': '"10.200.1.0/24"', 'IPAM.Config[10.200.1.0/24].Gateway': '"10.200.1.1"',
            'Options[com.docker.network.bridge.enable_icc]': '"false"']
    }

    def "named volumes are read"() {
        given:
        def volumes = Answers.each(recorded('1.41-volumes').Volumes, Answers.&volume).collectEntries { [it.name(), it] }

        expect:
        volumes['shop-data'].labels() == [colour: 'red']
        volumes['shop-data'].live().fields().collectEntries { path, value -> [path as String, value as String] } == [
            'Driver': '"local"', 'DriverOpts.device': '"tmpfs"', 'DriverOpts.type': '"tmpfs"', 'Labels.colour': '"red"']
    }

    def "images are read, without the names that stand for none"() {
        expect:
        Answers.each(recorded('1.41-images'), Answers.&image)*.references() == [['busybox:latest']]
        Answers.image([Id: 'x', RepoTags: ['<none>:<none>'], RepoDigests: ['<none>@<none>', 'a@sha256:b'], Labels: null])
            .references() == ['a@sha256:b']
    }

    def "a list of containers is read, with their published ports"() {
        given:
        def containers = Answers.each(recorded('1.41-containers'), Answers.&summary).collectEntries { [it.name(), it] }

        expect:
        containers.keySet() == ['shop-1', 'shop-other'] as Set
        with(containers['shop-1']) {
            id() == ID
            image() == 'busybox:latest'
            state() == ContainerStatus.State.RUNNING
            statusText() == 'Up 2 seconds (healthy)'
            labels() == ['com.example.x': 'z']
            publishedPorts() == ['0.0.0.0:32769->80/tcp', '127.0.0.1:18080->80/tcp', '[::]:32769->80/tcp']
        }
    }

    def "a container that legacy links give further names has its own"() {
        expect:
        Answers.summary([Names: ['/shop.web/db', '/shop.db']]).name() == 'shop.db'
    }

    def "an event is read"() {
        given:
        def event = Json.object('''{"status":"die","id":"abc","from":"busybox","Type":"container","Action":"die",
            "Actor":{"ID":"abc","Attributes":{"exitCode":"3","image":"busybox","name":"shop.web"}},"scope":"local","time":1}''')

        expect:
        with(Answers.event(event)) {
            containerId() == 'abc'
            containerName() == 'shop.web'
            action() == 'die'
            exitCode() == 3
        }
    }

    private static details(String api) {
        Answers.details(recorded("$api-inspect"), UnaryOperator.identity())
    }

    private static recorded(CharSequence name) {
        LiveFieldsSpec.getResourceAsStream("api-${name}.json").withStream { Json.parse(it) }
    }

    private static final Map<String, String> EXPECTED = [
        'Cmd': '["sleep", "1000"]',
        'Env.A': '"1"',
        'Env.EMPTY': '""',
        'Env.Q': '"a=b"',
        'ExposedPorts.80/tcp': 'true',
        'Healthcheck.Interval': '1000000000',
        'Healthcheck.Retries': '3',
        'Healthcheck.Test': '["CMD-SHELL", "true"]',
        'HostConfig.Binds./data': '"shop-data:rw"',
        'HostConfig.Binds./host': '"/tmp:ro,z"',
        'HostConfig.CapAdd': '["NET_ADMIN", "SYS_TIME"]',
        'HostConfig.CapDrop': '["CHOWN"]',
        'HostConfig.Devices': '[{CgroupPermissions: "r", PathInContainer: "/dev/nil", PathOnHost: "/dev/null"}]',
        'HostConfig.Memory': '67108864',
        'HostConfig.MemorySwap': '134217728',
        'HostConfig.Mounts[/cfg.d].ReadOnly': 'true',
        'HostConfig.Mounts[/cfg.d].Source': '"/etc"',
        'HostConfig.Mounts[/cfg.d].Type': '"bind"',
        'HostConfig.NanoCpus': '500000000',
        'HostConfig.NetworkMode': '"shop-n1"',
        'HostConfig.PortBindings.80/tcp': '[":", "127.0.0.1:18080"]',
        'HostConfig.RestartPolicy.MaximumRetryCount': '4',
        'HostConfig.RestartPolicy.Name': '"on-failure"',
        'HostConfig.Sysctls[net.core.somaxconn]': '"1024"',
        'HostConfig.Tmpfs./run': '""',
        'HostConfig.Ulimits.nofile.Hard': '200',
        'HostConfig.Ulimits.nofile.Soft': '100',
        'Hostname': '"web-one"',
        'Image': '"busybox:latest"',
        'Labels[com.example.x]': '"z"',
        'Networks.shop-n1.Aliases': '["web", "a1"]',
        'Networks.shop-n1.IPAMConfig.IPv4Address': '"10.200.1.77"',
        'Networks.shop-n1.Links': '["shop-other:db"]',
        'Networks.shop-n2.Aliases': '[]',
        'StopSignal': '"SIGINT"',
        'StopTimeout': '3',
        'User': '"1000"',
        'Volumes./anon': 'true',
        'WorkingDir': '"/tmp"',
    ]

    /** What the engine has chosen itself. */
    private static final List<String> FURTHER = [
        'HostConfig.CgroupnsMode', 'HostConfig.ConsoleSize', 'HostConfig.IpcMode', 'HostConfig.LogConfig.Type',
        'HostConfig.MaskedPaths', 'HostConfig.ReadonlyPaths', 'HostConfig.Runtime', 'HostConfig.ShmSize',
        'Networks.shop-n1.MacAddress', 'Networks.shop-n1.NetworkID', 'Networks.shop-n2.MacAddress', 'Networks.shop-n2.NetworkID',
    ]
}
