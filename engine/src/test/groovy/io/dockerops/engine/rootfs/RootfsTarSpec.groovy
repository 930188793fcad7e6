package io.dockerops.engine.rootfs

import io.dockerops.engine.archive.TarEntry
import io.dockerops.engine.archive.TarStream
import io.dockerops.engine.model.Image
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.apache.commons.compress.archivers.tar.TarArchiveEntry
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import spock.lang.Specification
import spock.lang.TempDir

class RootfsTarSpec extends Specification {

    static final String LONG = 'a' * 60 + '/' + 'b' * 60

    @TempDir
    Path folder

    def "what is added keeps its kind, mode and content"() {
        given:
        write('site/index.html', 'hello', 'rw-r-----')
        write('site/bin/run', '#!', 'rwxr-xr-x')
        Files.createSymbolicLink(folder.resolve('site/latest'), Path.of('index.html'))

        when:
        def entries = read(new Image.Empty(), added('site', '/srv/www'))

        then:
        entries.keySet() as List == ['srv/', 'srv/www/', 'srv/www/bin/', 'srv/www/bin/run', 'srv/www/index.html',
                                     'srv/www/latest']
        entries['srv/www/index.html'].text == 'hello'
        entries['srv/www/index.html'].mode == 0640
        entries['srv/www/bin/run'].mode == 0755
        entries['srv/www/latest'].link == 'index.html'
    }

    def "a file added at #path becomes #name"() {
        given:
        write('motd', 'hi')

        expect:
        read(new Image.Empty(), added('motd', path)).keySet().last() == name

        where:
        path         | name
        '/etc/motd'  | 'etc/motd'
        '/etc/'      | 'etc/motd'
        '/x'         | 'x'
        '/a/../b'    | 'b'
    }

    def "a link that is added itself is followed"() {
        given:
        write('real', 'hi')
        Files.createSymbolicLink(folder.resolve('link'), Path.of('real'))

        expect:
        read(new Image.Empty(), added('link', '/motd'))['motd'].text == 'hi'
    }

    def "everything belongs to root and has one time, so that the same files give the same bytes"() {
        given:
        write('one/file', 'same')
        write('two/file', 'same')
        Files.setLastModifiedTime(folder.resolve('one/file'), java.nio.file.attribute.FileTime.fromMillis(0))

        expect:
        bytes(new Image.Empty(), [added('one', '/x')]) == bytes(new Image.Empty(), [added('two', '/x')])
        read(new Image.Empty(), added('one', '/x')).values().every { it.owner == '0:0' }
    }

    def "names and links of any length pass"() {
        given:
        write("deep/$LONG", 'far')
        Files.createSymbolicLink(folder.resolve('deep/link'), Path.of(LONG))

        when:
        def entries = read(new Image.Empty(), added('deep', '/x'))

        then:
        entries["x/$LONG".toString()].text == 'far'
        entries['x/link'].link == LONG
    }

    def "names that are not ASCII pass"() {
        given:
        write('names/Größe', 'x')

        expect:
        read(new Image.Empty(), added('names', '/x')).containsKey('x/Größe')
    }

    def "a tar without additions is given as it is"() {
        given:
        Files.write(folder.resolve('base.tar.xz'), [1, 2, 3] as byte[])

        expect:
        bytes(new Image.Tar(folder.resolve('base.tar.xz')), []) == [1, 2, 3] as byte[]
    }

    def "to a tar in #format form something can be added, and what it has stays"() {
        given:
        write('base/etc/motd', 'old', 'rw-------')
        write("base/$LONG", 'far')
        Files.createLink(folder.resolve('base/etc/hard'), folder.resolve('base/etc/motd'))
        sparse('base/sparse')
        write('site/index.html', 'hello')
        run(['tar', '-C', folder.resolve('base').toString(), '-cf', folder.resolve('base.tar').toString(),
             *options, '.'])

        when:
        def entries = read(new Image.Tar(folder.resolve('base.tar')), added('site', '/etc'))

        then:
        entries['./etc/motd'].text == 'old' || entries['./etc/hard'].text == 'old'
        format == 'v7' || entries["./$LONG".toString()].text == 'far'
        entries.containsKey('./sparse')
        entries.keySet().last() == 'etc/index.html'
        entries['etc/index.html'].text == 'hello'

        where:
        format  | options
        'gnu'   | ['-S', '--format=gnu']
        'pax'   | ['-S', '--format=pax']
        'v7'    | ['--format=v7', '--exclude=aaaa*']
        'gzip'  | ['--format=gnu', '-z']
        'xz'    | ['--format=gnu', '-J']
    }

