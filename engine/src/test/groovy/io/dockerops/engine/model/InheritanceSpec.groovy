package io.dockerops.engine.model

import static io.dockerops.engine.plan.Declared.settings

import io.dockerops.engine.problem.Severity
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification

class InheritanceSpec extends Specification {

    static final Path FILE = Path.of('project.groovy')

    def "an abstract service is no service of the project"() {
        expect:
        services(abstractly('base', image: 'a'), heir('web', ['base']))*.id()*.name() == ['web']
    }

    def "being abstract is not inherited"() {
        given:
        def middle = new ServiceDeclaration(new ServiceId('middle'), false, [new ServiceId('base')], Settings.EMPTY, [:])

        expect:
        services(abstractly('base', image: 'a'), middle)*.id()*.name() == ['middle']
    }

    def "of single values the last one said holds: own over the last parent's over the first one's"() {
        when:
        def web = services(
            abstractly('first', image: 'first', user: 'first', permissions: '0700'),
            abstractly('second', image: 'second', user: 'second'),
            heir('web', ['first', 'second'], image: 'own'))[0].settings()

        then:
        web.image().get() == new Image.Named('own')
        web.process().user().get() == 'second'
        web.lifecycle().permissions().get() == '0700'
    }

    def "a value that says false replaces one that says true"() {
        expect:
        !services(abstractly('base', oneShot: true), heir('web', ['base'], oneShot: false))[0].instances()[0].oneShot()
    }

    def "#what: #base and then #own give #merged"() {
        given:
        def web = services(abstractly('base', base), heir('web', ['base'], own))[0].settings()

        expect:
        read(web) == merged

        where:
        what                                     | base                                    | own                                    | read                                                             || merged
        'variables are merged by name'           | [env: [A: '1', B: '1']]                 | [env: [B: '2', C: '2']]                | { it.environment().collect { k, v -> k + v.text() } }            || ['A1', 'B2', 'C2']
        'labels are merged by name'              | [labels: [a: '1', b: '1']]              | [labels: [b: '2']]                     | { it.labels().collect { k, v -> k + v } }                        || ['a1', 'b2']
        'options are merged by field'            | [options: ['A.x': 1, 'A.y': 1]]         | [options: ['A.y': 2]]                  | { it.options().collect { k, v -> "$k=$v".toString() } }          || ['A.x=1', 'A.y=2']
        'links are united'                       | [links: ['db', 'cache']]                | [links: ['cache', 'mail']]             | { it.links()*.target()*.toString() }                             || ['db', 'cache', 'mail']
        'networks replace the same in place'     | [networks: ['a', 'b']]                  | [networks: ['c', 'a']]                 | { it.networking().endpoints()*.network()*.name() }               || ['a', 'b', 'c']
        'published ports replace the same'       | [publish: [80: 8080, 443: 8443]]        | [publish: [80: 9090]]                  | { it.networking().published()*.hostPort()*.get().toSorted() }    || [8443, 9090]
        'shares are united'                      | [mounts: [new Mount.Shared('/a')]]      | [mounts: [new Mount.Shared('/b'), new Mount.Shared('/a')]] | { it.mounts()*.key() }                       || ['/a', '/b']
        'host paths replace at the same path'    | [mounts: [new Mount.OfHost('/x', '/a', false)]] | [mounts: [new Mount.OfHost('/y', '/a', true)]] | { it.mounts()*.source() }                       || ['/y']
        'commands are united'                    | [exec: [[command: ['a']], [command: ['b']]]] | [exec: [[command: ['b']], [command: ['c']]]] | { it.lifecycle().exec()*.command()*.get(0) }        || ['a', 'b', 'c']
        'hosts are united'                       | [on: ['x']]                             | [on: ['y', 'x']]                       | { it.hosts()*.name() }                                           || ['x', 'y']
        'an empty list takes nothing away'       | [links: ['db']]                         | [links: []]                            | { it.links()*.target()*.toString() }                             || ['db']
    }

    def "instances are united, and what they say of their own is merged"() {
        given:
        def base = new ServiceDeclaration(new ServiceId('base'), true, [], Settings.EMPTY,
            [one: settings(env: [A: 'base', B: 'base']), two: Settings.EMPTY])
        def web = new ServiceDeclaration(new ServiceId('web'), false, [new ServiceId('base')], Settings.EMPTY,
            [three: Settings.EMPTY, one: settings(env: [B: 'own'])])

        when:
        def service = services(base, web)[0]

        then:
        service.overrides().keySet().toList() == ['one', 'two', 'three']
        service.overrides().one.environment()*.value*.text() == ['base', 'own']
    }

