package io.dockerops.engine.docker

import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import spock.lang.Specification
import spock.lang.TempDir

class LocalEngineSpec extends Specification {

    private static final List<Path> SOCKETS = [Path.of('/var/run/docker.sock'), Path.of('/own/docker.sock')]

    @TempDir
    Path config

    def "without anything set the sockets are tried in order"() {
        expect:
        addresses() == SOCKETS.collect { new HostAddress.Unix(it) }
    }

    def "DOCKER_HOST #host is #address"() {
        expect:
        addresses(DOCKER_HOST: host)*.toString() == [address]

        where:
        host                         | address
        'unix:///run/x.sock'         | 'unix:///run/x.sock'
        'tcp://example.org:1234'     | 'tcp://example.org:1234'
        'tcp://example.org'          | 'tcp://example.org:2375'
        'tcp://[::1]:1234'           | 'tcp://::1:1234'
        'ssh://me@example.org:22'    | 'ssh://me@example.org:22'
        'ssh://example.org'          | 'ssh://example.org'
    }

    def "with DOCKER_TLS_VERIFY the engine is spoken to by TLS"() {
        expect:
        addresses(DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs') ==
            [new HostAddress.Tcp('h', 2376, Optional.of(Path.of('/certs')))]
        addresses(DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1') == [new HostAddress.Tcp('h', 2376, Optional.of(config))]
    }

    def "the current context is followed, unless a variable says otherwise"() {
        given:
        context('one', 'unix:///one.sock')
        context('two', 'tcp://two:2376', true)
        Files.writeString(config.resolve('config.json'), '{"currentContext": "one"}')

        expect:
        addresses()*.toString() == ['unix:///one.sock']
        addresses(DOCKER_CONTEXT: 'two') == [new HostAddress.Tcp('two', 2376, Optional.of(tls('two')))]
        addresses(DOCKER_CONTEXT: 'default').size() == 2
        addresses(DOCKER_CONTEXT: 'two', DOCKER_HOST: 'unix:///x')*.toString() == ['unix:///x']
    }

    def "what cannot be used is told with where it comes from: #message"() {
        when:
        addresses(environment)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.contains(message)
        failure.hint().present

        where:
        environment                  | message
        [DOCKER_HOST: 'example.org'] | 'DOCKER_HOST is `example.org`'
        [DOCKER_HOST: 'npipe://x']   | 'neither unix://, tcp:// nor ssh://'
        [DOCKER_HOST: 'tcp://']      | 'DOCKER_HOST is `tcp://`'
        [DOCKER_HOST: 'unix:']       | 'DOCKER_HOST is `unix:`'
        [DOCKER_HOST: 'tcp://h:0']   | '0 is not a port'
        [DOCKER_CONTEXT: 'missing']  | 'context `missing` has no engine'
    }

    private List<HostAddress> addresses(Map<String, String> environment = [:]) {
        new LocalEngine(environment, config, SOCKETS).addresses()
    }

    private void context(String name, String host, boolean withTls = false) {
        def meta = config.resolve("contexts/meta/${digest(name)}/meta.json")
        Files.createDirectories(meta.parent)
        Files.writeString(meta, """{"Name": "$name", "Endpoints": {"docker": {"Host": "$host"}}}""")
        if (withTls) {
            Files.createDirectories(tls(name))
        }
    }

    private Path tls(String name) {
        config.resolve("contexts/tls/${digest(name)}/docker")
    }

    private static String digest(String name) {
        MessageDigest.getInstance('SHA-256').digest(name.bytes).encodeHex()
    }
}
