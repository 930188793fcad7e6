package io.dockerops.samples

import io.dockerops.engine.json.Json
import io.dockerops.endtoend.Dockerops
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The example map does the steps that docker-map's documentation lists for it, and the result works. */
@Stepwise
class ExampleMapIT extends Specification {

    private static final Path SAMPLE = Path.of('example-map').toAbsolutePath()

    @Shared
    @TempDir
    Path site

    @Shared
    int http = new ServerSocket(0).withCloseable { it.localPort }

    private Dockerops run(String command, String... more) {
        Dockerops.run(SAMPLE, command, '-P', "root=$site", '-P', "http=$http", '-P', 'https=0', *more)
    }

    private static Object inspect(String container) {
        Json.parse(Dockerops.docker('container', 'inspect', container))[0]
    }

    def setupSpec() {
        ['nginx', 'app1', 'app2'].each { folder ->
            Files.createDirectories(site.resolve("config/$folder"))
            Files.list(SAMPLE.resolve("site/config/$folder")).withCloseable { files ->
                files.each { Files.copy(it, site.resolve("config/$folder/${it.fileName}")) }
            }
        }
        ['app1', 'app2'].each { folder ->
            // Writable for the application's user whoever runs this, who need not be allowed to give files away.
            def data = Files.createDirectories(site.resolve("data/$folder"))
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString('rwxrwxrwx'))
        }
    }

    def cleanupSpec() {
        run('clean', '--volumes', '--yes')
    }

    def "the application comes before the web server, which uses its socket"() {
        when:
        def plan = Json.parse(run('plan', '--json').out).actions
        def number = { String action, String subject -> plan.find { it.action == action && it.subject == subject }.number }
        def waits
        waits = { from, to -> from == to || plan[(from as int) - 1].after.any { waits(it, to) } }

        then:
        ['instance1', 'instance2'].every {
            waits(number('StartContainer', 'instance:web_server'), number('StartContainer', "instance:app_server.$it"))
        }
        waits(number('StartContainer', 'instance:app_server.instance1'), number('PrepareVolume', 'volume:app_server_socket'))
        waits(number('PrepareVolume', 'volume:app_server_socket'), number('CreateVolume', 'volume:app_server_socket'))
    }

    def "the run succeeds"() {
        expect:
        run('run').code == 0
    }

    def "the volume of the socket has its name, the owner and the mode that the map sets"() {
        expect:
        Dockerops.docker('run', '--rm', '-v', 'example_map.app_server_socket:/v', 'example_map/base', 'stat', '-c', '%u:%g %A', '/v') ==
            '2000:2000 drwxr-x---'
    }

    def "the containers that set owner and mode are gone"() {
        expect:
        Dockerops.docker('container', 'ls', '-a', '--filter', 'label=io.dockerops.project=example_map', '--format', '{{.Names}}')
            .readLines().sort() ==
            ['example_map.app_server.instance1', 'example_map.app_server.instance2', 'example_map.web_server']
    }

    def "#instance has its own folders of the host, the configuration read-only, and runs as user 2000"() {
        given:
        def container = inspect("example_map.app_server.$instance")
        def mounts = container.Mounts.collectEntries { [it.Destination, it] }

        expect:
        mounts['/var/lib/app/config'].Source == "$site/config/$folder"
        !mounts['/var/lib/app/config'].RW
        mounts['/var/lib/app/data'].Source == "$site/data/$folder"
        mounts['/var/lib/app/data'].RW
        mounts['/var/lib/app/socket'].Name == 'example_map.app_server_socket'
        mounts['/var/lib/app/log'].Name == 'example_map.app_log'
        container.Config.User == '2000'
        container.Config.Hostname == "app-server-$instance"

        where:
        instance    | folder
        'instance1' | 'app1'
        'instance2' | 'app2'
    }

    def "the web server sees its configuration read-only, the socket, and its own log"() {
        given:
        def container = inspect('example_map.web_server')
        def mounts = container.Mounts.collectEntries { [it.Destination, it] }

        expect:
        mounts['/etc/nginx'].Source == "$site/config/nginx"
        !mounts['/etc/nginx'].RW
        mounts['/var/lib/app/socket'].Name == 'example_map.app_server_socket'
        mounts['/var/log/nginx'].Name == 'example_map.web_log'
        container.HostConfig.PortBindings['80/tcp'][0].HostPort == http.toString()
        container.HostConfig.PortBindings.containsKey('443/tcp')
    }

    def "both instances answer through the web server"() {
        expect:
        new PollingConditions(timeout: 20).eventually {
            assert [1, 2].collect { new URL("http://localhost:$http/").text.replaceAll(/ \(.*\n/, '') } as Set ==
                ['Hello from the first instance', 'Hello from the second instance'] as Set
        }
    }

    def "a second run has nothing to do"() {
        expect:
        run('plan', '--detailed-exitcode').code == 0
    }
}
