package io.dockerops.dsl

import io.dockerops.engine.model.Project
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The words of the library that comes with DockerOps. */
class PlatformLibrarySpec extends Specification {

    private static final List<String> KEYS =
        ['key ssh_key.pub to /etc/dockerops/authorized_keys', 'key ssh_key to /etc/dockerops/ssh_key']
    private static final String DNS_KEY = 'key dns.key to /etc/dockerops/dns.key'

    @TempDir
    Path folder

    private Project load(String text) {
        def file = Files.writeString(folder.resolve('project.groovy'), "project 'shop'\nlibrary 'platform'\n" + text)
        ProjectScripts.cachedIn(folder.resolve('cache')).load(file, [:]).project()
    }

    private static settings(Project project, String instance) {
        project.instances().find { it.id().toString() == instance }.settings()
    }

    def "what is built upon the base image gets the keys of the project and a type"() {
        when:
        def project = load("service('web') { image 'acme/web'; onBase(); instance 'one'; instance 'master' }")

        then:
        ['web.one': 'standard', 'web.master': 'master'].every { name, type ->
            settings(project, name).lifecycle().copies()*.toString() == KEYS &&
                settings(project, name).environment().INSTANCE_TYPE.text() == type
        }
    }

    def "what is upon the base image is ready when its programs are up, unless the service says otherwise"() {
        when:
        def project = load("""
            service('web') { image 'acme/web'; onBase() }
            service('db') { image 'acme/db'; onBase healthy: false; healthy 'pg_isready' }
            nameServer 'names'
            """.stripIndent())

        then:
        ['web', 'db', 'names'].collect { settings(project, it).health().get().test().last() } == ['container-ready', 'pg_isready', 'dns-ready']
    }

    def "the DNS service runs the library's image, with its zone and its key, and takes the words of a service"() {
        when:
        def project = load("nameServer('names', zone: 'shop.internal') { publish '10.1.2.3:53:53/udp'; env DNS_CLIENTS: '10.0.0.0/8' }")

        then:
        with(settings(project, 'names')) {
            lifecycle().copies()*.toString() == [*KEYS, DNS_KEY]
            environment().DNS_ZONE.text() == 'shop.internal'
            environment().DNS_CLIENTS.text() == '10.0.0.0/8'
            networking().published().size() == 1
        }
        project.sourceOf(project.instances()[0]).name().get() == 'dockerops/dns'
    }

    def "services find names at the DNS service, and register by the policy that is said"() {
        when:
        def project = load("""
            def names = nameServer 'names'
            service('web') { image 'acme/web'; onBase(); namesFrom names, policy: 'REPLACE' }
            service('db') { image 'acme/db'; onBase(); namesFrom 'names' }
            """.stripIndent())

        then:
        with(settings(project, 'web')) {
            links()*.target()*.toString() == ['names']
            links()*.alias() == [Optional.of('dns')]
            environment().DNS_UPDATE_POLICY.text() == 'REPLACE'
            lifecycle().copies()*.toString() == [*KEYS, DNS_KEY]
        }
        settings(project, 'db').environment().DNS_UPDATE_POLICY.text() == 'APPEND'
    }

    def "wrong use is told at the project's line: #text"() {
        when:
        load(text)

        then:
        def refused = thrown(ProblemException)
        refused.problems()[0].summary() == said
        refused.problems()[0].place().get().line() == 3

        where:
        text                                                                || said
        "service('w') { namesFrom 'names', policy: 'ALWAYS' }"              || 'there is no policy `ALWAYS`: the policies are APPEND, REPLACE, HIDE'
        "service('w') { onBas() }"                                          || 'there is no word `onBas` in a service block'
    }
}
