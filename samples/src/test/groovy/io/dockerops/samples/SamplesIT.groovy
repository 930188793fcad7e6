package io.dockerops.samples

import io.dockerops.engine.json.Json
import io.dockerops.endtoend.Dockerops
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Every sample runs, and a second run finds nothing to do. */
class SamplesIT extends Specification {

    private static final Path SAMPLES = Path.of('').toAbsolutePath()

    @TempDir
    Path site

    private static List<String> samples() {
        Files.list(SAMPLES).withCloseable { folders ->
            folders.filter { Files.exists(it.resolve('project.groovy')) }.map { it.fileName.toString() }.sorted().toList()
        }
    }

    /** What a sample needs that is a matter of the machine: free ports, and a folder of the host. */
    private List<String> parameters(String sample) {
        switch (sample) {
            case ['example-map', 'example-map-yaml']:
                copy(SAMPLES.resolve('example-map/site'), site)
                return ['-P', "root=$site", '-P', "http=${port()}", '-P', "https=${port()}"]*.toString()
            case 'hello':
                return ['-P', "port=${port()}"]*.toString()
            default:
                return []
        }
    }

    private static int port() {
        new ServerSocket(0).withCloseable { it.localPort }
    }

    private static void copy(Path from, Path to) {
        Files.walk(from).withCloseable { files ->
            files.each { file ->
                def target = to.resolve(from.relativize(file).toString())
                Files.isDirectory(file) ? Files.createDirectories(target) : Files.copy(file, target)
            }
        }
    }

    def "the sample #sample runs, is as declared then, and leaves nothing behind"() {
        given:
        def folder = SAMPLES.resolve(sample)
        def parameters = parameters(sample)

        when: 'it is run for the first time'
        def first = Dockerops.run(folder, 'run', *parameters)

        then:
        first.code == 0

        and: 'a second plan and a second run have nothing to do'
        Dockerops.run(folder, 'plan', '--detailed-exitcode', *parameters).code == 0
        def second = Dockerops.run(folder, 'run', *parameters)
        second.code == 0
        second.out.contains('Everything is as declared')

        and: 'all that it declares runs'
        def containers = Json.parse(Dockerops.run(folder, 'ps', '--json', *parameters).out)
        containers.every { it.state == 'running' || it.state == 'exited' }

        when:
        def cleaned = Dockerops.run(folder, 'clean', '--volumes', '--yes', *parameters)

        then:
        cleaned.code == 0
        def project = Json.parse(Dockerops.run(folder, 'plan', '--json', *parameters).out).project
        ['container', 'network', 'volume'].every { kind ->
            Dockerops.docker(kind, 'ls', *(kind == 'container' ? ['-a'] : []), '-q', '--filter', "label=io.dockerops.project=$project") == ''
        }

        cleanup:
        Dockerops.run(folder, 'clean', '--volumes', '--yes', *parameters)

        where:
        sample << samples()
    }

    def "the expected plan of the sample #sample is what its folder says"() {
        given:
        def folder = SAMPLES.resolve(sample)

        expect:
        Dockerops.run(folder, 'plan', *parameters(sample)).out.readLines().findAll { it.startsWith('[') } ==
            Files.readAllLines(folder.resolve('plan.txt'))

        where:
        sample << samples()
    }
}