    def "grandparents come before parents"() {
        expect:
        services(abstractly('old', image: 'old', user: 'old'), abstractlyFrom('middle', ['old'], image: 'middle'),
            heir('web', ['middle']))[0].settings().with { [image().get().name(), process().user().get()] } == ['middle', 'old']
    }

    def "a parent may be declared behind its heir, and may run itself"() {
        expect:
        services(heir('web', ['app']), heir('app', [], image: 'app'))*.settings()*.image()*.get()*.name() == ['app', 'app']
    }

    def "without an image the heir has the image of its own name"() {
        given:
        def project = io.dockerops.engine.plan.Declared.project(*services(abstractly('base', user: 'x'), heir('web', ['base'])))

        expect:
        project.imageOf(project.instances()[0]).toString() == 'web:latest'
    }

    def "a parent that nobody declared is named with its line and what it could be"() {
        given:
        def origins = new Origins([:], [(new Origins.Mention(new ServiceId('web'), 'inherits', 'bsae')): line(4)])

        when:
        def problems = Inheritance.resolve([abstractly('base', [:]), heir('x', ['base']), heir('web', ['bsae'])], origins).problems()

        then:
        problems*.summary() == ['there is no service `bsae` that `web` could inherit']
        problems[0].hints() == ['did you mean `base`?']
        problems[0].place().get() == line(4)
    }

    def "services that inherit each other are drawn as a circle"() {
        expect:
        Inheritance.resolve([heir('a', ['b']), heir('b', ['c']), heir('c', ['a'])], Origins.NONE).problems()*.summary() ==
            ['services inherit each other in a circle: a -> b -> c -> a']
        Inheritance.resolve([heir('a', ['a'])], Origins.NONE).problems()*.summary() == ['`a` inherits itself']
    }

    def "what a parent says has the parent's line in its heirs"() {
        given:
        def base = new ServiceId('base')
        def origins = new Origins([(new ServiceId('web')): line(9)],
            [(new Origins.Mention(base, 'link', 'nope')): line(3),
             (new Origins.Mention(InstanceId.named(base, 'one'), 'env', 'A')): line(4)])

        when:
        def resolved = Inheritance.resolve([abstractly('base', links: ['nope']), heir('middle', ['base']), heir('web', ['middle'])], origins)

        then:
        resolved.origins().of(new ServiceId('web'), 'link', 'nope').get() == line(3)
        resolved.origins().of(InstanceId.named(new ServiceId('web'), 'one'), 'env', 'A').get() == line(4)
        resolved.origins().of(new ServiceId('web'), 'user', '').get() == line(9)
    }

    def "an abstract service without heirs is worth a warning"() {
        given:
        def origins = new Origins([(new ServiceId('base')): line(2)], [:])

        expect:
        Inheritance.resolve([abstractly('base', [:]), heir('web', [])], origins).problems()
            .collect { [it.severity(), it.summary()] } == [[Severity.WARNING, '`base` is abstract, and nothing inherits it']]
    }

    private static List<Service> services(ServiceDeclaration... declarations) {
        def resolved = Inheritance.resolve(declarations.toList(), Origins.NONE)
        assert resolved.problems() == []
        resolved.services()
    }

    private static ServiceDeclaration abstractly(Map said, String name) {
        abstractlyFrom(said, name, [])
    }

    private static ServiceDeclaration abstractly(String name, Map said) {
        abstractlyFrom(said, name, [])
    }

    private static ServiceDeclaration abstractlyFrom(Map said, String name, List<String> parents) {
        new ServiceDeclaration(new ServiceId(name), true, parents.collect { new ServiceId(it) }, settings(said), [:])
    }

    private static ServiceDeclaration heir(Map said = [:], String name, List<String> parents) {
        new ServiceDeclaration(new ServiceId(name), false, parents.collect { new ServiceId(it) }, settings(said), [:])
    }

    private static ServiceDeclaration heir(String name, List<String> parents, Map said) {
        heir(said, name, parents)
    }

    private static SourceRef line(int number) {
        SourceRef.line(FILE, number)
    }
}
