package io.dockerops.endtoend

import io.dockerops.engine.json.Json
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import spock.lang.Specification
import spock.lang.TempDir

/** A folder of services with a run.conf, built and run as it is. */
class FolderProjectIT extends Specification {

    private static final String BASE = '''\
        FROM scratch
        COPY busybox /bin/busybox
        RUN ["/bin/busybox", "--install", "/bin"]
        STOPSIGNAL SIGKILL
        '''.stripIndent()

    @TempDir
    Path temporary

    Path folder

    def setup() {
        folder = Files.createDirectories(temporary.resolve('folder-it'))
        service('store', 'CMD ["httpd", "-f", "-h", "/persistent"]')
        service('web', 'CMD ["sleep", "3600"]')
        conf('run.conf', '''[
            {"service": "store", "instance": "persistent", "group": "back"},
            {"service": "web", "instance": "one", "links": ["store-*:STORE"], "env_vars": {"COLOUR": "green"}},
            ]''')
    }

    def cleanup() {
        // What containers keep belongs to root, and the image is there as long as the project is.
        Dockerops.docker('run', '--rm', '-v', "$folder:/f", 'folder-it/web', 'rm', '-rf', '/f/data_folder-it')
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    def "a folder is built and run, reached by its links, kept, and as declared at the second run"() {
        when:
        def first = Dockerops.run(folder, 'run')

        then:
        first.code == 0

        and: 'the linked instance is found under the name of the link, and what it keeps is in the folder'
        Files.writeString(folder.resolve('data_folder-it/store_persistent/page'), 'kept\n')
        Dockerops.run(folder, 'exec', 'web.one', 'wget', '-q', '-O', '-', 'http://STORE/page').out == 'kept\n'

        and: 'instances see what they are'
        def variables = Dockerops.run(folder, 'exec', 'web.one', 'env').out.readLines()
        variables.containsAll(['SERVICE=web', 'INSTANCE=one', 'INSTANCE_TYPE=standard', 'PERSISTENT_DATA=False', 'COLOUR=green'])

        and:
        Dockerops.run(folder, 'run').out.contains('Everything is as declared')
    }

    def "another list of instances goes in place of run.conf, and a group is a target"() {
        given:
        conf('small.conf', '[{"service": "web", "instance": "two", "group": "front"}, {"service": "store", "instance": "one"}]')

        when:
        def run = Dockerops.run(folder, 'run', '--conf', 'small', 'front')

        then:
        run.code == 0
        states('--conf', 'small') == ['store.one': 'missing', 'web.two': 'running']
    }

    def "a wrong list changes nothing and is told with its place"() {
        given:
        conf('run.conf', '[{"service": "web", "instance": "one", "link": []}]')

        when:
        def run = Dockerops.run(folder, 'run')

        then:
        run.code == 2
        run.err.contains('there is no key `link` in an instance of a conf file')
        run.err.contains('run.conf:1:')
        Dockerops.docker('ps', '-aq', '--filter', 'label=io.dockerops.project=folder-it') == ''

        cleanup:
        // The images are what cleaning up begins with.
        conf('run.conf', '[{"service": "web", "instance": "one"}, {"service": "store", "instance": "one"}]')
        Dockerops.run(folder, 'run')
    }

    def "what is converted has nothing to do where the folder was run"() {
        given:
        assert Dockerops.run(folder, 'run').code == 0

        when:
        def converted = Dockerops.run(folder, 'convert', '--out', 'project.groovy')

        then:
        converted.code == 0
        Dockerops.run(folder, 'plan', '--detailed-exitcode').code == 0
    }

    private Map<String, String> states(String... arguments) {
        Json.parse(Dockerops.run(folder, 'ps', '--json', *arguments).out).collectEntries {
            ["${it.service}.${it.instance}".toString(), it.state]
        }
    }

    private void service(String name, String rest) {
        def place = Files.createDirectories(folder.resolve("services/$name"))
        Files.copy(Path.of('/bin/busybox'), place.resolve('busybox'), StandardCopyOption.REPLACE_EXISTING)
        Files.writeString(place.resolve('Dockerfile'), "$BASE$rest\n")
    }

    private void conf(String name, String content) {
        Files.writeString(folder.resolve(name), content)
    }
}
