package io.dockerops.engine.yaml

import io.dockerops.engine.model.ProjectDeclaration
import io.dockerops.engine.model.Types
import io.dockerops.engine.model.HostId
import io.dockerops.engine.problem.Severity
import io.dockerops.engine.yaml.map.ContainerMaps
import io.dockerops.engine.yaml.tree.Variables
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ClientFileSpec extends Specification {

    @TempDir
    Path folder

    def "a client with #client is reached at #address"() {
        expect:
        host("web: {$client}").address().toString() == address

        where:
        client                                                           || address
        'fabric_host: web_host'                                          || 'ssh://web_host'
        'fabric_host: deploy@web.example.org:2222'                       || 'ssh://deploy@web.example.org:2222'
        'fabric_host: a, base_url: "unix:///var/run/docker.sock"'        || 'ssh://a'
        'base_url: unix://var/run/docker.sock'                           || 'unix:///var/run/docker.sock'
        'base_url: "unix:///run/other.sock"'                             || 'unix:///run/other.sock'
        'base_url: "tcp://10.0.0.2:2375"'                                || 'tcp://10.0.0.2:2375'
        'base_url: "http://10.0.0.2:2375", tls: false'                   || 'tcp://10.0.0.2:2375'
        'interfaces: {private: 10.0.0.2}'                                || 'local'
    }

    def "certificates are the folder that has all three"() {
        expect:
        host('''
            web:
              base_url: https://10.0.0.2:2376
              tls: {client_cert: [certs/cert.pem, certs/key.pem], ca_cert: certs/ca.pem}
            '''.stripIndent()).address().certificates().get() == folder.resolve('certs')
    }

    def "what a client cannot have is said with its line: #client"() {
        when:
        def read = read("web: {$client}")

        then:
        read.problems().findAll { it.severity() == Severity.ERROR }*.summary() == [summary]
        read.problems().every { it.place().get().line() == 1 }

        where:
        client                                        || summary
        'base_url: "https://10.0.0.2:2376"'           || 'the certificates for TLS must be `ca.pem`, `cert.pem` and `key.pem` in one folder'
        'base_url: "tcp://10.0.0.2"'                  || '`tcp://10.0.0.2` has no port'
        'base_url: "ftp://x"'                         || '`ftp://x` is not the address of an engine'
        'interfaces: {private: fd00::1}'              || '`fd00::1` is not an IPv4 address'
        'interface: {private: 10.0.0.1}'              || 'there is no key `interface` in a client'
        'stop_timeout: long'                          || '`stop_timeout` takes a whole number, and this is the text `long`'
    }

    def "what has no meaning for us is not ignored silently: #key"() {
        expect:
        read("web: {fabric_host: a, $key: x}").problems()*.severity() == [Severity.WARNING]

        where:
        key << ['version', 'timeout', 'wait_timeout', 'auth_configs', 'features', 'constraints', 'tunnel_local_port',
                'tunnel_remote_port', 'cmd_prefix', 'default_bin', 'use_sudo', 'debug']
    }

    def "the client without a name is the engine of containers that name none"() {
        given:
        def read = read('__default__: {fabric_host: a}', 'web: {image: nginx}\nother: {image: b, clients: [x]}').resolved(Types.UNTYPED)

        expect:
        read.project().services()*.settings()*.hosts() == [[new HostId('default')], [new HostId('x')]]
    }

    def "domain and time to stop of a client hold where nothing else is said"() {
        given:
        def read = read('web: {domainname: example.org, stop_timeout: 20}', '''
            base: {abstract: true, stop_timeout: 5}
            a: {image: a, clients: web}
            b: {image: b, clients: web, extends: base}
            '''.stripIndent()).resolved(Types.UNTYPED)

        expect:
        read.project().services()*.settings()*.lifecycle()*.stopTimeout()*.get()*.toSeconds() == [20L, 5L]
        read.project().services()*.settings().every { it.attributes().toString().contains('example.org') }
    }

    private host(String clients) {
        def read = read(clients)
        assert read.problems().every { it.severity() == Severity.WARNING }
        read.project().hosts().find { it.id().name() == 'web' }
    }

    private ProjectDeclaration read(String clients, String map = 'a: {image: a}') {
        ContainerMaps.read(Files.writeString(folder.resolve('map.yaml'), map),
            Files.writeString(folder.resolve('clients.yaml'), clients), new Variables([:], [:]))
    }
}
