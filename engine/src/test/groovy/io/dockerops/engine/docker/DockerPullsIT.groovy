package io.dockerops.engine.docker

import io.dockerops.engine.model.Host
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.port.BusyBoxTar
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.PullRequest
import java.nio.file.Files
import java.util.concurrent.ConcurrentLinkedQueue

/** What a real engine pulls from a registry and imports, beyond the contract. */
class DockerPullsIT extends ContainerEngineContract implements OnDocker {

    def "an image is pulled by tag and by digest, with news of its parts"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes())
        def news = new ConcurrentLinkedQueue<ProgressListener.Progress>()
        def tagged = ImageReference.parse(registry.name("$run/app") + ':1')
        def pinned = ImageReference.parse(registry.name("$run/app") + '@' + registry.manifestDigest())

        when:
        engine.pull(new PullRequest(tagged)) { news << it }
        engine.pull(new PullRequest(pinned), ProgressListener.SILENT)

        then:
        imageDetails(tagged).labels() == [from: 'registry']
        imageDetails(pinned).id() == imageDetails(tagged).id()
        news.any { it.text() == 'Downloading' && it.part() && it.current() > 0 && it.total() > it.current() }

        cleanup:
        engine.removeImage(tagged)
        registry.close()
    }

    def "a tag that the registry lacks is refused with the engine's words"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes())

        when:
        engine.pull(new PullRequest(ImageReference.parse(registry.name("$run/app") + ':2')), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('manifest unknown')

        cleanup:
        registry.close()
    }

    def "a registry is shown this user's login"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes(), 'me:secret')
        def host = registry.name('x').takeBefore('/')
        Files.writeString(folder.resolve('config.json'), """{"auths": {"$host": {"auth": "${'me:secret'.bytes.encodeBase64()}"}}}""")
        def reference = ImageReference.parse(registry.name("$run/app") + ':1')
        def others = hosts(System.getenv() + [DOCKER_CONFIG: folder.toString()])

        when:
        engine.pull(new PullRequest(reference), ProgressListener.SILENT)

        then:
        thrown(EngineRefused)

        when:
        others.engine(Host.LOCAL).pull(new PullRequest(reference), ProgressListener.SILENT)

        then:
        imageDetails(reference) != null

        cleanup:
        engine.removeImage(reference)
        others.close()
        registry.close()
    }

    def "a tar that is none is refused"() {
        when:
        engine.importImage(
            ImageReference.parse("$run/bad"), new ByteArrayInputStream(new byte[3000].tap { Arrays.fill(it, (byte) 7) }),
            new TreeMap<>(), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        !refused.engineMessage().empty
    }

    def "the failure of a tar's source is told, not what the engine makes of half a tar"() {
        given:
        def source = new InputStream() {
            @Override
            int read() {
                throw new IOException(new EngineException.Failed('the tool failed', 'install it'))
            }
        }

        when:
        engine.importImage(ImageReference.parse("$run/bad"), source, new TreeMap<>(), ProgressListener.SILENT)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == 'the tool failed'
    }
}
