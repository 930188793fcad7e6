package io.dockerops.samples

import io.dockerops.endtoend.Dockerops
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Stepwise

/** The sample with volumes that belong to a service. */
@Stepwise
class AttachedVolumesIT extends Specification {

    private static final Path SAMPLE = Path.of('attached-volumes').toAbsolutePath()

    def setupSpec() {
        assert Dockerops.run(SAMPLE, 'run').code == 0
    }

    def cleanupSpec() {
        Dockerops.run(SAMPLE, 'clean', '--volumes', '--yes')
    }

    private static String inReader(String... command) {
        Dockerops.docker('exec', 'attached-volumes.reader', *command)
    }

    private static List<String> labelled(String kind, String format, String... more) {
        Dockerops.docker(kind, 'ls', *more, '--filter', 'label=io.dockerops.project=attached-volumes', '--format', format)
            .readLines().sort()
    }

    def "each volume has its owner and mode: the volume's, else those of the service that attaches it"() {
        expect:
        inReader('stat', '-c', '%a %u:%g', path) == said

        where:
        path           || said
        '/run/app'     || '750 2000:2000'
        '/spool'       || '755 3000:3000'
        '/srv/archive' || '750 2000:2000'
    }

    def "who uses a volume sees what its owner has written, and cannot write where it is to read only"() {
        expect:
        inReader('cat', '/run/app/greeting', '/srv/archive/paper') == 'hello\nkept'
        inReader('sh', '-c', 'touch /run/app/x 2>/dev/null || echo no') == 'no'
        inReader('sh', '-c', 'touch /spool/x && echo yes') == 'yes'
    }

    def "one volume is held by a container that has ended, and no helper is left"() {
        expect:
        labelled('container', '{{.Names}} {{.State}}', '-a') ==
            ['attached-volumes.app running', 'attached-volumes.archive exited', 'attached-volumes.reader running']
        labelled('volume', '{{.Name}}') == ['attached-volumes.archive', 'attached-volumes.socket', 'attached-volumes.spool']
    }

    def "attached volumes stay when their owner goes, and go when that is asked for"() {
        when:
        assert Dockerops.run(SAMPLE, 'shutdown').code == 0
        assert Dockerops.run(SAMPLE, 'run').code == 0

        then:
        inReader('cat', '/srv/archive/paper') == 'kept'
        inReader('sh', '-c', 'test -e /spool/x && echo there') == 'there'

        when:
        assert Dockerops.run(SAMPLE, 'shutdown', '--remove-attached', '--yes').code == 0

        then:
        labelled('volume', '{{.Name}}') == []
    }
}
