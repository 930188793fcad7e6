package io.dockerops.engine

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.network
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.RestartPolicy
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.Value
import java.time.Duration

/** Projects that nobody has thought of; the same seed gives the same one. */
class RandomProjects {

    /** Commands that stay, that need a shell, and that end. */
    static final List<String> STAYS = ['sh', '-c', 'trap "exit 0" TERM; while :; do sleep 0.1; done']
    static final List<String> ENDS = ['true']
    static final List<String> BACKGROUND = ['sleep', '86400']

    private final Random random
    private final String image
    private final int ports
    private final boolean addresses

    /**
     * @param ports the first of the host's ports that may be published
     * @param addresses whether links may give addresses, which only what runs has
     */
    RandomProjects(long seed, String image, int ports, boolean addresses = false) {
        this.random = new Random(seed)
        this.image = image
        this.ports = ports
        this.addresses = addresses
    }

    Project next() {
        def networks = (0..<random.nextInt(3)).collect { network("net$it", internal: chance(3)) }
        def volumes = (0..<random.nextInt(3)).collect { named("vol$it", "/vol$it") }
        def services = []
        (0..random.nextInt(4)).each { services << one(it, services, networks*.id()*.name(), volumes*.id()*.name()) }
        project(networks: networks, volumes: volumes, services as io.dockerops.engine.model.Service[])
    }

    private one(int number, List<Service> before, List<String> networks, List<String> volumes) {
        boolean oneShot = chance(5)
        def said = [image: image, command: oneShot ? ENDS : STAYS, oneShot: oneShot]
        maybe(said, 'env', 2) { [A: 'a', EMPTY: '', SPACED: ' b c ', ("V$number".toString()): 'x=y'] }
        maybe(said, 'labels', 3) { ['com.example.a': 'b', plain: ''] }
        maybe(said, 'links', 2) { before.empty ? [] : [pick(before).id().name()] }
        maybe(said, 'networks', 2) { networks.findAll { chance(2) } }
        if (said.links && said.networks) {
            said.remove('links') // two services that are linked need a network in common
        }
        if (addresses && said.links) {
            said.address = before.find { it.id().name() == said.links[0] }.with { target ->
                !target.settings().lifecycle().oneShot().orElse(false) && target.settings().networking().endpoints().empty }
        }
        maybe(said, 'mounts', 2) { volumes.findAll { chance(2) }.collect { mount(it) } }
        maybe(said, 'memory', 3) { 32L << 20 }
        maybe(said, 'user', 4) { '1000' }
        maybe(said, 'startDelay', 6) { Duration.ofMillis(50) }
        maybe(said, 'persistent', 6) { true }
        maybe(said, 'publish', 4) { [80: ports + number] }
        if (!oneShot) {
            maybe(said, 'restart', 3) { RestartPolicy.Condition.UNLESS_STOPPED }
            maybe(said, 'exec', 3) { [[command: ENDS, once: chance(2)], [command: BACKGROUND, background: true]] }
        }
        maybe(said, 'attributes', 2) { attributes() }
        if (!said.publish && chance(3)) {
            said.instances = [one: [:], two: [env: [B: 'b']]]
        }
        service(said, "s$number")
    }

    private Map<String, Value> attributes() {
        ['HostConfig.CapAdd': Value.texts(['SYS_TIME', 'NET_ADMIN']), 'HostConfig.Init': Value.flag(true),
         'HostConfig.Ulimits.nofile.Soft': Value.whole(1024), 'HostConfig.Ulimits.nofile.Hard': Value.whole(2048),
         'HostConfig.Dns': Value.texts(['10.0.0.1']), 'HostConfig.ExtraHosts': Value.texts(['db:10.0.0.2']),
         'HostConfig.ShmSize': Value.whole(32L << 20), 'HostConfig.Tmpfs[/scratch]': Value.text('size=1m'),
         'HostConfig.ReadonlyRootfs': Value.flag(true), 'StopTimeout': Value.whole(2),
         'HostConfig.LogConfig.Type': Value.text('json-file'), 'HostConfig.CpuShares': Value.whole(512)]
            .findAll { path, value -> chance(3) }
            .with { found -> found.keySet().any { it.contains('Ulimits') } ? found + ulimits() : found }
    }

    private static Map<String, Value> ulimits() {
        ['HostConfig.Ulimits.nofile.Soft': Value.whole(1024), 'HostConfig.Ulimits.nofile.Hard': Value.whole(2048)]
    }

    private void maybe(Map said, String word, int oneIn, Closure value) {
        if (chance(oneIn)) {
            said[word] = value.call()
        }
    }

    private boolean chance(int oneIn) {
        random.nextInt(oneIn) == 0
    }

    private <T> T pick(List<T> from) {
        from[random.nextInt(from.size())]
    }
}
