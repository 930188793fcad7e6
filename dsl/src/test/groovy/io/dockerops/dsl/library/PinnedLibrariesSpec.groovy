package io.dockerops.dsl.library

import io.dockerops.dsl.LoadedProject
import io.dockerops.dsl.ProjectScripts
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import spock.lang.Specification
import spock.lang.TempDir

/** Libraries from elsewhere, with the lock file and the cache. */
class PinnedLibrariesSpec extends Specification {

    @TempDir
    Path folder

    ProjectScripts scripts
    Path project
    Path source

    def setup() {
        scripts = ProjectScripts.cachedIn(folder.resolve('cache'))
        project = Files.createDirectory(folder.resolve('project'))
        source = Files.createDirectory(folder.resolve('source'))
        write(source, 'sub/library.groovy', "provides 'cache', language: 1\nservice 'cache', image: 'redis:1'")
        write(source, 'sub/lib/NameWords.groovy', "class NameWords { static void named(ServiceWords words) { words.env NAME: 'x' } }")
    }

    private static Path write(Path folder, String name, String text) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    private void git(String... words) {
        def process = new ProcessBuilder(['git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', *words])
            .directory(source.toFile()).redirectErrorStream(true).start()
        def said = process.text
        assert process.waitFor() == 0: said
    }

    private String gitLibrary(String revision = 'v1') {
        if (!Files.exists(source.resolve('.git'))) {
            git('init', '--quiet')
            commit('v1')
        }
        "library git: 'file://$source', revision: '$revision', path: 'sub'"
    }

    private void commit(String tag) {
        git('add', '-A')
        git('commit', '--quiet', '--message', tag)
        git('tag', '--force', tag)
    }

    private Path jar(Path jar) {
        Files.createDirectories(jar.parent)
        new ZipOutputStream(Files.newOutputStream(jar)).withCloseable { zip ->
            ['META-INF/MANIFEST.MF': 'x', 'library.groovy': Files.readString(source.resolve('sub/library.groovy')),
             'lib/NameWords.groovy': Files.readString(source.resolve('sub/lib/NameWords.groovy'))].each { name, text ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(text.bytes)
                zip.closeEntry()
            }
        }
        jar
    }

    private String mavenLibrary() {
        def jar = jar(folder.resolve('repository/org/example/cache/1.2/cache-1.2.jar'))
        Files.writeString(jar.resolveSibling('cache-1.2.jar.sha1'), MessageDigest.getInstance('SHA-1').digest(Files.readAllBytes(jar)).encodeHex().toString())
        "library maven: 'org.example:cache:1.2', from: '${folder.resolve('repository').toUri()}'"
    }

    private String jarLibrary() {
        jar(project.resolve('libs/cache.jar'))
        "library 'libs/cache.jar'"
    }

    private LoadedProject load(String library) {
        scripts.load(write(project, 'project.groovy', "project 'p'\n$library\nservice('web') { named() }"), [:])
    }

    private List<String> problems(String library) {
        try {
            load(library)
        } catch (ProblemException e) {
            return e.problems().collectMany { [it.summary(), *it.hints()] }*.replace(folder.toString(), '…')
        }
        throw new AssertionError((Object) 'nothing is wrong')
    }

    private Path getLock() {
        project.resolve('dockerops.lock')
    }

    def "a library from #kind is pinned at its first use, which is told, and used silently after that"() {
        given:
        def library = this."$kind"()

        when:
        def first = load(library)

        then:
        first.project().services()*.id()*.name() == ['cache', 'web']
        first.warnings()*.summary().every { it.startsWith("the library ${text.call(this)} is used for the first time") }
        first.warnings().size() == 1
        Files.readAllLines(lock).tail().every { it ==~ /sha256:[0-9a-f]{64} .*/ }
        Files.readAllLines(lock).tail()*.substring(72) == [text.call(this)]

        when:
        def second = load(library)

        then:
        second.warnings() == []
        second.project() == first.project()

        where:
        kind           | text
        'gitLibrary'   | { "git file://${it.source} v1 sub" }
        'mavenLibrary' | { "maven org.example:cache:1.2 ${it.folder.resolve('repository').toUri()}" }
        'jarLibrary'   | { 'jar libs/cache.jar' }
    }

