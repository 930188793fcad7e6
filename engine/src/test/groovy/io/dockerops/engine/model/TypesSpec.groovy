package io.dockerops.engine.model

import static io.dockerops.engine.plan.Declared.settings

import io.dockerops.engine.model.Typing.Said
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification

class TypesSpec extends Specification {

    static final List<InstanceType> OWN = [
        InstanceType.like('staging', new Switches(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty()))
    ]

    def "an instance named #name is #linked linked, keeps #data, #opt, #log, and runs #command"() {
        given:
        def instance = instances(service([(name): Settings.EMPTY], Typing.NONE))[0]

        expect:
        instance.settings().links().isEmpty() == (linked == 'not')
        environment(instance).subMap(['PERSISTENT_DATA', 'PERSISTENT_OPT', 'PERSISTENT_LOG']).values()*.toString() == [data, opt, log]
        instance.settings().process().command().orElse(['its own']) == command
        environment(instance).SAFEMODE == safemode
        instance.settings().mounts()*.toString().any { it.contains('/persistent') } == [data, opt, log].contains('True')

        where:
        name         || linked | data    | opt     | log     | command     | safemode
        'published'  || ''     | 'False' | 'False' | 'False' | ['its own'] | 'False'
        'persistent' || ''     | 'True'  | 'False' | 'True'  | ['its own'] | 'False'
        'master'     || ''     | 'True'  | 'False' | 'True'  | ['its own'] | 'False'
        'debug'      || 'not'  | 'False' | 'False' | 'False' | ['bash']    | 'True'
        'standard'   || ''     | 'False' | 'False' | 'False' | ['its own'] | 'False'
        'staging'    || ''     | 'False' | 'True'  | 'False' | ['its own'] | 'False'
    }

    def "an instance named #name publishes what its image exposes: #publishes"() {
        expect:
        instances(service([(name): Settings.EMPTY], Typing.NONE))[0].settings().networking().publishesOfImage() == publishes

        where:
        name         || publishes
        'published'  || true
        'master'     || true
        'persistent' || false
        'debug'      || false
        'standard'   || false
    }

    def "what is said of the ports of an image goes over the type: #said"() {
        expect:
        instances(service([master: settings(said)], Typing.NONE))[0].settings().networking().ofImage() == published

        where:
        said                          || published
        [publishExposed: false]       || Optional.of(new Port.OfImage(false, Optional.empty()))
        [publishExposed: '127.0.0.1'] || Optional.of(new Port.OfImage(true, Optional.of('127.0.0.1')))
        [mode: new NetworkMode.OfHost()] || Optional.empty()
    }

    def "an instance with another name has no type unless something is said of it"() {
        expect:
        instances(service([one: Settings.EMPTY], Typing.NONE))[0].settings().environment().isEmpty()
    }

    def "what is said of the type of #what holds"() {
        expect:
        environment(instances(service([one: Settings.EMPTY, two: Settings.EMPTY], typing))[0]).INSTANCE_TYPE == type

        where:
        what                              | typing                                                               || type
        'an instance'                     | new Typing(Said.NOTHING, [one: said('master')])                      || 'master'
        'a service'                       | new Typing(said('published'), [:])                                   || 'published'
        'an instance, over its service'   | new Typing(said('published'), [one: said('debug')])                  || 'debug'
        'a switch alone'                  | new Typing(new Said(Optional.empty(), keepingOpt()), [:])            || 'standard'
    }

    def "the name of an instance goes over the type that is said of all, and what the instance says over both"() {
        given:
        def typing = new Typing(said('published'), [persistent: said('standard')])
        def named = [master: Settings.EMPTY, persistent: Settings.EMPTY, one: Settings.EMPTY]

        expect:
        instances(service(named, typing)).collect { environment(it).INSTANCE_TYPE } == ['master', 'standard', 'published']
    }

    def "a switch that is said goes over the type"() {
        given:
        def said = new Said(Optional.of('published'), keepingOpt())

        expect:
        environment(instances(service([one: Settings.EMPTY], new Typing(Said.NOTHING, [one: said])))[0]).PERSISTENT_OPT == 'True'
    }

    def "an instance sees what it is"() {
        expect:
        environment(instances(service([master: Settings.EMPTY], Typing.NONE))[0]).subMap(['SERVICE', 'INSTANCE', 'INSTANCE_TYPE']) ==
            [SERVICE: 'web', INSTANCE: 'master', INSTANCE_TYPE: 'master']
    }

    def "an instance sees on which host it runs"() {
        expect:
        instances(service([master: Settings.EMPTY], Typing.NONE))[0].settings().environment().HOST_HOSTNAME instanceof EnvValue.NameOfHost
    }

