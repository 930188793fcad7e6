package io.dockerops.dsl

import io.dockerops.engine.model.ContainerProcess
import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Group
import io.dockerops.engine.model.GroupId
import io.dockerops.engine.model.HealthCheck
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Lifecycle
import io.dockerops.engine.model.Limits
import io.dockerops.engine.model.Link
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Mount.Role
import io.dockerops.engine.model.Networking
import io.dockerops.engine.model.Port
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Selector
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Settings
import io.dockerops.engine.model.Size
import io.dockerops.engine.model.Volume
import io.dockerops.engine.model.VolumeId
import java.time.Duration

/**
 * The page that shows the language in the design, without bundles, updates and types of instances, which are words of
 * their own. `web` runs on this machine: on a host of its own it could not use `app`'s socket.
 */
class DesignPageSpec extends LanguageSpecification {

    static final String PAGE = '''
        project 'shop'
        repository 'registry.example.com'                 // prefix of image names that have no '/'
        hostRoot '/var/lib/shop'                          // base of relative host paths

        def edge = host 'edge', at: 'ssh://deploy@edge.example.org'

        def pgdata = volume 'pgdata', at: '/var/lib/postgresql/data'               // a named volume
        def conf   = volume 'web_config', at: '/etc/nginx', host: 'config/nginx'   // a host path
        def data   = volume('app_data') {                                          // a host path per instance
            at '/var/lib/app/data'
            host one: 'data/app1', two: 'data/app2'
        }
        def socket = volume 'app_socket', at: '/var/lib/app/socket'

        def db = service('postgres') {
            image 'postgres:17'
            mount pgdata
            env   POSTGRES_USER: 'shop', POSTGRES_PASSWORD: secret('db.password')
            healthy { command 'pg_isready -U shop'; every 2.seconds; within 30.seconds }
            instance 'master'
        }

        def app = service('app') {
            build 'services/app'                           // a folder with a Dockerfile
            mount data
            attach socket                                  // shared with whoever uses it; owned as set below
            user 2000
            permissions 'u=rwX,g=rX,o='
            link db, as: 'DB'                              // network alias, order, DB_SERVICE_IP
            limits { memory 512.mb; cpus 0.5 }
            exec 'app-migrate', user: 'app', once: true
            instances 'one', 'two'
        }

        service('web') {
            image 'nginx'
            mount conf, readOnly: true
            use socket
            link app
            publish 80, 443
            instance 'debug'
        }

        service('ops') { image 'milborne'; command 'start', 'ops'; on edge }

        group 'frontend', 'web', 'app'
        include 'lib/monitoring.groovy'
    '''

    def "the page builds the project that it describes"() {
        given:
        write('services/app/Dockerfile', 'FROM scratch')
        write('lib/monitoring.groovy', "service 'exporter', image: '/prom/node-exporter'")

        when:
        def loaded = load(PAGE)

        then:
        loaded.warnings() == []
        untyped(loaded.project()) == new Project('shop', Optional.of('registry.example.com'), Optional.empty(),
            Optional.of('/var/lib/shop'), [edge()], [], volumes(), [postgres(), app(), web(), ops(), exporter()],
            [new Group(new GroupId('frontend'), [Selector.parse('web'), Selector.parse('app')])], Optional.empty())

        and: 'the names of types are types'
        loaded.project().instances().collectEntries { [it.id().label(), it.settings().environment().INSTANCE_TYPE?.text()] }
            .findAll { it.value } == ['postgres.master': 'master', 'web.debug': 'debug']
        loaded.project().instances().findAll { it.settings().networking().publishesOfImage() }*.id()*.label() == ['postgres.master']
    }

    /** Without what types add to instances, of which the page says nothing itself. */
    private static Project untyped(Project project) {
        project.withServices(project.services().collect { service ->
            new Service(service.id(), service.settings(), service.overrides().collectEntries { [it.key, Settings.EMPTY] })
        })
    }

    private static Host edge() {
        new Host(new HostId('edge'), new HostAddress.Ssh(Optional.of('deploy'), 'edge.example.org', Optional.empty()))
    }

    private static List<Volume> volumes() {
        [volume('pgdata', '/var/lib/postgresql/data', Volume.Named.LOCAL),
         volume('web_config', '/etc/nginx', new Volume.HostPath(Optional.of('config/nginx'), new TreeMap())),
         volume('app_data', '/var/lib/app/data',
             new Volume.HostPath(Optional.empty(), new TreeMap(one: 'data/app1', two: 'data/app2'))),
         volume('app_socket', '/var/lib/app/socket', Volume.Named.LOCAL)]
    }

    private static Volume volume(String name, String path, Volume.Storage storage) {
        new Volume(new VolumeId(name), path, storage, Optional.empty(), Optional.empty())
    }

    private static Service postgres() {
        service('postgres', ['master'],
            image: new Image.Named('postgres:17'),
            environment: [POSTGRES_USER: new EnvValue.Literal('shop'),
                          POSTGRES_PASSWORD: new EnvValue.Secret(new SecretId('db.password'))],
            mounts: [mount('pgdata', false, Role.MOUNTED)],
            health: new HealthCheck(['CMD-SHELL', 'pg_isready -U shop'], Optional.of(Duration.ofSeconds(2)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(30))))
    }

    private Service app() {
        def none = Optional.empty()
        service('app', ['one', 'two'],
            image: new Image.Build(folder.resolve('services/app'), 'Dockerfile', new TreeMap(), none),
            process: new ContainerProcess(none, none, none, Optional.of('2000'), none),
            mounts: [mount('app_data', false, Role.MOUNTED), mount('app_socket', false, Role.ATTACHED)],
            links: [new Link(Selector.parse('postgres'), Optional.of('DB'))],
            limits: new Limits(Optional.of(new Size(512L * 1024 * 1024)), none, none, Optional.of(500_000_000L), none, none, none),
            lifecycle: new Lifecycle(none, none, none, none, none, none, [new ExecCommand(['app-migrate'], Optional.of('app'), true)],
                Optional.of('u=rwX,g=rX,o=')))
    }

    private static Service web() {
        service('web', ['debug'],
            image: new Image.Named('nginx'),
            mounts: [mount('web_config', true, Role.MOUNTED), mount('app_socket', false, Role.USED)],
            networking: new Networking(Optional.empty(), [], [80, 443].collect {
                new Port.Published(new Port(it, Port.Protocol.TCP), Optional.of(it), Optional.empty()) }, []))
    }

    private static Service ops() {
        def none = Optional.empty()
        service('ops', [], host: new HostId('edge'), image: new Image.Named('milborne'),
            process: new ContainerProcess(Optional.of(['start', 'ops']), none, none, none, none))
    }

    private static Service exporter() {
        service('exporter', [], image: new Image.Named('/prom/node-exporter'))
    }

    private static Mount mount(String volume, boolean readOnly, Role role) {
        new Mount.OfVolume(new VolumeId(volume), Optional.empty(), readOnly, role)
    }

    private static Service service(Map said, String name, List<String> instances) {
        def empty = Settings.EMPTY
        def settings = new Settings(said.host ? [said.host] : [], Optional.ofNullable(said.image),
            said.process ?: empty.process(), new TreeMap(said.environment ?: [:]), said.mounts ?: [], said.links ?: [],
            said.networking ?: empty.networking(), said.limits ?: empty.limits(), Optional.ofNullable(said.health),
            said.lifecycle ?: empty.lifecycle(), new TreeMap(), new TreeMap(), new TreeMap())
        new Service(new ServiceId(name), settings, instances.collectEntries { [it, Settings.EMPTY] })
    }
}
