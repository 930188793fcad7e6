package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Holders
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.ProjectValidator
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.Volume
import io.dockerops.engine.model.VolumeId
import spock.lang.Specification

class HoldersSpec extends Specification {

    def "the holder has the volume, gets its owner's user and mode, and comes before all that take it"() {
        given:
        def shop = held()

        expect:
        ProjectValidator.check(shop, Origins.NONE) == []
        PlanText.of(new World().run(shop), false).stripTrailing() == '''\
            [] -> #1 local image:busybox:latest PullImage, missing
            [] -> #2 local volume:data CreateVolume, missing
            [1, 2] -> #3 local instance:data CreateContainer, missing
            [1, 2] -> #4 local volume:data PrepareVolume, not prepared
            [3, 4] -> #5 local instance:data StartContainer, missing
            [5] -> #6 local instance:data AwaitExit, needed by app
            [] -> #7 local image:app:latest PullImage, missing
            [] -> #8 local network:default CreateNetwork, missing
            [3, 7, 8] -> #9 local instance:app CreateContainer, missing
            [6, 9] -> #10 local instance:app StartContainer, missing
            [] -> #11 local image:web:latest PullImage, missing
            [3, 8, 11] -> #12 local instance:web CreateContainer, missing
            [6, 12] -> #13 local instance:web StartContainer, missing'''.stripIndent()
        field(shop, 'shop.app', 'HostConfig.VolumesFrom') == '["shop.data"]'
        field(shop, 'shop.web', 'HostConfig.VolumesFrom') == '["shop.data:ro"]'
        field(shop, 'shop.data', 'HostConfig.Binds./data') == '"shop.data:rw"'
        field(shop, 'shop.data', 'User') == '"2000"'
    }

    def "a second run has nothing to do"() {
        given:
        def shop = held()

        expect:
        World.with(shop).run(shop).isEmpty()
    }

    def "a holder whose image is another one now stays, since it is persistent, unless persistent ones are to be updated"() {
        given:
        def world = World.with(held())

        expect:
        world.run(held('/other')).isEmpty()
    }

    def "when the holder is made anew, all that take the volume from it are too"() {
        given:
        def world = World.with(held())
        def request = PlanRequest.of(PlanRequest.Command.RUN).withOptions(Options.builder().updatePersistent(true).build())

        expect:
        PlanText.of(world.run(held('/other'), request), false).readLines().findAll { it.contains('CreateContainer') }
            *.replaceAll(/.*instance:/, '') == ['data CreateContainer, image changed', 'app CreateContainer, data replaced',
                                               'web CreateContainer, data replaced']
    }

    private static Project held(String image = null) {
        def volume = new Volume(new VolumeId('data'), '/data', Volume.Named.LOCAL, Optional.empty(), Optional.empty(),
            Optional.of(new Volume.Holder(Optional.ofNullable(image).map { new Image.Named(it) })))
        def services = [
            service('app', image: '/app', user: '2000', permissions: 'u=rwX', mounts: [mount('data', Mount.Role.ATTACHED)]),
            service('web', image: '/web', mounts: [new Mount.OfVolume(new VolumeId('data'), Optional.empty(), true, Mount.Role.USED)])]
        def resolved = Holders.resolve(services, [volume], Project.DEFAULT_HELPER, Origins.NONE)
        assert resolved.problems() == []
        project(*resolved.services(), volumes: [volume])
    }

    private static String field(Project project, String container, String field) {
        new World().run(project).graph().actions()*.action()
            .find { it instanceof Action.CreateContainer && it.name() == container }
            .specification().get(FieldPath.parse(field)).map { it.toString() }.orElse('')
    }
}
