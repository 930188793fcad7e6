package io.dockerops.engine.port

import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

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
        engine.copyFiles(name('one'), [FileCopy.of(folder.resolve('in'), '/tmp/given')])
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
        engine.copyFiles(name('one'), [FileCopy.of(folder.resolve('in'), '/deep/down')])

        then:
        engine.exec(name('one'), new io.dockerops.engine.model.ExecCommand(program.command, Optional.empty(), false))
            .output() == 'hello\n'
    }

    def "files, folders and texts get the owner and the mode that they are copied with"() {
        given:
        files()
        def stat = ['stat', '-c', '%n %u:%g %a', '/etc/given/one', '/etc/given/two', '/etc/given/all/say', '/etc/given/all', '/etc']
        def program = new Program(stat, ['/etc/given/one 0:0 644', '/etc/given/two 1000:100 400', '/etc/given/all/say 7:8 600',
            '/etc/given/all 7:8 750', '/etc 0:0 755'], [], 0, 0, false)
        teach(program)
        folder.resolve('in/sub/word').toFile().setReadable(true, false)
        Files.setPosixFilePermissions(folder.resolve('in/sub/word'), PosixFilePermissions.fromString('rw-r--r--'))
        Files.setPosixFilePermissions(folder.resolve('in'), PosixFilePermissions.fromString('rwxr-x---'))
        create('one', Cmd: program.command)

        when:
        engine.copyFiles(name('one'), [
            FileCopy.of(folder.resolve('in/sub/word'), '/etc/given/one'),
            new FileCopy(new FileCopy.OfText('hidden'), '/etc/given/two', Optional.of('1000:100'), Optional.of(0400)),
            new FileCopy(new FileCopy.OfDisk(folder.resolve('in')), '/etc/given/all', Optional.of('7:8'), Optional.of(0600)),
            FileCopy.of(folder.resolve('in/sub'), '/etc')])
        engine.start(name('one'))

        then:
        conditions.eventually {
            assert engine.inspect(name('one')).get().status().state() == ContainerStatus.State.EXITED
        }
        log('one', LogRequest.last(10)) == program.output.collect { [it, false] }
    }

    def "a container that is not there gets no files"() {
        given:
        files()

        when:
        engine.copyFiles(name('none'), [FileCopy.of(folder.resolve('in'), '/tmp/given')])

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }
}
