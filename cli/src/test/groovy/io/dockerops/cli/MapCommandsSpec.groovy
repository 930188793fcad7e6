package io.dockerops.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Container maps on the command line. */
class MapCommandsSpec extends Specification {

    private static final String MAP = '''\
        name: shop
        repository: !env registry
        db: {image: postgres:17}
        web:
          image: nginx:1
          links: db
          exposes: {80: 8080}
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder).file('shop.yaml', MAP)
        cli.environment.registry = 'registry.example.com'
        cli.engine.addImage('registry.example.com/postgres:17')
        cli.engine.addImage('registry.example.com/nginx:1')
    }

    def "a map runs like a script, with targets"() {
        expect:
        cli.run('run', 'shop.yaml', 'db') == 0
        cli.containers == ['shop.db']
        cli.run('run', 'shop.yaml') == 0
        cli.containers == ['shop.db', 'shop.web']
        cli.run('plan', 'shop.yaml', '--detailed-exitcode') == 0
    }

    def "a variable of a map is given by -P"() {
        given:
        cli.engine.addImage('other.example.com/postgres:17')

        expect:
        cli.run('plan', 'shop.yaml', 'db', '-P', 'registry=other.example.com') == 0
        cli.out.contains('shop') || cli.out.contains('db')
        cli.run('plan', 'shop.yaml', '-P', 'registri=x') == 2
        cli.err.contains('did you mean `registry`?')
    }

    def "a converted map plans the same"() {
        given:
        assert cli.run('run', 'shop.yaml') == 0

        expect:
        cli.run('convert', 'shop.yaml', '--out', 'project.groovy', '-P', 'registry=registry.example.com') == 0
        cli.run('plan', '--detailed-exitcode') == 0
    }

    def "converting overwrites nothing and takes no scripts"() {
        given:
        cli.file('project.groovy', "project 'mine'\n")

        expect:
        cli.run('convert', 'shop.yaml', '--out', 'project.groovy') == 2
        cli.err.contains('there is a `project.groovy` already')
        Files.readString(folder.resolve('project.groovy')) == "project 'mine'\n"
        cli.run('convert', 'project.groovy') == 2
        cli.err.contains('`project.groovy` is neither a map nor a folder of services')
    }

    def "a client file is for maps"() {
        given:
        cli.file('project.groovy', "project 'mine'\n").file('clients.yaml', 'here: {}\n')
            .file('shop.yaml', MAP + 'clients: here\n')

        expect:
        cli.run('validate', 'shop.yaml', '--clients', 'clients.yaml') == 0
        cli.run('validate', 'shop.yaml') == 2
        cli.err.contains('there is no host `here`')
        cli.run('validate', 'project.groovy', '--clients', 'clients.yaml') == 2
        cli.err.contains('`--clients` is for maps')
    }

    def "a saved plan of a map remembers its clients"() {
        given:
        cli.file('clients.yaml', '__default__: {}\n')

        expect:
        cli.run('plan', 'shop.yaml', '--clients', 'clients.yaml', '--out', 'next.plan') == 0
        cli.run('run', 'next.plan') == 0
        cli.containers == ['shop.db', 'shop.web']
    }
}
