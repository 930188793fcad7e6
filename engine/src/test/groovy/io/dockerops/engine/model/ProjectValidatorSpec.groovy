package io.dockerops.engine.model

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Timeout

class ProjectValidatorSpec extends Specification {

    private static final Path FILE = Path.of('/shop/project.groovy')

    def "nothing is wrong with a project that fits together"() {
        given:
        def shop = project(
            volumes: [named('socket', '/run/app'), named('data', '/data')],
            networks: [Network.plain(new NetworkId('back'))],
            groups: [new Group(new GroupId('all'), [Selector.parse('web'), Selector.parse('app.one')])],
            service('db', mounts: [mount('data')], networks: ['back']),
            service('app', mounts: [mount('socket', Mount.Role.ATTACHED)], links: ['db'], networks: ['back', 'default'],
                instances: [one: [:], two: [publish: [80: 8081]]]),
            service('web', mounts: [mount('socket', Mount.Role.USED)], links: ['app'], publish: [80: 80]))

        expect:
        check(shop) == []
    }

    def "all mistakes come together"() {
        given:
        def shop = project(
            groups: [new Group(new GroupId('all'), [Selector.parse('nobody')])],
            service('a', links: ['b'], mounts: [mount('x')], networks: ['y'], on: 'z'),
            service('B', oneShot: true, restart: RestartPolicy.Condition.ALWAYS))

        expect:
        check(shop)*.summary() == [
            'there is no host `z`',
            'there is no volume `x`',
            'there is no service `b`',
            'there is no network `y`',
            'there is no service `nobody`',
            'service `B` says no image, and its name cannot be one',
            '`B` is to end, as `oneShot` says, and to be started again whenever it ends',
        ]
    }

    def "a mistake is said at the place of the word, else at that of the element"() {
        given:
        def shop = project([:], service('web', links: ['db', 'cache'], image: 'nginx'))
        def web = new ServiceId('web')
        def origins = new Origins([(web): line(3)], [(new Origins.Mention(web, 'link', 'cache')): line(5)])

        expect:
        ProjectValidator.check(shop, origins)*.place()*.get()*.line() == [3, 5]
    }

    def "a mistake of a service is said once and not for each instance"() {
        given:
        def shop = project([:], service('app', image: 'app', links: ['db'], oneShot: true,
            restart: RestartPolicy.Condition.ALWAYS, publish: [80: 80], instances: [a: [user: '1'], b: [user: '2'], c: [:]]))
        def origins = new Origins([(new ServiceId('app')): line(3)],
            ['link', 'restart', 'publish'].withIndex().collectEntries { word, i ->
                [new Origins.Mention(new ServiceId('app'), word, [link: 'db', restart: '', publish: '80/tcp'][word]), line(i + 4)] })

        expect:
        ProjectValidator.check(shop, origins)*.place()*.get()*.line().sort() == [4, 5, 6]
    }

    def "what an instance overrides is checked with what it has from its service"() {
        given:
        def shop = project([:], service('job', image: 'job', oneShot: true,
            instances: [a: [:], b: [restart: RestartPolicy.Condition.ALWAYS]]))

        expect:
        check(shop)*.summary() == ['`job.b` is to end, as `oneShot` says, and to be started again whenever it ends']
    }

    def "instances of one service may wait for each other when there is no circle"() {
        expect:
        check(project([:], service('app', image: 'app', instances: [one: [:], two: [links: ['app.one']]]))) == []
    }

    def "a circle is said once, with its shortest path: #path"() {
        expect:
        check(project([:], *services))*.summary() == [path]

        where:
        path                                                                | services
        '`a` waits for itself'                                              | [linked('a', 'a')]
        'services wait for each other in a circle: a -> b -> a'             | [linked('a', 'c', 'b'), linked('b', 'a'), linked('c', 'b')]
        'services wait for each other in a circle: b -> c -> b'             | [linked('a', 'b'), linked('b', 'c'), linked('c', 'b')]
        'services wait for each other in a circle: a.x -> a.y -> a.x'       | [service('a', image: 'a', instances: [x: [links: ['a.y']], y: [links: ['a.x']]])]
        'services wait for each other in a circle: a -> b -> a'             | [service('a', image: 'a', links: ['b'], instances: [x: [:], y: [:]]), service('b', image: 'b', links: ['a'], instances: [x: [:], y: [:]])]
    }

    def "a chain that is longer than a stack is deep has no circle"() {
        expect:
        check(project([:], (0..<20_000).collect { linked("s$it", *(it == 0 ? [] : ["s${it - 1}"])) } as Service[])) == []
    }

    def "two names that become one host name clash only where they meet"() {
        given:
        def back = Network.plain(new NetworkId('back'))

        expect:
        check(project(networks: [back], service('a-b', image: 'x', networks: first), service('a', image: 'x', networks: second,
            instances: [b: [:]])))*.summary() == problems

        where:
        first     | second    | problems
        []        | []        | ['`a-b` and `a.b` would both be called `a-b` in the network `default`']
        ['back']  | ['back']  | ['`a-b` and `a.b` would both be called `a-b` in the network `back`']
        ['back']  | []        | []
    }

    def "the host's port #first and #second #clash"() {
        given:
        def at = { String address, int port, Port.Protocol protocol -> new Networking(Optional.empty(), [], [new Port.Published(
            new Port(80, protocol), port == 0 ? Optional.empty() : Optional.of(port), Optional.ofNullable(address))], []) }
        def tcp = Port.Protocol.TCP

        expect:
        check(project([:], publishing('a', at(*first, tcp)), publishing('b', at(*second, clash == 'differ by protocol' ? Port.Protocol.UDP : tcp))))
            .empty == !clash.startsWith('clash')

        where:
        first               | second              | clash
        [null, 80]          | [null, 80]          | 'clash'
        [null, 80]          | ['127.0.0.1', 80]   | 'clash, since one has all addresses'
        ['127.0.0.1', 80]   | ['0.0.0.0', 80]     | 'clash, since the other has all addresses'
        ['127.0.0.1', 80]   | ['127.0.0.2', 80]   | 'are at different addresses'
        [null, 80]          | [null, 81]          | 'are different'
        [null, 0]           | [null, 0]           | 'are chosen by the engine'
        [null, 80]          | [null, 80]          | 'differ by protocol'
    }

    @Timeout(180)
    def "100,000 instances that all link to each other's services are checked"() {
        given:
        def instances = (1..50_000).collectEntries { ["i$it".toString(), it % 2 ? [:] : [publish: [80: 10_000 + it]]] }
        def shop = project(
            service('a', image: 'a', on: 'x', instances: instances.collectEntries { k, v -> [k, v.publish && v.publish[80] > 60_000 ? [:] : v] }),
            service('b', image: 'b', on: 'x', links: ['a'], instances: instances.collectEntries { k, v -> [k, [:]] }),
            hosts: [new Host(new HostId('x'), new HostAddress.Local())])

        expect:
        check(shop) == []
    }

    private static Service linked(String name, String... targets) {
        service(name, image: 'x', links: targets.toList())
    }

    private static Service publishing(String name, Networking networking) {
        def empty = Settings.EMPTY
        new Service(new ServiceId(name), new Settings(empty.hosts(), empty.image(), empty.process(), empty.environment(),
            empty.mounts(), empty.links(), networking, empty.limits(), empty.health(), empty.lifecycle(), empty.labels(),
            empty.attributes(), empty.options()), [:])
    }

    private static SourceRef line(int number) {
        SourceRef.line(FILE, number)
    }

    private static List<Problem> check(Project project) {
        ProjectValidator.check(project, Origins.NONE)
    }
}
