package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Where the values of parameters come from. */
class ParametersSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder).file('project.groovy', '''\
            project 'shop'
            def tag = parameter('tag', '17')
            def port = parameter('port', 8080)
            service('db') { image "postgres:$tag"; publish port }
            '''.stripIndent())
    }

    def "a file has parameters, later files go over earlier ones, and the command line over all"() {
        given:
        cli.file('first.yaml', 'tag: 14\nport: 1').file('second.json', '{"tag": "15", "port": 2}')

        cli.engine.addImage('postgres:15')

        expect:
        cli.run('run', '--parameters', 'first.yaml', '--parameters', 'second.json', '-P', 'port=3') == ExitCode.FINE
        with(cli.engine.containers([:] as TreeMap<String, String>)[0]) {
            image() == 'postgres:15'
            publishedPorts().any { it.contains(':3->3/tcp') }
        }
    }

    def "a variable sets a parameter that nothing else sets"() {
        given:
        cli.environment.DOCKEROPS_PARAMETER_tag = '16'
        cli.environment.DOCKEROPS_PARAMETER_unknown = 'of another project'

        expect:
        cli.run('run', '--dry-run') == ExitCode.FINE
        cli.out.contains('postgres:16')
        cli.run('run', '--dry-run', '-P', 'tag=12') == ExitCode.FINE
        cli.out.contains('postgres:12')
    }

    def "a variable with a wrong value is told as such, where the parameter is declared"() {
        given:
        cli.environment.DOCKEROPS_PARAMETER_port = 'many'

        expect:
        cli.run('validate') == ExitCode.WRONG_INPUT
        cli.err.contains('project.groovy:3')
        cli.err.contains('parameter `port` is a whole number, and `many` is not')
        cli.err.contains('give it as `DOCKEROPS_PARAMETER_port=8080`')
    }

    def "a file of parameters that is wrong is told with file and line: #text"() {
        given:
        cli.file('wrong.yaml', text)

        expect:
        cli.run('validate', '--parameters', 'wrong.yaml') == ExitCode.WRONG_INPUT
        cli.err.contains(said)
        cli.err.contains(place)

        where:
        text                     || said                                                          | place
        'tag'                    || 'a file of parameters is a map of their names to values'      | 'wrong.yaml:1'
        'port: 1\ntag: [1, 2]'   || 'tag'                                                         | 'wrong.yaml:2'
        'port: 1\nport: 2'       || 'port'                                                        | 'wrong.yaml:2'
        'tga: 1'                 || 'the project has no parameter `tga`'                          | 'did you mean `tag`?'
    }

    def "a file of parameters that is missing is told"() {
        expect:
        cli.run('validate', '--parameters', 'none.yaml') == ExitCode.WRONG_INPUT
        cli.err.contains('none.yaml')
    }
}
