package io.dockerops.engine.port

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import org.apache.commons.compress.archivers.tar.TarArchiveEntry
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream
import org.apache.commons.compress.archivers.tar.TarConstants

/** A root file system of the distribution's static BusyBox, with the few commands that specs run. */
@CompileStatic
final class BusyBoxTar {

    private static final List<String> PLACES = ['/bin/busybox', '/usr/bin/busybox']
    private static final List<String> APPLETS =
        ['sh', 'cat', 'chmod', 'echo', 'env', 'false', 'head', 'id', 'kill', 'ls', 'mkdir', 'nc', 'nslookup', 'ping', 'pwd',
         'seq', 'sleep', 'stat', 'stty', 'test', 'touch', 'true', 'tty', 'yes']

    private BusyBoxTar() {
    }

    static byte[] bytes() {
        def place = PLACES.find { Files.isRegularFile(Path.of(it)) }
        if (!place) {
            throw new IllegalStateException('these specs need a static BusyBox: apt-get install busybox-static')
        }
        def bytes = new ByteArrayOutputStream()
        def tar = new TarArchiveOutputStream(bytes)
        ['bin/', 'etc/', 'tmp/'].each { folder(tar, it) }
        file(tar, 'bin/busybox', Files.readAllBytes(Path.of(place)), 0755)
        APPLETS.each { link(tar, "bin/$it") }
        file(tar, 'etc/passwd', 'root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n'.bytes, 0644)
        file(tar, 'etc/group', 'root:x:0:\nnogroup:x:65534:\n'.bytes, 0644)
        tar.close()
        bytes.toByteArray()
    }

    private static void folder(TarArchiveOutputStream tar, String name) {
        tar.putArchiveEntry(new TarArchiveEntry(name))
        tar.closeArchiveEntry()
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content, int mode) {
        def entry = new TarArchiveEntry(name)
        entry.size = content.length
        entry.mode = mode
        tar.putArchiveEntry(entry)
        tar.write(content)
        tar.closeArchiveEntry()
    }

    private static void link(TarArchiveOutputStream tar, String name) {
        def entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
        entry.linkName = 'busybox'
        tar.putArchiveEntry(entry)
        tar.closeArchiveEntry()
    }
}
