package io.dockerops.engine.docker

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Specification as Wanted
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.LogRequest
import io.dockerops.engine.port.ProgressListener
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What is said to engines of several versions, and how their answers are understood. */
class DockerEngineSpec extends Specification {

    // ---- versions

    def "with an engine of API #engines the version spoken is #spoken"() {
        given:
        def client = new ScriptedClient(engines).answer("GET /v$spoken/networks", 200, [])

        expect:
        engine(client).networks() == []
        client.requests == ['GET /_ping', "GET /v$spoken/networks"]*.toString()

        where:
        engines | spoken
        '1.41'  | '1.41'
        '1.44'  | '1.44'
        '1.51'  | '1.51'
        '1.99'  | '1.51'
    }

    def "an engine that is too old is told what is needed"() {
        when:
        engine(new ScriptedClient('1.40'))

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage() == 'this engine speaks API 1.40, and DockerOps needs 1.41 or newer (Docker 20.10)'
    }

    def "something else that answers is no engine"() {
        when:
        engine(new ScriptedClient(null))

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == HostUnreachable.Reason.NO_CONNECTION
        unreachable.message == 'what answers at test://engine is no Docker engine'
    }

    def "what an engine says of itself is read"() {
        given:
        def client = new ScriptedClient('1.43').answer('GET /v1.43/version', 200, [Version: '24.0.1', Os: 'linux', Arch: 'arm64'])

        expect:
        with(engine(client).info()) {
            version() == '24.0.1'
            apiVersion() == '1.43'
            operatingSystem() == 'linux/arm64'
        }
    }

    def "a field that the engine would ignore is refused: #field"() {
        given:
        def client = new ScriptedClient('1.41')

        when:
        engine(client).createContainer('x', Wanted.builder().put(field, value).build())

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "$what needs an engine with API $version, and this one speaks 1.41"
        client.requests == ['GET /_ping']

        where:
        field                                         | value   | version | what
        'HostConfig.Annotations.a'                    | 'b'     | '1.43'  | '`HostConfig.Annotations.a`'
        'Healthcheck.StartInterval'                   | 5L      | '1.44'  | '`Healthcheck.StartInterval`'
        'Networks.n.GwPriority'                       | 5L      | '1.48'  | '`Networks.n.GwPriority`'
        'HostConfig.Mounts./a.VolumeOptions.Subpath'  | 'x'     | '1.45'  | '`HostConfig.Mounts./a.VolumeOptions.Subpath`'
        'HostConfig.Mounts./a.Type'                   | 'image' | '1.48'  | 'a mount of an image'
    }

    def "a field that the engine knows passes"() {
        given:
        def client = new ScriptedClient('1.44').answer('POST /v1.44/containers/create', 201, [Id: 'abc'])

        expect:
        engine(client).createContainer('x', Wanted.builder().put('Healthcheck.StartInterval', 5).build()) == 'abc'
    }

    // ---- containers

    def "an engine before API 1.44 creates with one endpoint and connects the others"() {
        given:
        def client = new ScriptedClient('1.43')
            .answer('POST /v1.43/containers/create?name=web', 201, [Id: 'abc'])
            .answer('GET /v1.43/networks/', 200, [:])
            .answer('POST /v1.43/networks/', 200, '')

        expect:
        engine(client).createContainer('web', IN_THREE) == 'abc'
        client.requests == [
            'GET /_ping', 'POST /v1.43/containers/create?name=web', 'GET /v1.43/networks/a', 'POST /v1.43/networks/a/connect',
            'GET /v1.43/networks/c', 'POST /v1.43/networks/c/connect']
        client.bodies == [
            [HostConfig: [NetworkMode: 'b'], NetworkingConfig: [EndpointsConfig: [b: [Aliases: ['bb']]]]],
            [Container: 'abc', EndpointConfig: [Aliases: ['aa']]],
            [Container: 'abc', EndpointConfig: [Aliases: ['cc']]]]
    }

