package io.dockerops.engine.port

import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import java.nio.file.Files

/** What an engine owes callers about images. */
abstract class ImagesContract extends ContainerEngineContract {

    def "an imported image has its name and labels"() {
        given:
        def reference = ImageReference.parse("$run/imported:1.2")
        def marks = new TreeMap(a: 'b c', 'com.example.q': 'say "x" to $HOME \\ and {"json": [1]}')

        when:
        engine.importImage(reference, new ByteArrayInputStream(rootfs()), marks, ProgressListener.SILENT)

        then:
        with(imageDetails(reference)) {
            id().startsWith('sha256:')
            labels() == marks
        }
    }

    def "a removed image's name is gone"() {
        given:
        def reference = ImageReference.parse("$run/imported:2")
        engine.importImage(reference, new ByteArrayInputStream(rootfs()), new TreeMap<>(), ProgressListener.SILENT)

        when:
        engine.removeImage(reference)

        then:
        imageDetails(reference) == null
    }

    def "an image that is not there is not removed"() {
        when:
        engine.removeImage(ImageReference.parse("$run/missing:1"))

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }

    def "an image that a container uses is not removed"() {
        given:
        start('one')

        when:
        engine.removeImage(image)

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "an image that no registry has is not pulled"() {
        when:
        engine.pull(new PullRequest(ImageReference.parse("localhost:1/$run/missing:1")), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        !refused.engineMessage().empty
    }

    def "an image's exposed ports are known by name and by id"() {
        given:
        Files.writeString(folder.resolve('Dockerfile'), "FROM $image\nEXPOSE 8000-8001 53/udp 53\n")
        def reference = ImageReference.parse("$run/exposing:1")
        def recipe = new Image.Build(folder, 'Dockerfile', new TreeMap<>(), Optional.empty())
        engine.build(new BuildRequest(recipe, reference, new TreeMap<>()), ProgressListener.SILENT)

        expect:
        [reference.toString(), imageDetails(reference).id()].every {
            engine.exposedPorts(it)*.toString() == ['53/tcp', '53/udp', '8000/tcp', '8001/tcp'] }
    }

    def "an image that is not there exposes nothing and is refused"() {
        when:
        engine.exposedPorts("$run/missing:1")

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }

    def "a built image has its name and labels"() {
        given:
        Files.writeString(folder.resolve('Dockerfile'), "FROM $image\nCOPY file /file\n")
        Files.writeString(folder.resolve('file'), 'content')
        def reference = ImageReference.parse("$run/built:1")
        def recipe = new Image.Build(folder, 'Dockerfile', new TreeMap<>(), Optional.empty())

        when:
        engine.build(new BuildRequest(recipe, reference, new TreeMap(colour: 'red')), ProgressListener.SILENT)

        then:
        imageDetails(reference).labels()['colour'] == 'red'
    }
}
