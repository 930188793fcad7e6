package io.dockerops.engine.rootfs

import io.dockerops.engine.RawEngine
import io.dockerops.engine.machine.LocalUser
import io.dockerops.engine.machine.Tool
import io.dockerops.engine.model.Image
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class RootfsIT extends Specification {

    static final String IMAGE = 'dockerops-rootfs-it'

    @TempDir
    Path folder

    RawEngine engine = RawEngine.ofTests()
    List<String> heard = new CopyOnWriteArrayList<>()
    ProgressListener listener = { heard << it.text() }

    def "BusyBox makes a system in which its applets run, with what is added"() {
        given:
        Files.createDirectories(folder.resolve('site/bin'))
        Files.writeString(folder.resolve('site/bin/hello'), '#!/usr/bin/env sh\necho "hello, $(id -un)"\n')
        folder.resolve('site/bin/hello').toFile().setExecutable(true, false)

        when:
        importImage(new Image.BusyBox(), new Image.Addition(folder.resolve('site'), '/'))
        def log = engine.run(IMAGE, ['sh', '-c', 'hello; ls -ld /tmp /root /usr/bin | cut -c1-10; grep -c . /etc/passwd; ls /bin | wc -l'])

        then:
        log.readLines()[0..4] == ['hello, root', 'drwx------', 'drwxrwxrwt', 'lrwxrwxrwx', '3']
        log.readLines()[5].strip() as int > 100

        cleanup:
        engine.removeImage(IMAGE)
    }

    def "the same recipe gives the same bytes"() {
        expect:
        bytes(new Image.BusyBox()) == bytes(new Image.BusyBox())
    }

    @Requires({ Tool.find('apt-get').present })
    def "where no static BusyBox is installed, the distribution's is fetched and kept, without installing it"() {
        given:
        def cache = folder.resolve('cache')
        def sources = new LocalImageSources([], cache)

        when:
        sources.rootfs(recipe(new Image.BusyBox()), listener).close()

        then:
        StaticProgram.is(cache.resolve('bin/busybox'))
        Files.list(cache).toList()*.fileName*.toString() == ['bin']
        heard.first() == 'Downloading the package busybox-static'

        when:
        heard.clear()
        sources.rootfs(recipe(new Image.BusyBox()), listener).close()

        then:
        heard.empty
    }

    @Requires({ Tool.find('mmdebstrap').present })
    def "mmdebstrap makes a system with packages, to which something can be added"() {
        given:
        Files.writeString(folder.resolve('motd'), 'welcome\n')

        when:
        importImage(new Image.Bootstrap('mmdebstrap', 'bookworm', ['less'], Optional.empty()),
            new Image.Addition(folder.resolve('motd'), '/bin/welcome'))
        def log = engine.run(IMAGE, ['sh', '-c', 'cat /usr/bin/welcome; test -x /usr/bin/less; . /etc/os-release; echo $VERSION_CODENAME; stat -c %U:%G /etc/shadow'])

        then:
        log.readLines() == ['welcome', 'bookworm', 'root:shadow']
        heard.any { it.contains('less') || it.startsWith('I: ') }

        cleanup:
        engine.removeImage(IMAGE)
    }

    @Requires({ Tool.find('debootstrap').present && LocalUser.root })
    def "debootstrap makes a system and leaves no folder behind"() {
        given:
        def before = leftovers()

        when:
        importImage(new Image.Bootstrap('debootstrap', 'bookworm', [], Optional.empty()))
        def log = engine.run(IMAGE, ['sh', '-c', '. /etc/os-release; echo $VERSION_CODENAME; ls /var/cache/apt/archives'])

        then:
        log.readLines()[0] == 'bookworm'
        !log.contains('.deb')
        leftovers() == before

        cleanup:
        engine.removeImage(IMAGE)
    }

    @Requires({ Tool.find('mmdebstrap').present })
    def "a system that cannot be made fails with the tool's last lines"() {
        when:
        bytes(new Image.Bootstrap('mmdebstrap', 'bookworm', [], Optional.of('http://127.0.0.1:9/debian')))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.startsWith('`mmdebstrap` failed with exit code ')
        failure.message.readLines().size() > 1
        failure.hint().get().startsWith('run it by itself: mmdebstrap ')
    }

    @Requires({ Tool.find('mmdebstrap').present })
    def "closing the tar ends the tool"() {
        given:
        def tar = new LocalImageSources().rootfs(
            recipe(new Image.Bootstrap('mmdebstrap', 'bookworm', [], Optional.empty())), listener)
        def children = ProcessHandle.current().descendants().toList()

        when:
        tar.close()

        then:
        !children.empty
        new PollingConditions(timeout: 20).eventually {
            assert children.every { !it.alive }
        }
    }

    private void importImage(Image.RootfsBase base, Image.Addition... additions) {
        engine.importImage(IMAGE, bytes(base, additions))
    }

    private byte[] bytes(Image.RootfsBase base, Image.Addition... additions) {
        try (def tar = new LocalImageSources().rootfs(recipe(base, additions), listener)) {
            return tar.readAllBytes()
        }
    }

    private static Image.Rootfs recipe(Image.RootfsBase base, Image.Addition... additions) {
        new Image.Rootfs('web', base, additions as List)
    }

    private static List<String> leftovers() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith('dockerops-debootstrap') }.sort()
    }
}
