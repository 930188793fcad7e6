package io.dockerops.engine.docker

import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Platform
import io.dockerops.engine.port.BuildRequest
import io.dockerops.engine.port.BusyBoxTar
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.PullRequest
import java.nio.file.Files

/** Images for other platforms than the engine's own, on a real engine. */
class PlatformsIT extends ContainerEngineContract implements OnDocker {

    private static final Platform ARM = Platform.parse('linux/arm64')

    def "an image is pulled for a platform, and a container of it is made for that platform only"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes(), '', 'arm64')
        def arm = ImageReference.parse(registry.name("$run/app") + ':1')

        when:
        engine.pull(new PullRequest(arm, Optional.of(ARM)), ProgressListener.SILENT)

        then:
        engine.platform(arm) == Optional.of(ARM)
        engine.createContainer(name('arm'), wanted([Image: arm.toString(), Cmd: ['true'], Platform: 'linux/arm64']))

        when:
        engine.createContainer(name('amd'), wanted([Image: arm.toString(), Cmd: ['true'], Platform: 'linux/amd64']))

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('platform')

        cleanup:
        engine.remove(name('arm'), true)
        engine.removeImage(arm)
        registry.close()
    }

    def "an image that is there says what it is made for, and one that is not says nothing"() {
        expect:
        engine.platform(image).get().os() == 'linux'
        engine.platform(ImageReference.parse("$run/missing:1")) == Optional.empty()
    }

    def "an image is built for a platform"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes(), '', 'arm64')
        def base = registry.name("$run/app") + ':1'
        Files.writeString(folder.resolve('Dockerfile'), "FROM $base\nCOPY file /file\n")
        Files.writeString(folder.resolve('file'), 'content')
        def reference = ImageReference.parse("$run/built-for-arm:1")
        def recipe = new Image.Build(folder, 'Dockerfile', new TreeMap<>(), Optional.empty())

        when:
        engine.build(new BuildRequest(recipe, reference, new TreeMap<>(), true, Optional.of(ARM)), ProgressListener.SILENT)

        then:
        engine.platform(reference) == Optional.of(ARM)

        cleanup:
        engine.removeImage(reference)
        engine.removeImage(ImageReference.parse(base))
        registry.close()
    }
}