    def "a library that comes with DockerOps is named by its name, pinned like others, and kept when DockerOps has another one"() {
        given:
        def script = write(project, 'project.groovy', "project 'p'\nlibrary 'platform'")

        when:
        def first = scripts.load(script, [:])

        then: 'its files are there with the paths that its words name'
        first.project().images()*.name()*.get() == ['dockerops/base', 'dockerops/dns']
        first.project().images().every { Files.isRegularFile(it.context().resolve('Dockerfile')) }
        Files.readAllLines(lock).tail()*.substring(72) == ['dockerops platform']

        when: 'it was another one when it was pinned'
        def pinned = Files.readAllLines(lock).last().substring(7, 71)
        Files.writeString(lock, Files.readString(lock).replace(pinned, '0' * 64))
        scripts.load(script, [:])

        then:
        def refused = thrown(ProblemException)
        refused.problems()[0].summary().contains("its checksum is $pinned, and ${'0' * 64} is expected for dockerops platform")
    }

    def "a library of one's own goes before one of the same name that comes with DockerOps"() {
        given:
        write(project, 'platform/library.groovy', "provides 'mine', language: 1")

        expect:
        scripts.load(write(project, 'project.groovy', "project 'p'\nlibrary 'platform'"), [:]).project().images() == []
        !Files.exists(lock)
    }

    def "the name of a library that comes with DockerOps is suggested"() {
        expect:
        problems("library 'platfrom'") == ['there is no library `platfrom`', 'did you mean `platform`?']
    }

    def "the same content has the same checksum, wherever it comes from"() {
        when:
        load(jarLibrary())
        load(mavenLibrary())
        load(gitLibrary())

        then:
        Files.readAllLines(lock).tail()*.substring(0, 71).unique().size() == 1
    }

    def "a library that is kept is used when its source is gone: #kind"() {
        given:
        def library = this."$kind"()
        load(library)
        source.toFile().deleteDir()
        folder.resolve('repository').toFile().deleteDir()

        expect:
        load(library).warnings() == []

        where:
        kind << ['gitLibrary', 'mavenLibrary']
    }

    def "on another machine a library that is as it was is taken, and one that has changed is refused"() {
        given:
        load(gitLibrary())
        def locked = Files.readAllLines(lock).last().substring(7, 71)
        folder.resolve('cache').toFile().deleteDir()

        expect:
        load(gitLibrary()).warnings() == []

        when:
        write(source, 'sub/library.groovy', "provides 'cache', language: 1\nservice 'cache', image: 'redis:2'")
        commit('v1')
        folder.resolve('cache').toFile().deleteDir()
        def said = problems(gitLibrary())

        then:
        said.size() == 2
        said[0] ==~ "the library is not the one that `dockerops.lock` names: its checksum is [0-9a-f]{64}, and $locked is expected for git file://…/source v1 sub"
        said[1] == 'if the change is known and wanted, take it with `dockerops lock --update`'

        when:
        scripts.lock(project.resolve('project.groovy'), true)

        then:
        Files.readAllLines(lock).last().substring(7, 71) != locked
        load(gitLibrary()).project().services()[0].settings().image().get().name() == 'redis:2'
    }

    def "a jar beside the project that has changed is refused"() {
        given:
        load(jarLibrary())
        write(source, 'sub/library.groovy', "provides 'cache', language: 1")

        expect:
        problems(jarLibrary())[0].startsWith('the library is not the one that `dockerops.lock` names')
    }

