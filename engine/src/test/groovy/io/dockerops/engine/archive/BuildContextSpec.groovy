package io.dockerops.engine.archive

import io.dockerops.engine.model.Image
import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
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
        entries()*.name == ['.dockerignore', 'Dockerfile', 'a/', 'a/c', 'out/', 'out/keep']
    }

    def "the keys of a project stay here, and those of others do not: #name"() {
        given:
        ['Dockerfile', name].each { write(it, 'x') }

        expect:
        entries()*.name.any { it.startsWith(name.split('/')[0..-2].join('/')) } == sent

        where:
        name                       || sent
        'keys/ssh_key'             || false
        'keys/dns.key'             || false
        'shop/keys/ssh_key.pub'    || true
        'keys/.ssh_key.1a'         || false
        'keys/archive.gpg'         || true
        'etc/ssh_key'              || true
    }

    def "a project with keys has the same context as without"() {
        given:
        write('Dockerfile', 'x')
        def before = entries()
        ['keys/.gitignore', 'keys/ssh_key', 'keys/ssh_key.pub'].each { write(it, 'x') }

        expect:
        entries() == before
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
        def context = context()
        context.read(new byte[100_000])
        Files.write(folder.resolve('big'), new byte[10])

        when:
        context.readAllBytes()

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "cannot read the build context $folder: a file became shorter while it was read"
    }

    def "a context that was closed gives nothing more"() {
        given:
        write('a', 'x' * 1_000_000)
        def context = context()
        context.read()
        context.close()

        when:
        context.readAllBytes()

        then:
        thrown(IOException)
    }

    def "a folder that is not there is told"() {
        when:
        context(folder.resolve('missing'))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.contains(folder.resolve('missing').toString())
    }

    def "times are kept, for tools in the image that compare them"() {
        given:
        write('a', 'x')
        Files.setLastModifiedTime(folder.resolve('a'), FileTime.fromMillis(1_500_000_000_000))

        expect:
        tar { it.nextEntry.lastModifiedTime.toMillis() } == 1_500_000_000_000
    }

    private InputStream context(Path where = folder) {
        new BuildContext(new Image.Build(where, 'Dockerfile', new TreeMap(), Optional.empty())).tar()
    }

    private void write(String name, String content) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, content)
    }

    private <T> T tar(@DelegatesTo(TarArchiveInputStream) Closure<T> reading) {
        new TarArchiveInputStream(context(), 'UTF-8').withStream(reading)
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
