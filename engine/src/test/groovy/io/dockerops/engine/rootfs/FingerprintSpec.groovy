package io.dockerops.engine.rootfs

import io.dockerops.engine.model.Image
import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class FingerprintSpec extends Specification {

    @TempDir
    Path folder

    def setup() {
        write('Dockerfile', 'FROM scratch\n')
        write('src/app', 'one')
        write('notes.txt', 'mine')
        Files.createSymbolicLink(folder.resolve('link'), Path.of('src/app'))
    }

    def "it is the same for the same files, whenever they were written"() {
        given:
        def before = fingerprint(build())

        when:
        Files.setLastModifiedTime(folder.resolve('src/app'), FileTime.fromMillis(0))

        then:
        fingerprint(build()) == before
    }

    def "it changes when #what changes"() {
        given:
        def before = fingerprint(build())

        when:
        change.call(this)

        then:
        fingerprint(build()) != before

        where:
        what                    | change
        'the content of a file' | { it.write('src/app', 'two') }
        'the Dockerfile'        | { it.write('Dockerfile', 'FROM busybox\n') }
        'the mode of a file'    | { it.mode('src/app', 'rwxr-xr-x') }
        'the mode of a folder'  | { it.mode('src', 'rwx------') }
        'the name of a file'    | { Files.move(it.folder.resolve('src/app'), it.folder.resolve('src/other')) }
        'where a link leads'    | { it.link('link', 'notes.txt') }
        'a link to a copy'      | { Files.delete(it.folder.resolve('link')); it.write('link', 'one') }
        'a new empty folder'    | { Files.createDirectory(it.folder.resolve('empty')) }
    }

    def "it changes when the recipe says #what"() {
        expect:
        fingerprint(recipe.call(folder)) != fingerprint(build())

        where:
        what                  | recipe
        'another Dockerfile'  | { Path f -> new Image.Build(f, 'notes.txt', new TreeMap(), Optional.empty()) }
        'an argument'         | { Path f -> new Image.Build(f, 'Dockerfile', new TreeMap(A: 'b'), Optional.empty()) }
        'a target'            | { Path f -> new Image.Build(f, 'Dockerfile', new TreeMap(), Optional.of('x')) }
    }

    def "what .dockerignore names does not count"() {
        given:
        write('.dockerignore', 'notes.txt\n')
        def before = fingerprint(build())

        when:
        write('notes.txt', 'changed')

        then:
        fingerprint(build()) == before
    }

    def "the Dockerfile counts even when .dockerignore names it"() {
        given:
        write('.dockerignore', '*\n')
        def before = fingerprint(build())

        when:
        write('Dockerfile', 'FROM busybox\n')

        then:
        fingerprint(build()) != before
    }

    def "what .dockerignore takes back from an ignored folder counts"() {
        given:
        write('.dockerignore', 'src\n!src/app\n')
        def before = fingerprint(build())

        when:
        write('src/app', 'changed')

        then:
        fingerprint(build()) != before
    }

    def "one run sees one state"() {
        given:
        def sources = new LocalImageSources()
        def before = sources.fingerprint(build())

        when:
        write('src/app', 'changed')

        then:
        sources.fingerprint(build()) == before
    }

    def "a root file system's changes when #what changes"() {
        given:
        write('base.tar', 'tar')
        def before = fingerprint(rootfs('/www'))

        when:
        change.call(this)

        then:
        fingerprint(rootfs('/www')) != before

        where:
        what                     | change
        'the content of its tar' | { it.write('base.tar', 'other') }
        'what is added'          | { it.write('src/app', 'other') }
    }

    def "a root file system's changes with where something is added"() {
        given:
        write('base.tar', 'tar')

        expect:
        fingerprint(rootfs('/www')) != fingerprint(rootfs('/srv'))
    }

    def "the bases of root file systems are told apart"() {
        given:
        def recipes = [new Image.Empty(), new Image.BusyBox(), bootstrap('bookworm', []), bootstrap('trixie', []),
                       bootstrap('bookworm', ['nginx'])]

        expect:
        recipes.collect { fingerprint(new Image.Rootfs('web', it, [])) }.toSet().size() == recipes.size()
    }

    def "a missing context is told as such"() {
        when:
        fingerprint(new Image.Build(folder.resolve('none'), 'Dockerfile', new TreeMap(), Optional.empty()))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "cannot read the build context $folder/none: `$folder/none` does not exist"
    }

    def "what is copied has another one when #what changes"() {
        given:
        write('src/a', 'one')
        mode('src/a', 'rw-r--r--')
        def before = new LocalImageSources().copied(folder.resolve(path))
        change.call(this)

        expect:
        (new LocalImageSources().copied(folder.resolve(path)) != before) == changed

        where:
        what              | path    | change                               || changed
        'nothing'         | 'src'   | { }                                  || false
        'a time'          | 'src/a' | { it.write('src/a', 'one') }         || false
        'a content'       | 'src/a' | { it.write('src/a', 'two') }         || true
        'a content in it' | 'src'   | { it.write('src/a', 'two') }         || true
        'a mode'          | 'src/a' | { it.mode('src/a', 'rwxr-xr-x') }    || true
        'a mode in it'    | 'src'   | { it.mode('src/a', 'rwxr-xr-x') }    || true
        'a name in it'    | 'src'   | { it.write('src/b', '') }            || true
        'another file'    | 'src/a' | { it.write('src/b', '') }            || false
    }

    private Image.Build build() {
        new Image.Build(folder, 'Dockerfile', new TreeMap(), Optional.empty())
    }

    private Image.Rootfs rootfs(String path) {
        def added = new Image.Addition(folder.resolve('src'), path)
        new Image.Rootfs('web', new Image.Tar(folder.resolve('base.tar')), [added])
    }

    private static Image.Bootstrap bootstrap(String suite, List<String> packages) {
        new Image.Bootstrap('mmdebstrap', suite, packages, Optional.empty())
    }

    private static String fingerprint(Image image) {
        new LocalImageSources().fingerprint(image)
    }

    void write(String name, String text) {
        Files.createDirectories(folder.resolve(name).parent)
        Files.writeString(folder.resolve(name), text)
    }

    void mode(String name, String mode) {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode))
    }

    void link(String name, String target) {
        Files.delete(folder.resolve(name))
        Files.createSymbolicLink(folder.resolve(name), Path.of(target))
    }
}
