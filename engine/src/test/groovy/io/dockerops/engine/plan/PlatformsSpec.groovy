package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.Engine
import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.ExecutorSettings
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Platform
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.ProjectValidator
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.port.ImageSources
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** Services whose images are for a certain platform. */
class PlatformsSpec extends Specification {

    private static final ExecutorSettings QUICK = ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO)

    FakeHosts hosts = new FakeHosts()

    private static Project shop(String platform, Object image = '/app:1') {
        project(service('app', image: image, attributes: platform ? [Platform: Value.text(platform)] : [:]))
    }

    private <T> T using(Closure<T> use) {
        try (def engine = new Engine(hosts, Stub(ImageSources) { fingerprint(_) >> 'f'; outline(_) >> BuildOutline.EMPTY }, { Optional.empty() }, QUICK)) {
            use.call(engine)
        }
    }

    private Plan plan(Project project, PlanRequest.Command command = PlanRequest.Command.RUN) {
        using { Engine it -> it.plan(project, Origins.NONE, it.observe(project), PlanRequest.of(command)) }
    }

    private List<String> lines(Project project, PlanRequest.Command command = PlanRequest.Command.RUN) {
        PlanText.of(plan(project, command), true).readLines()
    }

    private boolean run(Project project) {
        def made = plan(project)
        using { Engine it -> it.execute(made, RunListener.SILENT, new Cancellation()) }.succeeded()
    }

    def "an image is pulled for the platform that is asked for, and what runs it is as declared then"() {
        given:
        hosts.local().registry().offer('app:1')

        expect:
        lines(shop('linux/arm64'))[0] == '[] -> #1 local image:app:1 PullImage linux/arm64, missing'
        run(shop('linux/arm64'))
        hosts.local().platform(ImageReference.parse('app:1')).get().toString() == 'linux/arm64'
        lines(shop('linux/arm64')) == []
    }

    def "an image that is there for another platform is as good as none"() {
        given:
        hosts.local().registry().offer('app:1')
        hosts.local().addImage('app:1')

        expect:
        lines(shop('linux/arm64'))[0] == '[] -> #1 local image:app:1 PullImage linux/arm64, missing'
        lines(shop('linux/amd64')).every { !it.contains('PullImage') }
        lines(shop('linux/arm64'), PlanRequest.Command.PULL) == ['[] -> #1 local image:app:1 PullImage linux/arm64, pull requested']
        run(shop('linux/arm64'))
    }

    def "another platform needs another container, and is told as the difference"() {
        given:
        hosts.local().registry().offer('app:1')
        run(shop(null))

        expect:
        lines(shop('linux/arm64'))[0..2] == [
            '[] -> #1 local image:app:1 PullImage linux/arm64, missing',
            '[1] -> #2 local instance:app CreateContainer, changed',
            '      Platform: (none) -> "linux/arm64" (changed in the project)']
        run(shop('linux/arm64'))
        lines(shop('linux/arm64')) == []
    }

    def "an image is built for the platform that is asked for"() {
        given:
        def recipe = new Image.Build(Path.of('/src'), 'Dockerfile', new TreeMap(), Optional.empty())

        expect:
        lines(shop('linux/arm/v7', recipe))[0] == '[] -> #1 local image:shop/app:latest BuildImage linux/arm/v7, missing'
        run(shop('linux/arm/v7', recipe))
        hosts.local().platform(ImageReference.parse('shop/app:latest')).get().toString() == 'linux/arm/v7'
    }

    def "nobody is asked what an image is for when no platform is asked for"() {
        given:
        hosts.local().addImage('app:1')

        when:
        plan(shop(null))

        then:
        hosts.local().calls().of(Kind.PLATFORM) == []
    }

    def "an image for `#there` #does what `#asked` asks for"() {
        expect:
        Platform.parse(asked).takes(Platform.parse(there)) == (does == 'is')

        where:
        asked            | there            || does
        'linux/arm64'    | 'linux/arm64'    || 'is'
        'linux/arm64'    | 'linux/arm64/v8' || 'is'
        'linux/arm/v7'   | 'linux/arm/v6'   || 'is not'
        'linux/arm/v7'   | 'linux/arm/v7'   || 'is'
        'linux/amd64'    | 'linux/arm64'    || 'is not'
    }

    def "one image for two platforms on one host is a mistake"() {
        given:
        def two = project(
            service('a', image: '/app:1', attributes: [Platform: Value.text('linux/arm64')]),
            service('b', image: '/app:1'))

        expect:
        ProjectValidator.check(two, Origins.NONE)*.summary() ==
            ['`a` and `b` run the image `app:1` for two platforms, and an engine has one image of a name']
    }
}