    def "an engine from API 1.44 on creates with all endpoints"() {
        given:
        def client = new ScriptedClient('1.44').answer('POST /v1.44/containers/create', 201, [Id: 'abc'])

        expect:
        engine(client).createContainer('web', IN_THREE) == 'abc'
        client.requests.size() == 2
        client.bodies[0].NetworkingConfig.EndpointsConfig.keySet() == ['a', 'b', 'c'] as Set
    }

    def "a container that cannot join all of its networks is removed again"() {
        given:
        def client = new ScriptedClient('1.43')
            .answer('POST /v1.43/containers/create', 201, [Id: 'abc'])
            .answer('GET /v1.43/networks/', 200, [:])
            .answer('POST /v1.43/networks/c/connect', 403, [message: 'no room'])
            .answer('POST /v1.43/networks/a/connect', 200, '')
            .answer('DELETE /v1.43/containers/abc', 204, '')

        when:
        engine(client).createContainer('web', IN_THREE)

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage() == 'no room'
        client.requests[-1] == 'DELETE /v1.43/containers/abc?v=true&force=true'
    }

    def "the first network is the container's mode, unless it has one"() {
        given:
        def client = new ScriptedClient('1.44').answer('POST /v1.44/containers/create', 201, [Id: 'abc'])
        def wanted = Wanted.builder().put('Networks.b.X', 'y').put('Networks.a.X', 'y')
        mode.each { wanted.put('HostConfig.NetworkMode', it) }

        when:
        engine(client).createContainer('web', wanted.build())

        then:
        client.bodies[0].HostConfig.NetworkMode == expected

        where:
        mode  | expected
        []    | 'a'
        ['b'] | 'b'
    }

    def "times are rounded up to the seconds that the engine counts in: #timeout"() {
        given:
        def client = new ScriptedClient().answer('POST', 204, '')

        when:
        engine(client).stop('web', timeout)

        then:
        client.requests[-1] == "POST /v1.41/containers/web/stop?t=$seconds"

        where:
        timeout                 | seconds
        Duration.ZERO           | 0
        Duration.ofMillis(1)    | 1
        Duration.ofSeconds(10)  | 10
        Duration.ofMillis(1001) | 2
    }

    def "a limit that the engine would leave as it is, is refused: #field"() {
        when:
        engine(new ScriptedClient()).update('web', Wanted.builder().put(field, 0).build())

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "the engine cannot take `$field` away from a container that is there"

        where:
        field << ['HostConfig.Memory', 'HostConfig.NanoCpus', 'HostConfig.CpuShares']
    }

    def "limits that the engine can take away are taken away"() {
        given:
        def client = new ScriptedClient().answer('POST', 200, [Warnings: null])

        when:
        engine(client).update('web', Wanted.builder().put('HostConfig.PidsLimit', 0).put('HostConfig.RestartPolicy.Name', 'no').build())

        then:
        client.bodies == [[PidsLimit: 0L, RestartPolicy: [Name: 'no']]]
    }

    def "names from outside stay in their place in the path"() {
        given:
        def client = new ScriptedClient()

        expect:
        engine(client).inspect('a/../b?x=y z#ü').empty
        client.requests[-1] == 'GET /v1.41/containers/a%2F..%2Fb%3Fx%3Dy%20z%23%C3%BC/json'
    }

    def "an answer of 304 is no failure"() {
        given:
        def client = new ScriptedClient().answer('POST', 304, '')

        when:
        engine(client).start('web')

        then:
        noExceptionThrown()
    }

    def "the moment that a log begins at is exact"() {
        given:
        def client = new ScriptedClient().answer('GET /v1.41/containers/web/json', 200, [Config: [Tty: true]])
            .answer('GET /v1.41/containers/web/logs', 200, 'a\nb')
        def lines = []

        when:
        engine(client).logs('web', new LogRequest(false, Optional.of(5), Optional.of(Instant.ofEpochSecond(7, 30)), true)) { line, error ->
            lines << line
        }

        then:
        lines == ['a', 'b']
        client.requests[-1] ==
            'GET /v1.41/containers/web/logs?stdout=true&stderr=true&follow=false&timestamps=true&tail=5&since=7.000000030'
    }

