package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.from
import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.Group
import io.dockerops.engine.model.GroupId
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.ProjectValidator
import io.dockerops.engine.model.Selector
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.Volume
import io.dockerops.engine.model.VolumeId
import spock.lang.Specification

class SeveralHostsSpec extends Specification {

    static final List<Host> HOSTS = ['a', 'b'].collect { new Host(new HostId(it), new HostAddress.Unix(java.nio.file.Path.of("/run/$it"))) }

    def "a service on several hosts has an instance on each, named after the host"() {
        expect:
        on(service('app', on: ['a', 'b'])).instances().collect { [it.id().label(), it.host().name()] } ==
            [['app.a', 'a'], ['app.b', 'b']]
    }

    def "a named instance on several hosts has the host's name behind its own"() {
        expect:
        on(service('app', on: ['a', 'b'], instances: [one: [:], two: [on: ['b']]])).instances()*.id()*.label() ==
            ['app.one-a', 'app.one-b', 'app.two']
    }

    def "what depends on it waits for the one on its own host"() {
        given:
        def shop = on(service('db', image: '/db', on: ['a', 'b']), service('web', image: '/web', on: ['a', 'b'], links: ['db']))

        when:
        def lines = PlanText.of(new World().run(shop), false).readLines()

        then:
        lines.findAll { it.contains('StartContainer') }*.replaceAll(/^\[.*?\] -> #\d+ /, '') ==
            ['a instance:db.a StartContainer, missing', 'b instance:db.b StartContainer, missing',
             'a instance:web.a StartContainer, missing', 'b instance:web.b StartContainer, missing']
        after(lines, 'instance:web.a StartContainer') == ['web.a CreateContainer', 'db.a StartContainer'].toSorted()
        after(lines, 'instance:web.b StartContainer') == ['web.b CreateContainer', 'db.b StartContainer'].toSorted()
    }

    def "a declared instance is found on each host by the same name"() {
        given:
        def shop = on(service('app', image: '/app', on: ['a', 'b'], instances: [one: [:]]))

        expect:
        new World().run(shop).graph().actions()*.action().findAll { it instanceof Action.CreateContainer }
            .collect { it.specification().get(io.dockerops.engine.model.FieldPath.of('Networks', 'shop.default', 'Aliases')).get().toString() } ==
            ['["app", "app-one-a", "app-one"]', '["app", "app-one-b", "app-one"]']
    }

    def "all volumes of a service are those of its instance on the same host"() {
        given:
        def shop = on(service('data', image: '/data', on: ['a', 'b'], mounts: [new Mount.Shared('/srv')]),
            service('web', image: '/web', on: ['b'], mounts: [from('data')]))

        expect:
        ProjectValidator.check(shop, Origins.NONE) == []
        new World().run(shop).graph().actions()*.action()
            .find { it instanceof Action.CreateContainer && it.name() == 'shop.web' }
            .specification().fields().find { it.key.toString() == 'HostConfig.VolumesFrom' }.value.toString() == '["shop.data.b"]'
    }

    def "host paths may be given for the declared instance or for the one on a host"() {
        given:
        def paths = new Volume(new VolumeId('conf'), '/conf',
            new Volume.HostPath(Optional.empty(), new TreeMap(one: '/one', 'one-b': '/special')), Optional.empty(), Optional.empty())
        def shop = on(service('app', image: '/app', on: ['a', 'b'], mounts: [mount('conf')], instances: [one: [:]]), volumes: [paths])

        expect:
        ProjectValidator.check(shop, Origins.NONE) == []
        new World().run(shop).graph().actions()*.action().findAll { it instanceof Action.CreateContainer }
            .collect { it.specification().text('HostConfig', 'Binds', '/conf').get() } == ['/one:rw', '/special:rw']
    }

    def "targets name a declared instance on all of its hosts, or on one"() {
        given:
        def shop = on(service('app', on: ['a', 'b'], instances: [one: [:], two: [:]]))

        expect:
        Targets.resolve(shop, [text])*.label() == found

        where:
        text        || found
        'app'       || ['app.one-a', 'app.one-b', 'app.two-a', 'app.two-b']
        'app.one'   || ['app.one-a', 'app.one-b']
        'app.one-b' || ['app.one-b']
        'app.*-b'   || ['app.one-b', 'app.two-b']
    }

    def "a group has the members of the groups in it"() {
        given:
        def shop = project(service('a', image: 'a'), service('b', image: 'b'), service('c', image: 'c'), groups: [
            group('all', ['c'], ['front']), group('front', ['b'], ['inner']), group('inner', ['a'], [])])

        expect:
        ProjectValidator.check(shop, Origins.NONE) == []
        Targets.resolve(shop, ['all'])*.label() == ['a', 'b', 'c']
        Targets.resolve(shop, ['front'])*.label() == ['a', 'b']
    }

    def "two instances that would get one name are a problem"() {
        given:
        def shop = on(service('app', image: 'app', on: ['a', 'b'], instances: [one: [:], 'one-a': [on: ['a']]]))

        expect:
        ProjectValidator.check(shop, Origins.NONE)*.summary() ==
            ['two instances would be called `app.one-a`: `one` and `one-a` of `app`']
    }

    private static Project on(Map parts = [:], Service... services) {
        project([hosts: HOSTS] + parts, services)
    }

    private static Group group(String name, List<String> members, List<String> groups) {
        new Group(new GroupId(name), members.collect { Selector.parse(it) }, groups.collect { new GroupId(it) })
    }

    /** What the action named by a part of its line waits for. */
    private static List<String> after(List<String> lines, String part) {
        def line = lines.find { it.contains(part) }
        def numbers = (line =~ /^\[(.*?)\]/)[0][1].split(', ') as List
        numbers.collect { number -> lines.find { it.contains("#$number ") } }*.replaceAll(/.*instance:(\S+ \w+).*/, '$1').toSorted()
    }
}
