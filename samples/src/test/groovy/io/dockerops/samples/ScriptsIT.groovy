package io.dockerops.samples

import io.dockerops.endtoend.Dockerops
import io.dockerops.engine.json.Json
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The sample with scripts, actions and a policy, on real servers. */
@Stepwise
class ScriptsIT extends Specification {

    private static final Path SAMPLE = Path.of('scripts').toAbsolutePath()
    private static final List<String> REDIS = ['redis-cli', '-s', '/run/redis/cache.sock']

    @TempDir
    @Shared
    Path folder

    def setupSpec() {
        assert Dockerops.run(SAMPLE, 'run').code == 0
    }

    def cleanupSpec() {
        Dockerops.run(SAMPLE, 'clean', '--volumes', '--yes')
    }

    private static Dockerops script(String... arguments) {
        Dockerops.run(SAMPLE, *(['script', '--beside'] + arguments.toList()))
    }

    private static List<String> containers() {
        Dockerops.docker('container', 'ls', '-a', '--filter', 'label=io.dockerops.project=scripts', '--format', '{{.Names}}')
            .readLines().sort()
    }

    def "a command empties the cache over its socket, and leaves no container"() {
        given:
        script('redis', '--', *REDIS, 'set', 'key', 'value')

        expect:
        script('redis', '--', *REDIS, 'get', 'key').out == 'value\n'
        script('redis', '--', *REDIS, 'flushdb').out == 'OK\n'
        script('redis', '--', *REDIS, 'get', 'key').out == '\n'
        containers() == ['scripts.postgres', 'scripts.redis', 'scripts.shop']
    }

    def "an action fills the database from files of a folder"() {
        when:
        def imported = Dockerops.run(SAMPLE, 'action', 'import')

        then:
        imported.code == 0
        imported.out.contains('2 products')
    }

    def "a script file runs in the container's folder, seen or copied: #options"() {
        when:
        def count = script(*options, '--file', 'import/count.sh', 'postgres')

        then:
        count.code == 0
        count.out == '2 products in /tmp/script_run\n'

        where:
        options << [[], ['--copy']]
    }

    def "a script writes results beside itself"() {
        given:
        Files.writeString(folder.resolve('write.sh'), '#!/bin/sh\necho done > "$(dirname "$0")/result"\n')
        folder.toFile().setWritable(true, false)

        expect:
        script('--file', folder.resolve('write.sh').toString(), '--entrypoint', '/bin/sh', 'shop').code == 0
        Files.readString(folder.resolve('result')) == 'done\n'
    }

    def "the exit code of a script is passed on, with what it prints, as JSON too"() {
        when:
        def failed = script('--json', 'shop', '--', 'sh', '-c', 'echo out; exit 5')
        def last = Json.parse(failed.out.readLines().last())

        then:
        failed.code == 5
        last.results*.exitCode == [5]
        last.results*.log == ['out\n']
    }

    def "a script that takes too long keeps its container until it is replaced"() {
        when:
        def late = script('--timeout', '1s', 'shop', '--', 'sleep', '600')

        then:
        late.code == 1
        late.err.contains('did not end within 1.0 s')
        Dockerops.docker('inspect', '-f', '{{.State.Running}}', 'scripts.shop-script') == 'true'
        script('shop', '--', 'true').code == 2
        script('--replace', 'shop', '--', 'true').code == 0
        !containers().contains('scripts.shop-script')
    }

    def "a script in place of its service needs it to have no container"() {
        expect:
        Dockerops.run(SAMPLE, 'script', 'shop', '--', 'true').code == 2
        Dockerops.run(SAMPLE, 'shutdown', 'shop').code == 0
        Dockerops.run(SAMPLE, 'script', 'shop', '--', 'echo', 'alone').out == 'alone\n'
        Dockerops.run(SAMPLE, 'run').code == 0
    }

    def "an action stops who writes, dumps, and starts it again"() {
        when:
        def backup = Dockerops.run(SAMPLE, 'action', 'backup')

        then:
        backup.code == 0
        Dockerops.docker('exec', 'scripts.postgres', 'head', '-c', '30', '/backups/shop.sql').contains('PostgreSQL database dump')
        Dockerops.docker('inspect', '-f', '{{.State.Running}}', 'scripts.shop') == 'true'
        Dockerops.run(SAMPLE, 'plan', '--detailed-exitcode').code == 0
    }

    def "what stands in afterwards is done when a step fails"() {
        given:
        Dockerops.docker('exec', '-u', '0', 'scripts.postgres', 'chmod', '000', '/backups')

        when:
        def backup = Dockerops.run(SAMPLE, 'action', 'backup')

        then:
        backup.code == 1
        backup.err.contains("script postgres, 'pg_dump -f /backups/shop.sql shop'")
        Dockerops.docker('inspect', '-f', '{{.State.Running}}', 'scripts.shop') == 'true'

        cleanup:
        Dockerops.docker('exec', '-u', '0', 'scripts.postgres', 'chmod', '700', '/backups')
    }

    def "the policy lets nobody lose data without a yes"() {
        expect:
        Dockerops.run(SAMPLE, 'plan').code == 0
        Dockerops.run(SAMPLE, 'clean', '--volumes').code == 2
        containers().size() == 3
    }
}