    def "a file that is added takes the place of the one that was there, so that no path stands there twice"() {
        given:
        write('base/etc/motd', 'old')
        write('base/etc/other', 'stays')
        write('first/motd', 'newer')
        write('second/motd', 'newest')
        run(['tar', '-C', folder.resolve('base').toString(), '-cf', folder.resolve('base.tar').toString(), '.'])

        when:
        def tar = Files.write(folder.resolve('out.tar'),
            bytes(new Image.Tar(folder.resolve('base.tar')), [added('first', '/etc'), added('second', '/etc')]))

        then:
        ['tar', '-tf', tar.toString()].execute().text.readLines().findAll { !it.endsWith('/') } ==
            ['./etc/other', 'etc/motd']
        ['tar', '-xOf', tar.toString(), 'etc/motd'].execute().text == 'newest'
    }

    def "a folder or link of the base is not replaced by a folder that is added"() {
        given:
        write('base/usr/bin/tool', 'x')
        Files.createSymbolicLink(folder.resolve('base/bin'), Path.of('usr/bin'))
        write('site/bin/mine', 'y')
        run(['tar', '-C', folder.resolve('base').toString(), '-cf', folder.resolve('base.tar').toString(), *names])

        when:
        def entries = read(new Image.Tar(folder.resolve('base.tar')), added('site', '/'))

        then:
        !entries.containsKey('bin/')
        entries.keySet().last() == 'bin/mine'

        where:
        names << [['.'], ['bin', 'usr']]
    }

    def "a damaged tar is told as such: #what"() {
        given:
        write('site/index.html', 'hello')
        Files.write(folder.resolve('base.tar'), content)

        when:
        bytes(new Image.Tar(folder.resolve('base.tar')), [added('site', '/')])

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "cannot read the root file system web: $reason"

        where:
        what         | content                                                      | reason
        'no tar'     | ('x' * 1000).bytes                                           | 'it is not a tar, or a damaged one'
        'cut off'    | tar().take(600) as byte[]                                    | 'the tar ends in the middle of an entry'
        'half block' | tar().take(300) as byte[]                                    | 'it is not a tar, or a damaged one'
    }

    def "a missing #what is told as such"() {
        when:
        bytes(base.call(folder), [new Image.Addition(folder.resolve('none'), '/x')].take(additions))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "cannot read $subject: `$folder/none` does not exist"

        where:
        what       | base                                        | additions | subject
        'tar'      | { Path f -> new Image.Tar(f.resolve('none')) } | 0      | 'the root file system web'
        'addition' | { Path f -> new Image.Empty() }             | 1         | 'what is added at /x'
    }

    def "a file that shrinks while it is read fails, and gives no shorter file"() {
        given:
        write('file', 'x' * 100_000)
        def tar = new LocalImageSources().rootfs(recipe(new Image.Empty(), [added('file', '/file')]), ProgressListener.SILENT)

        when:
        tar.readNBytes(10)
        write('file', 'x')
        tar.readAllBytes()

        then:
        thrown(EngineException.Failed)

        cleanup:
        tar.close()
    }

    private static List<Byte> tar() {
        new TarStream('x').add([TarEntry.file('x', 0644, 'hello')]).open().readAllBytes() as List
    }

    private Image.Addition added(String name, String path) {
        new Image.Addition(folder.resolve(name), path)
    }

    private static Image.Rootfs recipe(Image.RootfsBase base, List<Image.Addition> additions) {
        new Image.Rootfs('web', base, additions)
    }

    private static byte[] bytes(Image.RootfsBase base, List<Image.Addition> additions) {
        try (def tar = new LocalImageSources().rootfs(recipe(base, additions), ProgressListener.SILENT)) {
            return tar.readAllBytes()
        }
    }

    private static Map<String, Map> read(Image.RootfsBase base, Image.Addition addition) {
        Map<String, Map> entries = [:]
        def tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes(base, [addition])), 'UTF-8')
        for (TarArchiveEntry entry = tar.nextEntry; entry != null; entry = tar.nextEntry) {
            entries[entry.name] = [text: entry.file ? new String(tar.readAllBytes()) : '', mode: entry.mode & 07777,
                                   link: entry.linkName, owner: "$entry.longUserId:$entry.longGroupId".toString()]
        }
        entries
    }

    private void write(String name, String text, String mode = 'rw-r--r--') {
        Files.createDirectories(folder.resolve(name).parent)
        Files.writeString(folder.resolve(name), text)
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode))
    }

    private void sparse(String name) {
        try (def file = new RandomAccessFile(folder.resolve(name).toFile(), 'rw')) {
            30.times { file.seek(it * 100_000L); file.write(1) }
        }
    }

    private static void run(List<String> command) {
        assert new ProcessBuilder(command).inheritIO().start().waitFor() == 0
    }
}