    def "a damaged library in the cache is fetched again"() {
        given:
        load(gitLibrary())
        def kept = Files.walk(folder.resolve('cache/libraries')).filter { it.fileName.toString() == 'library.groovy' }.findFirst().get()
        Files.writeString(kept, "provides 'cache', language: 1\nservice 'evil'")

        expect:
        load(gitLibrary()).project().services()*.id()*.name() == ['cache', 'web']
    }

    def "any commit can be named, and a branch"() {
        given:
        gitLibrary()
        def process = ['git', '-C', source.toString(), 'rev-parse', 'HEAD'].execute()
        def head = process.text.strip()
        git('branch', 'stable')
        write(source, 'sub/library.groovy', 'broken')
        commit('v2')

        expect:
        load(gitLibrary(head)).project().services().size() == 2
        load(gitLibrary(head.take(10))).project().services().size() == 2
        load(gitLibrary('stable')).project().services().size() == 2
    }

    def "what cannot be fetched is said with a way out: #kind"() {
        expect:
        def said = problems(library.call(this))
        said[0] ==~ summary
        said.size() == 2

        where:
        kind              | library                                                                   || summary
        'no repository'   | { "library git: 'file:///nowhere/at/all', revision: 'v1'" }               || /git cannot fetch `v1` of file:\/\/\/nowhere\/at\/all: .*/
        'no revision'     | { it.gitLibrary(); it.gitLibrary('v9') }                                  || /git cannot fetch `v9` of file:.*/
        'no folder'       | { it.gitLibrary().replace("'sub'", "'other'") }                           || /there is no folder `other` in .* at v1/
        'no jar'          | { it.mavenLibrary().replace('1.2', '1.3') }                               || /there is no `org.example:cache:1.3 .*` in the repository/
    }

    def "a jar that is not what its repository says is refused: #kind"() {
        given:
        def library = mavenLibrary()
        def sum = folder.resolve('repository/org/example/cache/1.2/cache-1.2.jar.sha1')
        text == null ? Files.delete(sum) : Files.writeString(sum, text)

        expect:
        problems(library)[0] =~ summary
        !Files.exists(lock)

        where:
        kind              | text      || summary
        'wrong checksum'  | '0' * 40  || /is not what its checksum says: sha1 is [0-9a-f]{40}, and 0{40} is expected/
        'no checksum'     | null      || /has neither a `.sha256` nor a `.sha1` beside it/
    }

    def "a jar with an entry that leads out of it is refused"() {
        given:
        def jar = project.resolve('evil.jar')
        new ZipOutputStream(Files.newOutputStream(jar)).withCloseable { zip ->
            zip.putNextEntry(new ZipEntry('../../evil.groovy'))
            zip.closeEntry()
        }

        expect:
        problems("library 'evil.jar'")[0] == '`evil.jar` has an entry that leads out of it: ../../evil.groovy'
    }

    def "a library from elsewhere cannot use what is not in it"() {
        given:
        write(source, 'sub/library.groovy', "provides 'cache', language: 1\nlibrary '../../other'")
        Files.createDirectories(folder.resolve('cache/other'))

        expect:
        problems(gitLibrary())[0] == 'this leads out of the library, and what is there is not part of its checksum'
    }

    def "a lock file that is none is refused, and written anew when that is wanted"() {
        given:
        def library = jarLibrary()
        write(project, 'dockerops.lock', '# text\nsha256:12 x\n')

        expect:
        problems(library) == ['line 2 of `dockerops.lock` is not a checksum with the library that it is of',
            'bring the file back as it was, or let `dockerops lock --update` write it anew']
        scripts.lock(project.resolve('project.groovy'), true).keySet() == ['jar libs/cache.jar'] as Set
        load(library).warnings() == []
    }

    def "updating drops what the project uses no longer"() {
        given:
        load(gitLibrary())
        load(jarLibrary())

        expect:
        Files.readAllLines(lock).size() == 3
        scripts.lock(project.resolve('project.groovy'), true).keySet() == ['jar libs/cache.jar'] as Set
        Files.readAllLines(lock).size() == 2
    }
}
