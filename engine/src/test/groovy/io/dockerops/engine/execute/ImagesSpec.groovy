package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.plan.Action
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.ProgressListener.Progress
import java.nio.file.Path

/** How images are made. */
class ImagesSpec extends RunSpecification {

    private static class Tar extends ByteArrayInputStream {
        boolean closed

        Tar() {
            super(new byte[10])
        }

        @Override
        void close() {
            closed = true
        }
    }

    def "the root file system of an image comes from its source, which is closed"() {
        given:
        def tar = new Tar()
        sources = Mock(ImageSources)
        plan.importImage('shop/root:1')

        when:
        run()

        then:
        1 * sources.rootfs(_, _) >> { recipe, progress ->
            progress.onProgress(new Progress('copying', '', 1, 2))
            tar
        }
        tar.closed
        tar.available() == 0
        engine.images()*.references().flatten().contains('shop/root:1')
        events.findAll { it instanceof RunEvent.ActionProgress }*.progress()*.text() == ['copying']
    }

    def "a source that fails fails the import with its own words and hint"() {
        given:
        sources = Stub(ImageSources) {
            rootfs(_, _) >> { throw new EngineException.Failed('mmdebstrap is not installed', 'apt-get install mmdebstrap') }
        }
        plan.importImage('shop/root:1')

        when:
        def failure = failure(run(), 'ImportImage shop/root:1')

        then:
        failure.message() == 'mmdebstrap is not installed'
        failure.hint().get() == 'apt-get install mmdebstrap'
        engine.calls().of(Kind.IMPORT_IMAGE) == []
    }

    def "the progress of #verb is told between the action's beginning and its end"() {
        given:
        engine.registry().offer('nginx:1')
        action.call(plan)

        when:
        run()

        then:
        def news = events.findAll { it instanceof RunEvent.OfAction }
        news.first() instanceof RunEvent.ActionStarted
        news.last() instanceof RunEvent.ActionEnded
        news[1..-2]*.class.unique() == [RunEvent.ActionProgress]

        where:
        verb      | action
        'a pull'  | { Sketch it -> it.pull('nginx:1') }
        'a build' | { Sketch it -> it.add(build()) }
    }

    private static Action build() {
        def recipe = new Image.Build(Path.of('/app'), 'Dockerfile', new TreeMap<>(), Optional.empty())
        new Action.BuildImage(
            io.dockerops.engine.model.HostId.LOCAL, new ImageId(ImageReference.parse('shop/app:1')), recipe,
            new TreeMap<>(a: 'b'), true, Optional.empty())
    }

    def "a built image has its labels"() {
        given:
        plan.add(build())

        when:
        run()

        then:
        engine.images().find { it.references() == ['shop/app:1'] }.labels() == [a: 'b']
    }

    def "images have a limit of their own"() {
        given:
        (1..10).each {
            engine.registry().offer("i$it:1")
            plan.pull("i$it:1")
        }
        def gate = engine.faults().on(Kind.PULL).block()

        when:
        def run = runInBackground()

        then:
        conditions.eventually { assert engine.calls().running().size() == settings.images() }

        when:
        gate.open()

        then:
        run.get().succeeded()
        engine.calls().mostAtOnce(Kind.PULL) == settings.images()
    }
}