    // ---- networks and volumes

    def "whoever finds a second network of the name gives the own one up and tries again"() {
        given:
        def client = new ScriptedClient('1.41')
            .answer('POST /v1.41/networks/create', 201, [Id: 'one'])
            .answer('POST /v1.41/networks/create', 409, [message: 'network with name n already exists'])
            .answer('GET /v1.41/networks', 200, [[Name: 'n', Id: 'one'], [Name: 'n', Id: 'other']])
            .answer('DELETE /v1.41/networks/one', 204, '')

        when:
        engine(client).createNetwork('n', Wanted.EMPTY)

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
        client.requests.count { it == 'DELETE /v1.41/networks/one' } == 1
    }

    def "engines from API 1.44 on see to the names of networks themselves"() {
        given:
        def client = new ScriptedClient('1.44').answer('POST /v1.44/networks/create', 201, [Id: 'one'])

        when:
        engine(client).createNetwork('n', Wanted.EMPTY)

        then:
        client.requests == ['GET /_ping', 'POST /v1.44/networks/create']
    }

    def "a volume that came between is not taken for the own one"() {
        given:
        def client = new ScriptedClient()
            .answer('GET /v1.41/volumes/data', 404, [message: 'no such volume'])
            .answer('POST /v1.41/volumes/create', 201, [Name: 'data', Labels: [by: 'somebody']])

        when:
        engine(client).createVolume('data', Wanted.builder().put('Labels.by', 'me').build())

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "volumes that an engine marks as unnamed are not listed"() {
        given:
        def client = new ScriptedClient('1.42').answer('GET /v1.42/volumes', 200, [Volumes: [
            [Name: 'data'], [Name: 'short', Labels: ['com.docker.volume.anonymous': '']], [Name: 'a1' * 32]]])

        expect:
        engine(client).volumes()*.name() == ['data']
    }

    // ---- images

    def "an error in the middle of an import is told"() {
        given:
        def client = new ScriptedClient()
            .answer('POST /v1.41/images/create', 200, '{"status":"Importing"}\r\n{"error":"unexpected EOF","errorDetail":{}}\r\n')

        when:
        engine(client).importImage(
            ImageReference.parse('a/b'), InputStream.nullInputStream(), new TreeMap<>(), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage() == 'unexpected EOF'
        refused.status() == 0
    }

    def "a label of two lines cannot be imported"() {
        when:
        engine(new ScriptedClient()).importImage(
            ImageReference.parse('a/b'), InputStream.nullInputStream(), new TreeMap<>(a: 'b\nc'), ProgressListener.SILENT)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.contains('more than one line')
    }

    def "the slashes of an image's name stay slashes"() {
        given:
        def client = new ScriptedClient().answer('DELETE', 200, [])

        when:
        engine(client).removeImage(ImageReference.parse('example.org:5000/a/b:1'))

        then:
        client.requests[-1] == 'DELETE /v1.41/images/example.org:5000/a/b:1'
    }

    def "closing the engine closes its transport"() {
        given:
        def client = new ScriptedClient()

        when:
        engine(client).close()

        then:
        client.closed
    }

    private static final Wanted IN_THREE = Wanted.builder()
        .put('HostConfig.NetworkMode', 'b')
        .put(FieldPath.parse('Networks.a.Aliases'), Value.texts(['aa']))
        .put(FieldPath.parse('Networks.b.Aliases'), Value.texts(['bb']))
        .put(FieldPath.parse('Networks.c.Aliases'), Value.texts(['cc']))
        .build()

    private static DockerEngine engine(ScriptedClient client) {
        DockerEngine.connect(client, 'test://engine', ApiVersion.NEWEST) { throw new IllegalStateException('no logins needed') }
    }
}
