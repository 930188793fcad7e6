package io.dockerops.engine.archive

import io.dockerops.engine.archive.TarEntry.Owner
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.FileCopy
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import spock.lang.Specification
import spock.lang.TempDir

/** The tar in which files go into a container. */
class ContainerFilesSpec extends Specification {

    @TempDir
    Path folder

    def setup() {
        put('conf/a', 'rw-r-----')
        put('conf/sub/b', 'rwxr-xr-x')
        Files.createSymbolicLink(folder.resolve('conf/c'), Path.of('a'))
    }

    private void put(String name, String mode) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, name)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode))
        Files.setPosixFilePermissions(file.parent, PosixFilePermissions.fromString('rwx------'))
    }

    /** Name, owner and mode of each entry. */
    private static List<List> entries(FileCopy file, Owner owner = Owner.ROOT, boolean there = false) {
        def tar = new TarArchiveInputStream(new ContainerFiles([file], { owner }, { there }).tar())
        def found = []
        for (def entry = tar.nextEntry; entry != null; entry = tar.nextEntry) {
            found << [entry.name, entry.longUserId, entry.longGroupId, entry.mode & 07777]
        }
        found
    }

    private FileCopy disk(String name, String to, String user = null, Integer mode = null) {
        new FileCopy(new FileCopy.OfDisk(folder.resolve(name)), to, Optional.ofNullable(user), Optional.ofNullable(mode))
    }

    def "a file goes to its place with its own mode, as root's"() {
        expect:
        entries(disk('conf/a', '/etc/x')) == [['etc/x', 0, 0, 0640]]
    }

    def "a folder that is missing comes with its mode, and one that is there is left as it is"() {
        expect:
        entries(disk('conf', '/etc/x'))*.first() == ['etc/x/', 'etc/x/a', 'etc/x/c', 'etc/x/sub/', 'etc/x/sub/b']
        entries(disk('conf', '/etc/x'), Owner.ROOT, true)*.first() == ['etc/x/a', 'etc/x/c', 'etc/x/sub/', 'etc/x/sub/b']
        entries(disk('conf', '/'))*.first() == ['a', 'c', 'sub/', 'sub/b']
    }

    def "owner and mode hold for all that is in a folder, the mode for its files alone"() {
        expect:
        entries(disk('conf', '/x', 'app', 0444), new Owner(7, 8)) == [
            ['x/', 7, 8, 0700], ['x/a', 7, 8, 0444], ['x/c', 7, 8, 0777], ['x/sub/', 7, 8, 0700], ['x/sub/b', 7, 8, 0444]]
    }

    def "owners with large numbers come through"() {
        expect:
        entries(disk('conf/a', '/x', 'app'), new Owner(3_000_000, 1_234_567_890)) == [['x', 3_000_000, 1_234_567_890, 0640]]
    }

    def "a text becomes a file that is its owner's alone unless said otherwise"() {
        expect:
        entries(new FileCopy(new FileCopy.OfText('ü'), '/x', Optional.empty(), mode)) == [['x', 0, 0, expected]]

        where:
        mode               || expected
        Optional.empty()   || 0600
        Optional.of(0644)  || 0644
    }

    def "a link that is named itself is followed"() {
        expect:
        entries(disk('conf/c', '/x')) == [['x', 0, 0, 0640]]
    }

    def "what is gone meanwhile is told"() {
        when:
        entries(disk('none', '/x'))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "cannot read `$folder/none`: `$folder/none` does not exist"
    }
}
