package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Project
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification

/** Images of a project that are built upon each other. */
class ImageBasesSpec extends Specification {

    World world = new World()

    def "what an image is built upon is built before it, each once, and the rest at the same time"() {
        given:
        def declared = chain()

        expect:
        text(world.run(declared)).findAll { it.contains('Image') } == [
            '[] -> #1 local image:shop/base:latest BuildImage, missing',
            '[1] -> #2 local image:shop/lib:latest BuildImage, missing',
            '[1, 2] -> #3 local image:shop/app:latest BuildImage, missing',
            '[1] -> #7 local image:shop/web:latest BuildImage, missing']
    }

    def "a base that no service runs is built only where it is needed"() {
        given:
        def declared = project(images: [build('base'), build('unused')], service('app', image: build()))
        upon('app', 'base', 'debian:12')

        expect:
        images(world.run(declared)) == ['shop/base', 'shop/app']
    }

    def "an image with a path for a name is called that, and by that name a service runs it"() {
        given:
        def declared = project(images: [build('acme/base')], service('app', image: 'acme/base'), service('other', image: 'acme/other'))

        expect:
        text(world.run(declared)).findAll { it.contains('Image') } == [
            '[] -> #1 local image:acme/base:latest BuildImage, missing',
            '[] -> #5 local image:acme/other:latest PullImage, missing']
    }

    def "a root file system is a base like any other"() {
        given:
        def declared = project(images: [new Image.Rootfs('os', new Image.BusyBox(), [])], service('app', image: build()))
        upon('app', 'os')
        world.fingerprints[id('os')] = 'os'

        expect:
        text(world.run(declared))[0..1] == [
            '[] -> #1 local image:shop/os:latest ImportImage, missing',
            '[1] -> #2 local image:shop/app:latest BuildImage, missing']
    }

    def "when a base changes, what is built upon it is built again, and nothing else"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))

        when: 'fingerprints include those of the bases'
        ['lib', 'app'].each { world.fingerprints[id(it)] += ' changed' }

        then:
        images(world.run(declared)) == ['shop/lib', 'shop/app']
        world.apply(world.run(declared)).run(declared).isEmpty()
    }

    def "a base that is missing is not made for images that are there"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))
        world.images.remove('shop/base:latest')

        expect:
        world.run(declared).isEmpty()
    }

    def "images built upon each other in a circle are told with all their lines"() {
        given:
        def declared = project(service('a', image: build()), service('b', image: build()), service('c', image: build()))
        upon('a', 'b')
        upon('b', 'c')
        upon('c', 'debian:12', 'a')

        when:
        world.run(declared)

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == ['images are built upon each other in a circle: '
            + 'shop/a:latest → shop/b:latest → shop/c:latest → shop/a:latest']
        refused.problems()[0].place().get() == SourceRef.line(Path.of('/src/a/Dockerfile'), 1)
        refused.problems()[0].hints() == [
            '`shop/a:latest` is built upon `shop/b:latest` in /src/a/Dockerfile:1',
            '`shop/b:latest` is built upon `shop/c:latest` in /src/b/Dockerfile:1',
            '`shop/c:latest` is built upon `shop/a:latest` in /src/c/Dockerfile:2']
    }

    def "an image that is built upon itself is told"() {
        given:
        upon('a', 'a')

        when:
        world.run(project(service('a', image: build())))

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == ['the image `shop/a:latest` is built upon itself']
    }

    def "wrong Dockerfiles keep a project from running and not from stopping"() {
        given:
        def declared = project(service('a', image: build()))
        world.apply(world.run(declared))
        world.mistakes << Problem.error('there is no `FROM`')

        when:
        world.run(declared)

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == ['there is no `FROM`']

        and:
        !world.run(declared, PlanRequest.of(PlanRequest.Command.STOP)).isEmpty()
    }

    def "a build makes the named images and what they are built upon: #named"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))
        world.images.clear()

        expect:
        images(request(declared, named)) == made

        where:
        named           || made
        null            || ['shop/base', 'shop/lib', 'shop/app', 'shop/web']
        ['base']        || ['shop/base']
        ['web']         || ['shop/base', 'shop/web']
        ['lib']         || ['shop/base', 'shop/lib']
        ['web', 'base'] || ['shop/base', 'shop/web']
    }

    def "a build has nothing to do when nothing has changed"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))

        expect:
        request(declared, ['app']).isEmpty()
    }

    def "a build without cache makes the named images anew, and what is built upon them"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))

        expect:
        text(request(declared, ['lib'], false)) == [
            '[] -> #1 local image:shop/lib:latest BuildImage without cache, requested',
            '[1] -> #2 local image:shop/app:latest BuildImage without cache, requested']
    }

    def "a build that pulls gets what comes from registries first, each once"() {
        given:
        def declared = chain()
        world.apply(world.run(declared))

        expect:
        text(request(declared, ['base'], true, true)) == [
            '[] -> #1 local image:debian:12 PullImage, pull requested',
            '[1] -> #2 local image:shop/base:latest BuildImage, requested',
            '[2] -> #3 local image:shop/lib:latest BuildImage, requested',
            '[2, 3] -> #4 local image:shop/app:latest BuildImage, requested',
            '[2] -> #5 local image:shop/web:latest BuildImage, requested']
    }

    /** app is built upon lib and base, lib and web upon base. */
    private Project chain() {
        upon('base', 'debian:12')
        upon('lib', 'base')
        upon('app', 'lib', 'base')
        upon('web', 'base')
        project(images: [build('base'), build('lib')], service('app', image: build()), service('web', image: build()))
    }

    private void upon(String image, String... bases) {
        def made = bases.toList().withIndex().collect { base, i ->
            def reference = base.contains(':') ? ImageReference.parse(base) : id(base).reference()
            new BuildOutline.Base(reference, SourceRef.line(Path.of("/src/$image/Dockerfile"), i + 1))
        }
        world.outlines[id(image)] = new BuildOutline(made, [], [])
        world.fingerprints.putIfAbsent(id(image), image)
    }

    private static ImageId id(String image) {
        new ImageId(ImageReference.parse("shop/$image"))
    }

    private static Image.Build build(String name = null) {
        new Image.Build(Optional.ofNullable(name), Path.of('/src'), 'Dockerfile', new TreeMap<>(), Optional.empty())
    }

    private Plan request(Project declared, List<String> named, boolean cached = true, boolean pull = false) {
        def images = Optional.ofNullable(named).map { it.collect { id(it) } as LinkedHashSet }
        Planner.plan(declared, world.state(), new ImagesRequest(images, cached, pull))
    }

    private static List<String> images(Plan plan) {
        plan.graph().actions()*.action().findAll { it instanceof Action.BuildImage }*.image()*.reference()*.name()
    }

    private static List<String> text(Plan plan) {
        PlanText.of(plan, false).readLines()
    }
}
