package io.dockerops.samples

import io.dockerops.endtoend.Dockerops
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Stepwise
import spock.util.concurrent.PollingConditions

/** The sample with commands that run in a container. */
@Stepwise
class ExecCommandsIT extends Specification {

    private static final Path SAMPLE = Path.of('exec-commands').toAbsolutePath()
    private static final String WATCHER = 'tail -F /srv/state/history'
    private static final String APP = 'exec-commands.app'

    def setupSpec() {
        assert Dockerops.run(SAMPLE, 'run').code == 0
    }

    def cleanupSpec() {
        Dockerops.run(SAMPLE, 'clean', '--volumes', '--yes')
    }

    private static List<String> history() {
        Dockerops.docker('exec', APP, 'cat', '/srv/state/history').readLines()
    }

    private static List<String> watchers() {
        Dockerops.docker('top', APP, '-eo', 'pid,uid,args').readLines().findAll { it.endsWith(WATCHER) }
    }

    private static List<String> plan() {
        Dockerops.run(SAMPLE, 'plan').out.readLines().findAll { it.startsWith('[') }
    }

    def "a new container gets each command, the one in the background as its user"() {
        expect:
        history() == ['made', 'started']
        watchers().size() == 1
        watchers()[0].trim().split(/\s+/)[1] == '65534'
        plan() == []
    }

    def "a command in the background that is gone is started again, and nothing else is done"() {
        given:
        Dockerops.docker('exec', '-u', '0', APP, 'killall', 'tail')
        new PollingConditions(timeout: 10).eventually { assert watchers() == [] }

        expect:
        plan().size() == 1
        plan()[0].contains('instance:app Exec')

        when:
        assert Dockerops.run(SAMPLE, 'run').code == 0

        then:
        watchers().size() == 1
        history() == ['made', 'started']
        plan() == []
    }

    def "another look at processes can be asked for, or none"() {
        given:
        Dockerops.docker('exec', '-u', '0', APP, 'killall', 'tail')
        new PollingConditions(timeout: 10).eventually { assert watchers() == [] }

        expect:
        Dockerops.run(SAMPLE, 'update', '--check-exec', 'none').code == 0
        watchers() == []
        Dockerops.run(SAMPLE, 'update', '--check-exec', 'partial').code == 0
        watchers().size() == 1
    }

    def "a container that starts again gets all but those that run once"() {
        when:
        assert Dockerops.run(SAMPLE, 'stop').code == 0
        assert Dockerops.run(SAMPLE, 'run').code == 0

        then:
        history() == ['made', 'started', 'started']
        watchers().size() == 1

        when:
        assert Dockerops.run(SAMPLE, 'restart', '--restart-exec').code == 0

        then:
        history() == ['made', 'started', 'started', 'started']
        watchers().size() == 1
        plan() == []
    }
}
