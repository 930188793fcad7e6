package io.dockerops.dsl

import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path

/** What container maps mean, how they are converted and how scripts change them. */
class ContainerMapsSpec extends LanguageSpecification {

    static final Path MAPS = Path.of('src/test/resources/maps').toAbsolutePath()
    static final Path WRONG = Path.of('src/test/resources/wrong-maps').toAbsolutePath()
    static final Path CLIENTS = MAPS.resolve('clients.yaml')
    static final Map<String, String> ENVIRONMENT =
        [HOME: '/home/user', REGISTRY: 'registry.example.com', SITE_ROOT: '/var/lib/site', DB_PASSWORD: 'geheim']

    def "the example map of docker-map's documentation means this script"() {
        expect:
        project('example_map.yaml') == load(EXAMPLE).project()
    }

    def "a converted map declares the same: #map"() {
        given:
        def input = input(MAPS.resolve(map), CLIENTS)

        when:
        def script = scripts.convert(input).script()

        then:
        load(script.replace('System.getenv(', 'environment(') + ENVIRONMENT_OF_SPEC).project() == scripts.load(input).project()

        where:
        map << maps()
    }

    def "a converted map reads as if somebody had written it: #map"() {
        given:
        def expected = MAPS.resolve(map - '.yaml' + '.groovy')

        when:
        def script = scripts.convert(input(MAPS.resolve(map), CLIENTS)).script()
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, script)
        }

        then:
        script == Files.readString(expected)

        where:
        map << maps()
    }

    def "what is wrong with the map #name is said line by line"() {
        given:
        def expected = WRONG.resolve("${name}.problems")

        when:
        scripts.load(input(WRONG.resolve("${name}.yaml"), null))

        then:
        def e = thrown(ProblemException)
        def said = drawn(WRONG, e)
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, said)
        }
        said == Files.readString(expected)

        where:
        name << Files.list(WRONG).map { it.fileName.toString() }.filter { it.endsWith('.yaml') }.map { it - '.yaml' }
            .sorted().toList()
    }

    def "a variable that is given goes over the environment's"() {
        expect:
        scripts.load(new ProjectInput(MAPS.resolve('variables.yaml'), [REGISTRY: 'other.example.com'], ENVIRONMENT,
            Optional.empty())).project().repository() == Optional.of('other.example.com')
    }

    def "a variable that is given and that the map does not name is a mistake"() {
        when:
        scripts.load(new ProjectInput(MAPS.resolve('variables.yaml'), [REGISTRI: 'x'], ENVIRONMENT, Optional.empty()))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['the map names no variable `REGISTRI`']
        e.problems()*.hints() == [['did you mean `REGISTRY`?']]
    }

    def "values of the environment are not written into a converted map"() {
        expect:
        !scripts.convert(input(MAPS.resolve('variables.yaml'), null)).script().contains('geheim')
    }

    def "a script goes over what a map says of a service"() {
        given:
        copy('example_map.yaml')

        when:
        def project = load('''
            map 'example_map.yaml'
            service('web_server') {
                image 'nginx:2'
                mount 'web_config'
            }
            service('app_server') {
                instance('instance1') { env DEBUG: '1' }
                instance 'instance3'
            }
            volume 'app_config', at: '/config', host: '/etc/app'
            volume 'app_data', at: '/data', host: '/srv/app'
            ''').project()
        def web = project.service(new ServiceId('web_server')).get()
        def app = project.service(new ServiceId('app_server')).get()

        then:
        project.name() == 'example_map'
        web.settings().image().get().name() == 'nginx:2'
        web.settings().mounts().find { it.key() == 'web_config' } == new Mount.OfVolume(
            new io.dockerops.engine.model.VolumeId('web_config'), Optional.empty(), false, Mount.Role.MOUNTED)
        web.settings().networking().published()*.container()*.number() == [80, 443]
        app.overrides().keySet() as List == ['instance1', 'instance2', 'instance3']
        app.overrides().instance1.environment().keySet() as List == ['DEBUG']
        project.volumes().find { it.id().name() == 'app_data' }.path() == '/data'
    }

    def "a script may declare what stands in a map before it loads the map"() {
        given:
        copy('example_map.yaml')
        def words = "repository 'mine.example.com'\nservice('web_server') { image 'nginx:2' }\n"

        expect:
        load("map 'example_map.yaml'\n" + words).project() == load(words + "map 'example_map.yaml'").project()
    }

    def "what a script gets wrong about a map is said with the line of the script, and with the map's for the map"() {
        given:
        copy('example_map.yaml')

        expect:
        problems('''\
            map 'example_map.yaml'
            map 'missing.yaml'
            service('web_server') { link 'app_servr' }
            volume 'web_log', at: '/log', host: 'log'
            '''.stripIndent()).readLines().findAll { it.startsWith('error') || it.contains('-->') }*.trim() == [
                'error: `attach` sets owner and mode of what it owns, and volume `web_log` is a path of the host',
                '--> example_map.yaml:7:13',
                'error: there is no file `missing.yaml`',
                '--> project.groovy:2:1',
                'error: there is no service `app_servr`',
                '--> project.groovy:3:25',
            ]
    }

    private ProjectInput input(Path file, Path clients) {
        new ProjectInput(file, [:], ENVIRONMENT, Optional.ofNullable(clients))
    }

    private Project project(String map) {
        scripts.load(input(MAPS.resolve(map), null)).project()
    }

    private void copy(String map) {
        write(map, Files.readString(MAPS.resolve(map)))
    }

    private static List<String> maps() {
        Files.list(MAPS).map { it.fileName.toString() }.filter { it.endsWith('.yaml') && it != 'clients.yaml' }
            .sorted().toList()
    }

    /** The environment of a process cannot be set, so converted maps ask this function in its place. */
    private static final String ENVIRONMENT_OF_SPEC =
        "\nString environment(String name) { [" + ENVIRONMENT.collect { "$it.key: '$it.value'" }.join(', ') + '][name] }\n'

    private static final String EXAMPLE = '''
        project 'example_map'
        repository 'registry.example.com'
        hostRoot '/var/lib/site'
        volume 'web_config', at: '/etc/nginx', host: 'config/nginx'
        volume 'web_log', at: '/var/log/nginx'
        volume 'app_server_socket', at: '/var/lib/app/socket'
        volume 'app_config', at: '/var/lib/app/config', host: [instance1: 'config/app1', instance2: 'config/app2']
        volume 'app_log', at: '/var/lib/app/log'
        volume 'app_data', at: '/var/lib/app/data', host: [instance1: 'data/app1', instance2: 'data/app2']
        service('web_server') {
            image 'nginx'
            mount 'web_config', readOnly: true
            attach 'web_log'
            use 'app_server_socket'
            publish 80, 443
        }
        service('app_server') {
            image 'app'
            mount 'app_config', readOnly: true
            mount 'app_data'
            attaches 'app_log', 'app_server_socket'
            user 2000
            permissions 'u=rwX,g=rX,o='
            instances 'instance1', 'instance2'
        }
        '''
}