    def "the ports of its image are published when the type of an instance says so, and it does not say otherwise"() {
        expect:
        instances(service([(name): own], Typing.NONE))[0].settings().networking().publishesOfImage() == published

        where:
        name        | own                       || published
        'published' | Settings.EMPTY            || true
        'standard'  | Settings.EMPTY            || false
        'published' | notPublishing()           || false
    }

    private static Settings notPublishing() {
        def networking = new Networking(Optional.empty(), [], [], [], Optional.of(new Port.OfImage(false, Optional.empty())),
            Optional.empty())
        def empty = Settings.EMPTY
        new Settings(empty.hosts(), empty.image(), empty.process(), empty.environment(), empty.mounts(), empty.links(), networking,
            empty.limits(), empty.health(), empty.lifecycle(), empty.labels(), empty.attributes(), empty.options())
    }

    def "variables that #who sets stay"() {
        given:
        def own = who == 'the instance' ? settings(env: [SAFEMODE: 'own']) : Settings.EMPTY
        def shared = who == 'the service' ? settings(env: [SAFEMODE: 'own']) : Settings.EMPTY
        def declared = new ServiceDeclaration(new ServiceId('web'), false, [], shared, [debug: own], Typing.NONE)

        expect:
        environment(instances(declared)[0]).SAFEMODE == 'own'

        where:
        who << ['the instance', 'the service']
    }

    def "what outlives a container is in a folder of its own per instance"() {
        expect:
        instances(service([master: Settings.EMPTY, persistent: Settings.EMPTY], Typing.NONE))*.settings()*.mounts().flatten() == [
            new Mount.OfHost('/srv/data_shop/web_master', '/persistent', false),
            new Mount.OfHost('/srv/data_shop/web_persistent', '/persistent', false)
        ]
    }

    def "links of a service stay with the instances that are linked, and only with them"() {
        given:
        def found = instances(service([one: Settings.EMPTY, debug: Settings.EMPTY], Typing.NONE))

        expect:
        found.collectEntries { [it.id().instance().get(), it.settings().links()*.target()*.toString()] } == [one: ['db'], debug: []]
    }

    def "a service with one instance without a name has the type that is said of the service"() {
        given:
        def instance = instances(service([:], new Typing(said('debug'), [:])))[0]

        expect:
        instance.settings().links().isEmpty()
        environment(instance).subMap(['SERVICE', 'INSTANCE', 'INSTANCE_TYPE']) == [SERVICE: 'web', INSTANCE_TYPE: 'debug']
    }

    def "a type that does not exist is a problem of its line, with what was probably meant"() {
        given:
        def id = InstanceId.named(new ServiceId('web'), 'one')
        def origins = new Origins([:], [(new Origins.Mention(id, 'type', 'mastr')): SourceRef.line(Path.of('project.groovy'), 7)])

        when:
        def problems = Inheritance.resolve([service([one: Settings.EMPTY], new Typing(Said.NOTHING, [one: said('mastr')]))],
            Types.of('shop', '/srv', []), origins).problems()

        then:
        problems*.summary() == ['there is no type `mastr`']
        problems*.hints() == [['did you mean `master`?']]
        problems[0].place().get().line() == 7
    }

    def "types are inherited, and an heir's go over them"() {
        given:
        def base = new ServiceDeclaration(new ServiceId('base'), true, [], Settings.EMPTY, [:], new Typing(said('master'), [:]))
        def heir = { String name, Typing own ->
            new ServiceDeclaration(new ServiceId(name), false, [new ServiceId('base')], Settings.EMPTY, [:], own)
        }

        expect:
        Inheritance.resolve([base, heir('web', Typing.NONE), heir('app', new Typing(said('published'), [:]))],
            Types.of('shop', '/srv', []), Origins.NONE).services().collect { environment(it.instances()[0]).INSTANCE_TYPE } ==
            ['master', 'published']
    }

    private static ServiceDeclaration service(Map<String, Settings> instances, Typing typing) {
        new ServiceDeclaration(new ServiceId('web'), false, [], settings(links: ['db']), instances, typing)
    }

    private static List<Instance> instances(ServiceDeclaration declared) {
        Inheritance.resolve([declared], Types.of('shop', '/srv', OWN), Origins.NONE).services()[0].instances()
    }

    private static Map<String, String> environment(Instance instance) {
        instance.settings().environment().findAll { it.value instanceof EnvValue.Literal }.collectEntries { name, value -> [name, value.text()] }
    }

    private static Said said(String type) {
        new Said(Optional.of(type), Switches.NONE)
    }

    private static Switches keepingOpt() {
        OWN[0].switches().with { Switches all ->
            new Switches(Optional.empty(), Optional.empty(), Optional.empty(), all.opt(), Optional.empty(), Optional.empty(), Optional.empty())
        }
    }
}
