package io.dockerops.engine.state

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Value
import spock.lang.Specification

class SpecificationLabelSpec extends Specification {

    def "a specification survives its label, secrets by name only"() {
        given:
        def specification = io.dockerops.engine.model.Specification.builder()
            .put('Image', 'nginx:latest')
            .put('HostConfig.Memory', 512)
            .put('OpenStdin', true)
            .put(FieldPath.of('Labels', 'com.example.a'), Value.text('x'))
            .put(FieldPath.of('Cmd'), Value.texts(['a', '', 'b "c"']))
            .put(FieldPath.of('Env', 'P'), new Value.Secret(new SecretId('db.password')))
            .build()

        expect:
        SpecificationLabel.decode(SpecificationLabel.encode(specification)).get() == specification
    }

    def "a label that is damaged or of another version says nothing: #label"() {
        expect:
        SpecificationLabel.decode(label).empty

        where:
        label << ['', 'x', '{}', '{"version":2,"fields":{}}', '{"version":1}', '{"version":1,"fields":{"":1}}',
                  '{"version":1,"fields":{"A":{"x":"y"}}}', '{"version":1,"fields":{"A":null}}']
    }

    def "the form of version 1 does not change"() {
        expect:
        SpecificationLabel.encode(io.dockerops.engine.model.Specification.builder()
            .put('Image', 'a').put('HostConfig.Memory', 1).build()) ==
            '{"version":1,"fields":{"HostConfig.Memory":1,"Image":"a"}}'
    }
}
