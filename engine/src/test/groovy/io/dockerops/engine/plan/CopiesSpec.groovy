package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.CopiedFile
import io.dockerops.engine.model.ProjectKey
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.plan.PlanRequest.Command
import java.nio.file.Path
import spock.lang.Specification

/** What is copied into containers: when, and what makes them anew. */
class CopiesSpec extends Specification {

    private static final Path FILE = Path.of('/here/app.ini')
    private static final CopiedFile COPY = copy()

    private static CopiedFile copy(Map said = [:]) {
        new CopiedFile(said.source ?: new CopiedFile.OfDisk(FILE), said.to ?: '/etc/app.ini', Optional.ofNullable(said.user),
            Optional.ofNullable(said.mode))
    }

    private static shop(Map more = [:], CopiedFile... copies) {
        project(service([image: '/app', copies: copies.toList()] + more, 'app'))
    }

    private static List<String> lines(World world, project, Command command = Command.RUN, boolean details = false) {
        PlanText.of(world.run(project, PlanRequest.of(command)), details).readLines()
    }

    private static World world(project, String content = 'sha256:1') {
        def world = new World()
        world.copied[FILE] = content
        world.apply(world.run(project))
    }

    def "files are copied into a new container before it starts, in one call"() {
        given:
        def world = new World()

        expect:
        lines(world, shop(COPY, copy(source: new CopiedFile.OfKey(ProjectKey.SSH), to: '/k'))).drop(2) == [
            '[1, 2] -> #3 local instance:app CreateContainer, missing',
            '[3] -> #4 local instance:app CopyFiles /here/app.ini to /etc/app.ini, key ssh_key to /k, missing',
            '[4] -> #5 local instance:app StartContainer, missing']
    }

    def "what was copied is not copied again"() {
        expect:
        lines(world(shop(COPY)), shop(COPY), command) == []

        where:
        command << [Command.RUN, Command.UPDATE]
    }

    def "a container whose file has changed is replaced, and the difference says which"() {
        given:
        def world = world(shop(COPY))
        world.copied[FILE] = 'sha256:2'

        expect:
        lines(world, shop(COPY), Command.UPDATE, true)[0..3] == [
            '[] -> #1 local instance:app CreateContainer, files changed',
            '      Copies[/etc/app.ini].Content: "sha256:1" -> "sha256:2" (changed in the project)',
            '[1] -> #2 local instance:app CopyFiles /here/app.ini to /etc/app.ini, files changed',
            '[2] -> #3 local instance:app StopContainer, replaced']
    }

    def "a container is replaced when #what"() {
        given:
        def world = world(shop(before))

        expect:
        lines(world, shop(*after), Command.UPDATE)[0] == "[] -> #1 local instance:app CreateContainer, $cause"

        where:
        what                     | before                | after                                                             | cause
        'the path changes'       | COPY                  | [copy(to: '/etc/b.ini')]                                          | 'files changed'
        'the owner changes'      | COPY                  | [copy(user: 'app')]                                               | 'changed'
        'the mode changes'       | copy(mode: 0640)      | [copy(mode: 0600)]                                                | 'changed'
        'nothing is copied now'  | COPY                  | []                                                                | 'files changed'
        'another secret is meant' | secret('a')          | [secret('b')]                                                     | 'files changed'
        'a secret takes the place of a file' | COPY      | [copy(source: new CopiedFile.OfSecret(new SecretId('a')))]        | 'files changed'
    }

    private static CopiedFile secret(String name) {
        copy(source: new CopiedFile.OfSecret(new SecretId(name)))
    }

    def "a container that reloads its files is replaced all the same when a copied one changes"() {
        given:
        def said = [reload: new io.dockerops.engine.model.Reload.Restart()]
        def world = world(shop(said, COPY))
        world.copied[FILE] = 'sha256:2'

        expect:
        lines(world, shop(said, COPY), Command.UPDATE)[0] == '[] -> #1 local instance:app CreateContainer, files changed'
    }

    def "a container that was made and never started gets its files before its first start by #command"() {
        given:
        def world = world(shop(COPY))
        world.created('shop.app')

        expect:
        lines(world, shop(COPY), command) == [
            '[] -> #1 local instance:app CopyFiles /here/app.ini to /etc/app.ini, not running',
            '[1] -> #2 local instance:app StartContainer, not running']

        where:
        command << [Command.RUN, Command.START]
    }

    def "neither label nor engine is told what is in a secret or key"() {
        given:
        def created = new World().run(shop(secret('db.password'), copy(source: new CopiedFile.OfKey(ProjectKey.DNS), to: '/k')))
            .graph().actions()*.action().find { it instanceof Action.CreateContainer }.specification()

        expect:
        created.text('Labels', 'io.dockerops.specification').get().contains('{"secret":"db.password"}')
        created.text('Labels', 'io.dockerops.specification').get().contains('"key dns.key"')
        !created.fields().keySet().any { it.toString().startsWith('Copies') }
    }
}
