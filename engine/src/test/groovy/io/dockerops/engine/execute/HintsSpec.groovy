package io.dockerops.engine.execute

import io.dockerops.engine.model.HostId
import io.dockerops.engine.plan.Action
import io.dockerops.engine.port.ContainerFailed
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import java.time.Duration

/** What users are told to do about what engines say. */
class HintsSpec extends RunSpecification {

    private static final Action START = new Action.StartContainer(HostId.LOCAL, Sketch.id('web'), 'shop.web', true)
    private static final Action JOB = new Action.StartContainer(HostId.LOCAL, Sketch.id('job'), 'shop.job', false)

    private String hint(String message, int status = 500) {
        hint(new EngineRefused(status, message))
    }

    private String hint(EngineException failure, Action action = START) {
        new Hints(engine).of(action, failure).orElse(null)
    }

    private static Map published(int port) {
        ['HostConfig.PortBindings.80/tcp': [":$port"], 'ExposedPorts.80/tcp': true]
    }

    def "#words: #text"() {
        expect:
        hint(words).contains(text)

        where:
        words << [
            'pull access denied for dockerops/base, repository does not exist or may require \'docker login\': denied',
            'pull access denied for dockerops/dockerops-base-ubuntu14.04, repository does not exist',
            'pull access denied for nginxx, repository does not exist or may require \'docker login\': denied',
            'manifest for nginx:99 not found: manifest unknown: manifest unknown',
            'No such image: shop/app:1',
            'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 127.0.0.11:53: no such host',
            'Get "https://registry.example.com/v2/": dial tcp 10.0.0.1:443: connect: connection refused',
            'Get "https://r.example.com/v2/": net/http: request canceled while waiting for connection',
            'Get "https://r.example.com/v2/": x509: certificate signed by unknown authority',
            'Head "https://r.example.com/v2/a/manifests/1": unauthorized: authentication required',
            'failed to register layer: write /usr/lib/x: no space left on device',
            'invalid mount config for type "bind": bind source path does not exist: /srv/conf',
            'OCI runtime create failed: runc create failed: unable to start container process: exec: "ngin": executable file ' +
                'not found in $PATH: unknown',
            'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "/run.sh": stat ' +
                '/run.sh: no such file or directory: unknown',
            'OCI runtime create failed: runc create failed: exec: "/run.sh": permission denied: unknown',
            'OCI runtime create failed: exec /run.sh: exec format error',
            'unable to find user app: no matching entries in passwd file',
            'error mounting "/a" to rootfs at "/b": not a directory: unknown: Are you trying to mount a directory onto a file ' +
                '(or vice-versa)?',
            'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
            'all predefined address pools have been fully subnetted',
            'Pool overlaps with other one on this address space',
            'network shop.front not found',
            'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
            'Minimum memory limit allowed is 6MB',
        ]
        text << [
            '`library \'platform\'` in the project declares this image',
            'write `FROM dockerops/base`',
            'docker login',
            'no such tag',
            '`shop/app:1` is not on this host',
            'cannot resolve `registry-1.docker.io`',
            'the registry cannot be reached',
            'the registry cannot be reached',
            'certificate is not trusted',
            'docker login',
            'docker system df',
            'make `/srv/conf` on the host',
            'no `ngin` in the image',
            'no `/run.sh` in the image',
            'chmod +x',
            '#!',
            'the image has no user `app`',
            'one side of a mount is a file',
            'docker network prune',
            'docker network prune',
            'another network has this subnet',
            '`shop.front` was removed',
            'usermod -aG docker $USER',
            'the limits',
        ]
    }

    def "a port that a container publishes is said to be that container's: #words"() {
        given:
        running(published(8080), 'other')

        expect:
        hint(words) == 'port 8080 is published by the container `shop.other`'

        where:
        words << [
            'driver failed programming external connectivity on endpoint shop.web (f0): Bind for 0.0.0.0:8080 failed: port is ' +
                'already allocated',
            'failed to set up container networking: driver failed programming external connectivity on endpoint x (0): Bind ' +
                'for 127.0.0.1:8080 failed: port is already allocated',
            'failed to bind host port for 0.0.0.0:8080:172.17.0.2:80/tcp: address already in use',
            'failed to bind host port 0.0.0.0:8080/tcp: address already in use',
        ]
    }

    def "a port that no container publishes is another process's: #words"() {
        given:
        running(published(80), 'other')

        expect:
        hint(words) == 'port 8080 is used by a process that is not a container; `ss -ltnp` on the host tells which'

        where:
        words << [
            'Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use',
            'failed to bind host port for 0.0.0.0:8080:172.17.0.2:80/tcp: address already in use',
        ]
    }

    def "a name that is taken is said to be #owner"() {
        given:
        engine.createContainer('shop.web', Sketch.fields(labels))

        expect:
        hint('Conflict. The container name "/shop.web" is already in use by container "f0". You have to remove it.', 409) ==
            "`shop.web` $owner; rename or remove it: docker rename shop.web shop.web.old"

        where:
        labels                                  | owner
        ['Labels[io.dockerops.project]': 'old'] | 'belongs to the project `old`'
    }

    def "a name that a foreign container has is said to be nobody's of ours"() {
        given:
        engine.createContainer('web', io.dockerops.engine.model.Specification.builder().put('Image', Sketch.IMAGE).build())

        expect:
        hint('Conflict. The container name "/web" is already in use by container "f0".', 409).startsWith('`web` was not made by')
    }

    def "a volume that is in use is said to be used by its container"() {
        given:
        running(['HostConfig.Binds./data': 'shop.data:rw'], 'db')
        def id = engine.inspect('shop.db').get().id()

        expect:
        hint("remove shop.data: volume is in use - [$id]", 409) == 'the container `shop.db` uses it'
    }

    def "a network that is in use is said to be used by its container"() {
        given:
        engine.createNetwork('shop.front', Sketch.fields())
        running(['Networks[shop.front].Aliases': []], 'web')

        expect:
        hint('error while removing network: network shop.front id 0f has active endpoints', 403) ==
            'the container `shop.web` is in it'
    }

    def "a network that nothing is in, and that the engine holds for used, needs a restart of the engine"() {
        given:
        engine.createNetwork('shop.front', Sketch.fields())
        stopped(['Networks[shop.front].Aliases': []], 'web')

        expect:
        hint('error while removing network: network shop.front id 0f has active endpoints', 403).contains('restart the engine')
    }

    def "an exit code that says why is explained: #code"() {
        expect:
        (hint(new ContainerFailed('web ended', code, ''), action) ?: '').contains(text)

        where:
        code | action | text
        0    | START  | 'foreground'
        0    | JOB    | ''
        1    | START  | ''
        126  | START  | 'not executable'
        127  | START  | 'not found'
        137  | START  | 'memory'
        139  | START  | 'crashed'
    }

    def "a failure that brings its own hint keeps it"() {
        expect:
        hint(lost()) == 'look after it'
        hint(new EngineException.Failed('no tool', 'apt-get install it')) == 'apt-get install it'
    }

    def "what is unknown gets no hint"() {
        expect:
        hint('something new') == null
    }

    def "the report of a port that is taken names the container that has it"() {
        given:
        running(published(8080), 'other')
        plan.up(published(8080), 'web')

        when:
        def failure = failure(run(), 'StartContainer web')

        then:
        failure.message().endsWith('Bind for 0.0.0.0:8080 failed: port is already allocated')
        failure.hint().get() == 'port 8080 is published by the container `shop.other`'
    }
}
