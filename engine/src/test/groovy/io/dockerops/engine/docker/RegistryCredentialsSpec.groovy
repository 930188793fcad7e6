package io.dockerops.engine.docker

import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class RegistryCredentialsSpec extends Specification {

    @TempDir
    Path folder

    def "the registry of #image is #registry"() {
        expect:
        RegistryCredentials.registryOf(image) == registry

        where:
        image                       | registry
        'busybox'                   | RegistryCredentials.DOCKER_HUB
        'library/busybox'           | RegistryCredentials.DOCKER_HUB
        'docker.io/library/busybox' | RegistryCredentials.DOCKER_HUB
        'localhost/a'               | 'localhost'
        'example.org/a/b'           | 'example.org'
        'registry:5000/a--b/c__d'   | 'registry:5000'
    }

    def "a login is read as Docker's client has written it: #written"() {
        given:
        config("""{"auths": {"$registry": $written}}""")

        expect:
        read().login('example.org').map { [it.user(), it.secret()] }.orElse(null) == login

        where:
        registry                   | written                                      | login
        'example.org'              | """{"auth": "${base64('me:p:w')}"}"""        | ['me', 'p:w']
        'https://example.org/v1/'  | """{"auth": "${base64('me:pw')}"}"""         | ['me', 'pw']
        'example.org'              | '{"username": "me", "password": "pw"}'       | ['me', 'pw']
        'example.org'              | '{"identitytoken": "token"}'                 | ['', 'token']
        'example.org'              | '{}'                                         | null
        'other.org'                | """{"auth": "${base64('me:pw')}"}"""         | null
    }

    def "without a file there are no logins"() {
        expect:
        read().login('example.org').empty
        read().registries().empty
    }

    def "a registry's helper program is asked"() {
        given:
        helper('one', '''read registry; echo '{"Username": "me", "Secret": "'$registry'-pw"}' ''')
        config('{"credHelpers": {"example.org": "one"}, "credsStore": "none"}')

        expect:
        read().login('example.org').get().user() == 'me'
        read().login('example.org').get().secret() == 'example.org-pw'
    }

    def "a helper's token is a token"() {
        given:
        helper('one', '''echo '{"Username": "<token>", "Secret": "t"}' ''')
        config('{"credsStore": "one"}')

        expect:
        read().login('example.org').get() == new RegistryCredentials.Login('', 't')
    }

    def "what a helper does not know may be written in the file"() {
        given:
        helper('one', 'echo "credentials not found in native keychain"; exit 1')
        config("""{"credsStore": "one", "auths": {"example.org": {"auth": "${base64('me:pw')}"}}}""")

        expect:
        read().login('example.org').get().user() == 'me'
    }

    def "all registries are those of the file and of the store"() {
        given:
        helper('one', '''echo '{"c.org": "me"}' ''')
        config('{"auths": {"a.org": {}}, "credHelpers": {"b.org": "x"}, "credsStore": "one"}')

        expect:
        read().registries() == ['a.org', 'b.org', 'c.org'] as Set
    }

    def "a helper that #does is told: #message"() {
        given:
        helper('bad', script)
        config("""{"credsStore": "$store"}""")

        when:
        read().login('example.org')

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.contains(message)

        where:
        does            | script               | store     | message
        'is missing'    | ''                   | 'missing' | '`docker-credential-missing`, which is not there'
        'fails'         | 'echo locked; exit 1' | 'bad'    | '`docker-credential-bad get` failed: locked'
        'talks nonsense' | 'echo hello'        | 'bad'     | '`docker-credential-bad` cannot be asked: not JSON'
    }

    def "a damaged file is told"() {
        given:
        config('{')

        when:
        read()

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.startsWith("`${folder.resolve('config.json')}` cannot be read")
    }

    def "a login does not show its secret"() {
        expect:
        !new RegistryCredentials.Login('me', 'pw').toString().contains('pw')
    }

    private void config(CharSequence text) {
        Files.writeString(folder.resolve('config.json'), text)
    }

    private void helper(String name, String script) {
        def file = folder.resolve("docker-credential-$name")
        Files.writeString(file, "#!/bin/sh\n$script\n")
        file.toFile().executable = true
    }

    private RegistryCredentials read() {
        RegistryCredentials.read(folder, "/nowhere:$folder")
    }

    private static String base64(String text) {
        text.bytes.encodeBase64()
    }
}
