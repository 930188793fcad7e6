package io.dockerops.samples

import io.dockerops.endtoend.Dockerops
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** docker-map's example map in YAML. {@link SamplesIT} runs it. */
class ExampleMapYamlIT extends Specification {

    private static final Path SAMPLES = Path.of('').toAbsolutePath()

    @TempDir
    Path site

    def "it plans the same as the example map in the language"() {
        given:
        def parameters = ['-P', "root=$site"]*.toString()

        when:
        def map = Dockerops.run(SAMPLES.resolve('example-map-yaml'), 'plan', *parameters)
        def script = Dockerops.run(SAMPLES.resolve('example-map'), 'plan', *parameters)

        then:
        map.code == 0
        map.out == script.out
    }
}
