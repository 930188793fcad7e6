package io.dockerops.engine.docker

import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import spock.lang.Specification
import spock.lang.TempDir

class BuildContextSpec extends Specification {

    @TempDir
    Path folder

    def "a folder's content is in its tar, in the order of names"() {
        given:
        write('b/two', 'zwei')
        write('a', 'eins')
        write('b/ü ' + 'long' * 40, 'x')
        Files.createDirectory(folder.resolve('empty'))
        Files.createSymbolicLink(folder.resolve('link'), Path.of('a'))

        expect:
        entries() == [
            [name: 'a', content: 'eins'], [name: 'b/'], [name: 'b/two', content: 'zwei'],
            [name: 'b/ü ' + 'long' * 40, content: 'x'], [name: 'empty/'], [name: 'link', link: 'a']]
    }

    def "modes are kept, owners are not"() {
        given:
        write('run.sh', '#!/bin/sh')
        Files.setPosixFilePermissions(folder.resolve('run.sh'), PosixFilePermissions.fromString('rwxr-x---'))

        expect:
        tar { it.nextEntry.with { [mode & 07777, longUserId, longGroupId] } } == [0750, 0, 0]
    }

    def "what is ignored stays here"() {
        given:
        write('.dockerignore', 'secret\n**/*.tmp\nout\n!out/keep\n')
        ['Dockerfile', 'secret/key', 'a/b.tmp', 'a/c', 'out/lost', 'out/keep'].each { write(it, 'x') }

        expect:
        entries()*.name == ['.dockerignore', 'Dockerfile', 'a/', 'a/c', 'out/keep']
    }

    def "large files come through whole"() {
        given:
        def bytes = new byte[3_000_001]
        new Random(1).nextBytes(bytes)
        Files.write(folder.resolve('big'), bytes)

        expect:
        tar { it.nextEntry; it.readAllBytes() } == bytes
    }

    def "an empty file is a file"() {
        given:
        write('empty', '')

        expect:
        entries() == [[name: 'empty', content: '']]
    }

    def "a file that becomes shorter on the way is told"() {
        given:
        Files.write(folder.resolve('big'), new byte[1_000_000])
        def context = new BuildContext(folder, 'Dockerfile')
        context.read(new byte[100_000])
        Files.write(folder.resolve('big'), new byte[10])

        when:
        context.readAllBytes()

        then:
        def failure = thrown(IOException)
        failure.message == 'a file of the build context became shorter while it was read'
    }

    def "a context that was closed gives nothing more"() {
        given:
        write('a', 'x' * 1_000_000)
        def context = new BuildContext(folder, 'Dockerfile')
        context.read()
        context.close()

        when:
        context.readAllBytes()

        then:
        thrown(IOException)
    }

    def "a folder that is not there is told"() {
        when:
        new BuildContext(folder.resolve('missing'), 'Dockerfile')

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.contains(folder.resolve('missing').toString())
    }

    private void write(String name, String content) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, content)
    }

    private <T> T tar(@DelegatesTo(TarArchiveInputStream) Closure<T> reading) {
        new TarArchiveInputStream(new BuildContext(folder, 'Dockerfile'), 'UTF-8').withStream(reading)
    }

    private List<Map> entries() {
        tar { tar ->
            def entries = []
            for (def entry = tar.nextEntry; entry != null; entry = tar.nextEntry) {
                entries << [name: entry.name] + (entry.symbolicLink ? [link: entry.linkName] : [:]) +
                    (entry.file && !entry.symbolicLink ? [content: new String(tar.readAllBytes())] : [:])
            }
            entries
        }
    }
}
