package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.json.Json
import io.dockerops.engine.port.EngineRefused
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The command `build`, and what builds mean to the others. */
class BuildSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder)
            .file('project.groovy', '''\
                project 'shop'
                def base = build 'base', context: 'base'
                build 'unused', context: 'base'
                service('app') { build 'app'; publishExposed() }
                service('web') { build 'web' }
                service('db') { image 'postgres:17' }
                service('box') { image base }
                group 'front', 'web'
                '''.stripIndent())
            .file('base/Dockerfile', 'FROM debian:12\n')
            .file('app/Dockerfile', 'FROM shop/base\nEXPOSE 80 53/udp\n')
            .file('web/Dockerfile', 'FROM shop/app\n')
        cli.engine.addImage('postgres:17')
        cli.engine.registry().offer('debian:12')
    }

    private List<String> built() {
        cli.engine.calls().of(Kind.BUILD)*.target()
    }

    def "build makes the images that are named, and what they are built upon: #words"() {
        expect:
        cli.run(['build', *words] as String[]) == ExitCode.FINE
        built() == images.collect { "shop/$it:latest".toString() }
        cli.containers == []

        where:
        words             || images
        ['base']          || ['base']
        ['app']           || ['base', 'app']
        ['front']         || ['base', 'app', 'web']
        ['box']           || ['base']
        ['unused']        || ['unused']
    }

    def "build means all images without a name and as all: #words"() {
        expect:
        cli.run(['build', *words] as String[]) == ExitCode.FINE
        built().toSet() == ['base', 'unused', 'app', 'web'].collect { "shop/$it:latest".toString() }.toSet()

        where:
        words << [[], ['all']]
    }

    def "a second build has nothing to do, and says so"() {
        given:
        cli.run('build')
        cli.engine.calls().clear()

        expect:
        cli.run('build') == ExitCode.FINE
        built() == []
        cli.out == 'Nothing to build: no image is missing or has changed.\n'
    }

    def "without cache and with pull it builds all the same"() {
        given:
        cli.run('build')
        cli.engine.calls().clear()

        expect:
        cli.run('build', '--no-cache', '--pull', 'app') == ExitCode.FINE
        built() == ['shop/app:latest', 'shop/web:latest']

        and: 'what is pulled is what the named ones begin with'
        cli.run('build', '--pull', 'base') == ExitCode.FINE
        cli.engine.calls().of(Kind.PULL)*.target() == ['debian:12']
    }

    def "a dry run builds nothing and shows what would be"() {
        expect:
        cli.run('build', '--dry-run', '--no-cache', 'app') == ExitCode.FINE
        built() == []
        cli.out.readLines() == [
            '[] -> #1 local image:shop/base:latest BuildImage without cache, missing',
            '[1] -> #2 local image:shop/app:latest BuildImage without cache, missing',
            '[2] -> #3 local image:shop/web:latest BuildImage without cache, missing']
    }

    def "what is not built here is told: #word"() {
        expect:
        cli.run('build', word) == ExitCode.WRONG_INPUT
        cli.err.contains(told)

        where:
        word || told
        'db' || 'there is nothing to build for `db`: its image `postgres:17` comes from a registry'
        'ap' || 'there is no service, instance, group or image `ap` in project `shop`'
    }

    def "a build that fails shows all that it printed and the line that asked for it, and skips what is built upon it"() {
        given:
        def lines = (1..30).collect { "line $it".toString() }
        cli.engine.faults().on(Kind.BUILD).fail(new EngineRefused(0, 'returned a non-zero code: 3', lines))

        expect:
        cli.run('build', 'app') == ExitCode.FAILED
        cli.err.contains('project.groovy:2')
        cli.err.contains('all that it printed:')
        lines.every { line -> cli.err.readLines().any { it.endsWith("| $line") } }
        cli.err.contains('skipped because of it: building image shop/app:latest')
    }

    def "images built upon each other in a circle are a mistake of the project"() {
        given:
        cli.file('base/Dockerfile', 'FROM shop/web\n')

        expect:
        cli.run('build') == ExitCode.WRONG_INPUT
        cli.err.contains('images are built upon each other in a circle')
        ['base', 'app', 'web'].every { cli.err.contains("$it/Dockerfile:1") }
    }

    def "a run publishes what the Dockerfile exposes"() {
        expect:
        cli.run('run') == ExitCode.FINE
        cli.engine.containers(new TreeMap()).find { it.name() == 'shop.app' }.publishedPorts()*.replaceAll('.*:', '').toSet() ==
            ['53->53/udp', '80->80/tcp'].toSet()
        cli.out.contains('http://localhost')
        cli.run('run') == ExitCode.FINE
        cli.out.startsWith('Everything is as declared')
    }

    def "a run pulls an image first whose ports it is to publish"() {
        given:
        cli.file('project.groovy', "project 'shop'\nservice('web') { image 'nginx:1'; publishExposed() }\n")
        cli.engine.registry().offer('nginx:1', io.dockerops.engine.model.Specification.builder()
            .put('ExposedPorts.8000/tcp', true).build())

        expect:
        cli.run('run') == ExitCode.FINE
        cli.engine.containers(new TreeMap())*.publishedPorts().flatten()*.replaceAll('.*:', '').toSet() == ['8000->8000/tcp'].toSet()
        cli.engine.calls().clear()
        cli.run('run') == ExitCode.FINE
        cli.out.startsWith('Everything is as declared')
        cli.engine.calls().of(Kind.PULL) == []
    }

    def "the plan of a build as JSON says what is built without cache"() {
        expect:
        cli.run('build', '--json', '--dry-run', '--no-cache', 'base') == ExitCode.FINE
        Json.parse(cli.out).actions*.detail.unique() == ['without cache']
    }
}
