package io.dockerops.dsl

import io.dockerops.dsl.write.ProjectText
import io.dockerops.engine.model.ServiceDeclaration

/** What variables and links say is written so that it is read again as the same. */
class WrittenVariablesSpec extends LanguageSpecification {

    def "#words is written as it is read"() {
        given:
        def project = load("project 'p'\nservice('db') { image 'db' }\nservice('s') {\nimage 's'\n$words\n}").project()
        def services = project.services().collect {
            new ServiceDeclaration(it.id(), false, [], it.settings(), it.overrides()) }

        when:
        def text = ProjectText.of(project, services, [:])

        then:
        text.contains(words)
        load(text).project() == project

        where:
        words << ["env HOST_HOSTNAME: nameOfHost()", "env SERVICE_IP: addressOf('eth0')", "env SERVICE_IP: addressOf('eth0', ipv6: true)",
                  "requires 'A', 'B'", "link 'db', as: 'DB', address: true", "link 'db', address: true",
                  "copy secret('s'), to: '/s'", "copy sshKey(), to: '/s', user: 'app', mode: '0640'",
                  "copy sshPublicKey(), to: '/s', user: 7", "copy dnsKey(), to: '/s', mode: '1777'"]
    }

    def "a required variable keeps what the project says"() {
        given:
        def project = load("project 'p'\nservice('s') { image 's'; requires 'A'; env A: 'x', B: 'y' }").project()
        def services = project.services().collect {
            new ServiceDeclaration(it.id(), false, [], it.settings(), it.overrides()) }

        expect:
        load(ProjectText.of(project, services, [:])).project() == project
    }
}
