package io.dockerops.docs

import io.dockerops.cli.Main
import io.dockerops.cli.session.Composition
import io.dockerops.cli.session.Surroundings
import io.dockerops.cli.terminal.SystemTerminal
import io.dockerops.dsl.ProjectScripts
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.port.HostConnections
import io.dockerops.engine.problem.ProblemException
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Every Groovy snippet of README and manual loads, and every `dockerops` line in a `sh` snippet runs. */
class SnippetsSpec extends Specification {

    private static final Path ROOT = Path.of('..').toAbsolutePath().normalize()

    @TempDir
    Path folder

    private static List<Path> pages() {
        def manual = Files.list(ROOT.resolve('docs')).withCloseable { files ->
            files.filter { it.toString().endsWith('.md') && it.fileName.toString() != 'words.md' }.sorted().toList()
        }
        [ROOT.resolve('README.md')] + manual
    }

    /** File, line and text of each snippet of {@code language}. */
    private static List<List> snippets(String language) {
        pages().collectMany { page ->
            def found = []
            def lines = Files.readAllLines(page)
            int start = -1
            lines.eachWithIndex { line, index ->
                if (start >= 0 && line == '```') {
                    found << [ROOT.relativize(page).toString(), start + 1, lines.subList(start, index).join('\n')]
                    start = -1
                } else if (line == '```' + language) {
                    start = index + 1
                }
            }
            found
        }
    }

    def "#page:#line is a project"() {
        given:
        files()
        named(page)
        def library = text =~ '^// (.*)/(library|lib/.*)[.]groovy\n'
        def project = library ? "library '${library.group(1)}'" : text
        def script = Files.writeString(folder.resolve('project.groovy'), project.contains("project '") ? project : "project 'manual'\n$project")

        when:
        ProjectScripts.uncached().load(script, [:])

        then:
        notThrown(ProblemException)

        where:
        [page, line, text] << snippets('groovy')
    }

    def "the commands of #page:#line run"() {
        given:
        files()
        Files.writeString(folder.resolve('project.groovy'), PROJECT)
        def hosts = new FakeHosts()
        hosts.local().with {
            addImage('postgres:17')
            addImage('nginx:latest')
        }
        assert run(hosts, 'run') == 0

        expect:
        text.readLines().findAll { it.startsWith('dockerops ') }.every { command ->
            def words = command.replaceAll(/\s+#.*| \|.*/, '').split(' ').toList().tail()
            words[0] == 'engine' || run(hosts, words as String[]) == 0
        }

        where:
        [page, line, text] << snippets('sh')
    }

    private static final String PROJECT = '''\
        project 'shop'
        def db = service('db') {
            image 'postgres:17'
        }
        service('web') {
            image 'nginx'
            link db
            publish '8080:80'
        }
        service('app') { build 'services/app' }
        '''.stripIndent()

    private int run(FakeHosts hosts, String... arguments) {
        def err = new ByteArrayOutputStream()
        def surroundings = new Surroundings([:], folder, InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8),
            new SystemTerminal([:]))
        def composition = new Composition() {
            @Override
            protected HostConnections hosts(Map<String, String> environment) {
                hosts
            }
        }
        int code = Main.run(arguments.toList(), surroundings, composition)
        assert code == 0: "dockerops ${arguments.join(' ')}\n$err"
        code
    }

    /** The snippets of a page that begin with the name of their file, such as those of a library. */
    private void named(String page) {
        snippets('groovy').findAll { it[0] == page && it[2] =~ '^// \\S+[.]groovy\n' }.each { found ->
            def file = folder.resolve(found[2].readLines()[0].substring(3))
            Files.createDirectories(file.parent)
            Files.writeString(file, found[2])
        }
    }

    /** What the snippets of the manual name. */
    private void files() {
        ['services/app/Dockerfile': 'FROM busybox\n', 'images/base/Dockerfile': 'FROM busybox\n',
         'services/web/Dockerfile.small': 'FROM busybox AS runtime\n', 'services/web/Dockerfile': 'FROM busybox\n', 'services/dns/Dockerfile': 'FROM busybox\n', 'files/readme': '', 'lib/monitoring.groovy': '',
         'certificates/edge/ca.pem': '', 'certificates/edge/cert.pem': '', 'certificates/edge/key.pem': '',
         'image/index.html': '', 'conf/app.ini': '', 'conf/site/index.html': '', 'secrets/db.password': 'secret'].each { name, text ->
            Files.createDirectories(folder.resolve(name).parent)
            Files.writeString(folder.resolve(name), text)
        }
    }
}
