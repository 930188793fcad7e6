package io.dockerops.dsl

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

/** Folders of services: as projects of their own, in scripts, and converted. */
class FoldersSpec extends LanguageSpecification {

    @TempDir
    Path shop

    def setup() {
        ['postgres', 'web'].each {
            Files.createDirectories(shop.resolve("services/$it"))
            Files.writeString(shop.resolve("services/$it/Dockerfile"), 'FROM scratch\n')
        }
        Files.writeString(shop.resolve('run.conf'), '''
            [
             {"service": "postgres", "instance": "master", "group": "back", "env_vars": {"SIZE": "3", "TEXT": "it's $HOME"}},
             {"service": "postgres", "instance": "spare", "instance_type": "master", "persistent_log": false},
             {"service": "web", "instance": "one", "links": ["postgres-m*:DB"], "sleep": 2, "seed_command": "sleep '5 0'"},
             {"service": "web", "instance": "debug", "volumes": "./www:/www:ro"}
            ]
            '''.stripIndent())
    }

    def "a folder of services is a project, whose instances all have types"() {
        given:
        def project = scripts.load(input()).project()

        expect:
        project.instances().collectEntries { [it.id().toString(), it.settings().environment().INSTANCE_TYPE.text()] } ==
            ['postgres.master': 'master', 'postgres.spare': 'master', 'web.one': 'standard', 'web.debug': 'debug']
        project.imageOf(project.instances()[0]).toString().startsWith("${project.name()}/postgres")
    }

    def "services upon the base image get the project's keys, the one for names only with a DNS service, and others none"() {
        given:
        Files.writeString(shop.resolve('services/web/Dockerfile'), 'FROM dockerops/base\n')

        expect:
        copies('web') == ['key ssh_key.pub to /etc/dockerops/authorized_keys', 'key ssh_key to /etc/dockerops/ssh_key']
        copies('postgres') == []

        when:
        Files.writeString(shop.resolve('run.conf'), """
            [{"service": "dockerops-dns", "instance": "one"},
             {"service": "web", "instance": "one", "links": ["dockerops-dns-one:dns"]}]""")

        then:
        copies('web').last() == 'key dns.key to /etc/dockerops/dns.key'
        copies('dockerops-dns') == copies('web')

        and: 'a converted folder has the same, by the library'
        def converted = Files.writeString(shop.resolve('project.groovy'), scripts.convert(input()).script())
        def script = scripts.load(converted, [:]).project()
        def read = scripts.load(input()).project()
        script.services()*.settings()*.lifecycle() == read.services()*.settings()*.lifecycle()
        script.instances().collect { script.sourceOf(it) } == read.instances().collect { read.sourceOf(it) }
        Files.readString(converted).contains("library 'platform'")
    }

    def "what the base image begins with is a parameter, for folders as for the library: #parameters, #environment"() {
        given:
        Files.writeString(shop.resolve('services/web/Dockerfile'), 'FROM dockerops/base\n')
        def script = Files.writeString(shop.resolve('project.groovy'), "project 'shop'\nlibrary 'platform'")

        expect:
        [shop, script].every {
            scripts.load(new ProjectInput(it, parameters, environment, Optional.empty())).project().images()[0].arguments() == [BASE: begin]
        }

        where:
        parameters                  | environment                                        || begin
        [:]                         | [:]                                                || 'debian:bookworm-slim'
        [baseImage: 'ubuntu:24.04'] | [:]                                                || 'ubuntu:24.04'
        [:]                         | [DOCKEROPS_PARAMETER_baseImage: 'debian:trixie']   || 'debian:trixie'
    }

    def "services upon the base image are ready when their programs are up, unless their Dockerfile has a check of its own"() {
        given:
        Files.writeString(shop.resolve('services/web/Dockerfile'), 'FROM dockerops/base\n' + line)

        expect:
        scripts.load(input()).project().instances().find { it.id().toString() == 'web.one' }.settings().health()
            .map { it.test() } == Optional.ofNullable(test)

        where:
        line                                 || test
        ''                                   || ['CMD', 'container-ready']
        'HEALTHCHECK CMD curl -f localhost'  || null
    }

    private List<String> copies(String service) {
        scripts.load(input()).project().services().find { it.id().name() == service }.instances()[0].settings().lifecycle().copies()*.toString()
    }

    def "a converted folder declares the same"() {
        given:
        def text = scripts.convert(input()).script()
        def script = Files.writeString(shop.resolve('project.groovy'), text)

        expect:
        scripts.load(script, [:]).project() == scripts.load(input()).project()
    }

    def "a converted folder reads as if somebody had written it"() {
        expect:
        scripts.convert(input()).script().readLines().tail() == '''
            service('postgres') {
                build 'services/postgres'
                instance('master') {
                    requires 'SERVICE_IP', 'SIZE', 'TEXT'
                    env SIZE: '3', TEXT: 'it\\'s $HOME'
                }
                instance('spare') {
                    type 'master'
                    persistentLog false
                    requires 'SERVICE_IP'
                }
            }

            service('web') {
                build 'services/web'
                instance('one') {
                    type 'standard'
                    command 'sleep', '5 0'
                    link 'postgres.master', as: 'DB', address: true
                    startDelay 2.seconds
                }
                instance('debug') {
                    bind '@/www', at: '/www', readOnly: true
                }
            }

            group 'back', 'postgres.master'
            '''.stripIndent().replace('@', shop.toString()).readLines()
    }

    def "a script goes over the folder that it takes"() {
        given:
        def script = Files.writeString(shop.resolve('project.groovy'), '''
            project 'other'
            folder '.'
            service('web') {
                env ADDED: 'yes'
                instance('one') {
                    type 'published'
                }
            }
            '''.stripIndent())

        when:
        def project = scripts.load(script, [:]).project()
        def one = project.instances().find { it.id().toString() == 'web.one' }

        then:
        project.name() == 'other'
        one.settings().environment().findAll { it.value instanceof EnvValue.Literal }.collectEntries { name, value -> [name, value.text()] }.subMap(['ADDED', 'INSTANCE_TYPE']) ==
            [ADDED: 'yes', INSTANCE_TYPE: 'published']
        one.settings().links()*.target()*.toString() == ['postgres.master']
    }

    def "a script may take another list than run.conf"() {
        given:
        Files.writeString(shop.resolve('small.conf'), '[{"service": "web", "instance": "only"}]')
        def script = Files.writeString(shop.resolve('project.groovy'), "project 'other'\nfolder '.', conf: 'small.conf'\n")

        expect:
        scripts.load(script, [:]).project().instances()*.id()*.toString() == ['web.only']
    }

    def "a folder of services has no parameters"() {
        when:
        scripts.load(new ProjectInput(shop, [tag: '1'], [:], Optional.empty()))

        then:
        def thrown = thrown(ProblemException)
        thrown.problems()*.summary() == ['a folder of services has no parameter `tag`, only `baseImage`']
    }

    def "a list of instances is nothing for a script"() {
        when:
        scripts.load(new ProjectInput(write('project.groovy', "project 'shop'"), [:], [:], Optional.empty(), ['small.conf'], false, Optional.empty()))

        then:
        def thrown = thrown(ProblemException)
        thrown.problems()*.summary() == ['`--conf` is for folders of services, and `project.groovy` is a script']
    }

    private ProjectInput input() {
        new ProjectInput(shop, [:], [:], Optional.empty())
    }
}
