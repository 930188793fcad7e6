package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.port.EngineRefused
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is told of the calls to engines when it is asked for. */
class DebugSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; env PASSWORD: secret('db')"))
        cli.file('secrets/db', 'hidden')
    }

    def "each call to an engine is told with what it is about and its time, and no value of a secret: #how"() {
        given:
        cli.environment.putAll(environment)

        expect:
        cli.run('run', *options) == ExitCode.FINE
        cli.err.readLines().any { it ==~ /debug: local createContainer shop\.db, \d+ ms/ }
        cli.err.readLines().any { it ==~ /debug: local start shop\.db, \d+ ms/ }
        !cli.err.contains('hidden')

        and: 'results stay alone on standard output'
        !cli.out.contains('debug')

        where:
        how         | options     | environment
        '--debug'   | ['--debug'] | [:]
        'LOG_LEVEL' | []          | [LOG_LEVEL: 'debug']
    }

    def "a call that fails is told with what the engine said"() {
        given:
        cli.engine.faults().on(Kind.START).fail(new EngineRefused(500, 'no space'))

        expect:
        cli.run('run', '--debug') == ExitCode.FAILED
        cli.err.readLines().any { it ==~ /debug: local start shop\.db, failed after \d+ ms: .*no space.*/ }
    }

    def "nothing is told unless it is asked for"() {
        expect:
        cli.run('run') == ExitCode.FINE
        cli.err == ''
    }
}
