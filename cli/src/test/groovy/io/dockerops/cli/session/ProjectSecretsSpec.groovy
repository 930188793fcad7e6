package io.dockerops.cli.session

import io.dockerops.engine.model.SecretId
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ProjectSecretsSpec extends Specification {

    @TempDir
    Path folder

    private Optional<String> read(String name, Map<String, String> environment = [:]) {
        new ProjectSecrets(folder, environment).read(new SecretId(name))
    }

    private void file(String name, String content) {
        Files.writeString(Files.createDirectories(folder.resolve('secrets')).resolve(name), content)
    }

    def "a secret is the content of its file without the last line feed: #content"() {
        given:
        file('db.password', content)

        expect:
        read('db.password').get() == value

        where:
        content      || value
        'geheim\n'   || 'geheim'
        'geheim'     || 'geheim'
        'a\nb\n\n'   || 'a\nb\n'
        ''           || ''
    }

    def "the variable of a secret goes over its file"() {
        given:
        file('db.password', 'from file')

        expect:
        read('db.password', [DOCKEROPS_SECRET_DB_PASSWORD: 'from variable']).get() == 'from variable'
        read('db.password', [DOCKEROPS_SECRET_OTHER: 'x']).get() == 'from file'
    }

    def "a secret that is nowhere is empty, and the way to give it is told"() {
        given:
        def store = new ProjectSecrets(folder, [:])
        def id = new SecretId('api-key')

        expect:
        store.read(id).empty
        store.wayToGive(id) == 'put it into the file `secrets/api-key` beside the script, or into the variable `DOCKEROPS_SECRET_API_KEY`'
    }
}
