package io.dockerops.engine.port

import java.nio.file.Files

/** What an engine owes callers about files that are put into containers. */
abstract class FilesContract extends ContainerEngineContract {

    private void files() {
        Files.createDirectories(folder.resolve('in/sub'))
        Files.writeString(folder.resolve('in/sub/word'), 'hello\n')
        Files.writeString(folder.resolve('in/say'), '#!/bin/sh\ncat "$(dirname "$0")/sub/word"\n')
        folder.resolve('in/say').toFile().executable = true
    }

    def "what is copied into a container before its start is there when it runs, with its modes"() {
        given:
        files()
        def program = new Program(['/tmp/given/say'], ['hello'], [], 0, 0, false)
        teach(program)
        create('one', Cmd: program.command)

        when:
        engine.copyFiles(name('one'), folder.resolve('in'), '/tmp/given')
        engine.start(name('one'))

        then:
        conditions.eventually {
            assert engine.inspect(name('one')).get().status().state() == ContainerStatus.State.EXITED
        }
        engine.inspect(name('one')).get().status().exitCode() == 0
        log('one', LogRequest.last(10)) == [['hello', false]]
    }

    def "what is copied into a running container is there at once"() {
        given:
        files()
        start('one')
        def program = new Program(['cat', '/deep/down/sub/word'], ['hello'], [], 0, 0, false)
        teach(program)

        when:
        engine.copyFiles(name('one'), folder.resolve('in'), '/deep/down')

        then:
        engine.exec(name('one'), new io.dockerops.engine.model.ExecCommand(program.command, Optional.empty(), false))
            .output() == 'hello\n'
    }

    def "a container that is not there gets no files"() {
        given:
        files()

        when:
        engine.copyFiles(name('none'), folder.resolve('in'), '/tmp/given')

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }
}
