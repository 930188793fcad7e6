package io.dockerops.docs

import io.dockerops.dsl.ProjectScripts
import io.dockerops.dsl.words.ProjectWords
import io.dockerops.dsl.words.ServiceWords
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * What is made of the words' comments is up to date. With {@code -Dgolden.update=true} it is made anew.
 */
class WordReferenceSpec extends Specification {

    private static final Path ROOT = Path.of('..').toAbsolutePath().normalize()
    private static final WordSources SOURCES = new WordSources(ROOT.resolve('dsl/src/main/java/io/dockerops/dsl/words'))
    private static final Path DESCRIPTION = ROOT.resolve('dsl/src/main/resources/io/dockerops/dsl/dockerops.gdsl')

    @TempDir
    @Shared
    Path folder

    @Shared
    ProjectScripts scripts = ProjectScripts.uncached()

    def setupSpec() {
        ['conf/app.ini', 'conf/site/index.html', 'services/app/Dockerfile', 'services/app/Dockerfile.small', 'images/base/Dockerfile', 'certs/edge/ca.pem', 'certs/edge/cert.pem',
         'certs/edge/key.pem', 'www/index.html', 'images/base.tar.gz', 'lib/monitoring.groovy', 'tasks/backup.sh', 'dump/shop.sql'].each {
            Files.createDirectories(folder.resolve(it).parent)
            Files.writeString(folder.resolve(it), '')
        }
        Files.createDirectories(folder.resolve('libs/monitoring'))
        Files.writeString(folder.resolve('libs/monitoring/library.groovy'), "provides 'monitoring', language: 1")
    }

    def "the word reference is what the comments say"() {
        expect:
        upToDate(ROOT.resolve('docs/words.md'), new WordReference(SOURCES).page())
    }

    def "the description for IntelliJ IDEA is what the comments say"() {
        expect:
        upToDate(DESCRIPTION, new IntelliJDescription(SOURCES).script())
    }

    def "the description contributes every word to its block, with its documentation"() {
        given:
        def contributions = new Contributions()

        when:
        contributions.run(Files.readString(DESCRIPTION))

        then:
        contributions.words[''].toSorted() == words(ProjectWords)
        contributions.words['service'].toSorted() == words(ServiceWords)
        contributions.words.keySet() ==
            ['', 'service', 'instance', 'instanceType', 'build', 'healthy', 'limits', 'volume', 'network', 'host', 'dynamicDns', 'naming', 'rootfs', 'actionDefaults', 'action', 'together',
             'afterwards', 'policy'] as Set
        contributions.undocumented == []
    }

    def "`#word.name()` of #type has a text, an example and the version that it came with"() {
        expect:
        word.forms().every { it.text() && it.since() ==~ /\d+\.\d+\.\d+/ }
        word.forms()[0].property() || word.forms().any { it.example() }

        where:
        [type, word] << Chapter.ALL.collectMany { chapter -> SOURCES.read(chapter.type()).words().collect { [chapter.type(), it] } }
    }

    def "the example of #type is a script: #example"() {
        expect:
        mistakes(inBlock(type, example), example.contains('type: String') ? [domain: 'example.org'] : [:]) == []

        where:
        [type, example] << Chapter.ALL.collectMany { chapter ->
            SOURCES.read(chapter.type()).words()*.forms().flatten()*.example().findAll().collectMany { lines ->
                lines.any { it.startsWith(' ') } ? [[chapter.type(), lines.join('\n')]] : lines.collect { [chapter.type(), it] }
            }
        }.findAll { type, example ->
            // A network, and the file of a library.
            !(example =~ /^(library (git|maven):|provides )/)
        }
    }

    private List<String> mistakes(String script, Map<String, String> parameters) {
        Files.writeString(folder.resolve('site.yaml'), 'web_server: {image: nginx}\n')
        ['run.conf', 'published.conf'].each { Files.writeString(folder.resolve(it), '[]') }
        Files.createDirectories(folder.resolve('services'))
        Files.writeString(folder.resolve('clients.yaml'), 'edge: {fabric_host: edge.example.org}\n')
        try {
            scripts.load(Files.writeString(folder.resolve('project.groovy'), script), parameters)
            return []
        } catch (ProblemException e) {
            return e.problems()*.summary()
        }
    }

    private static boolean upToDate(Path file, String text) {
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(file, text)
        }
        assert Files.readString(file) == text
        true
    }

    private static List<String> words(Class<?> type) {
        type.methods.collect { it.name ==~ /get[A-Z].*/ ? it.name[3].toLowerCase() + it.name[4..-1] : it.name }.sort()
    }

    /** What surrounds the example in a project. */
    private static String inBlock(String type, String example) {
        switch (type) {
            case 'ProjectWords': return (example =~ /project '|action\(/ ? '' : "project 'p'\n") + forTopLevel(example)
            case 'ParameterWords': return "project 'p'\n$example"
            case 'BuildWords': return service("build('services/app') { $example }")
            case 'ImageBuildWords': return "project 'p'\nbuild('i') { $example }"
            case 'HealthyWords': return service("healthy { ${example =~ /command|none/ ? '' : "command 'true'; "}$example }")
            case 'LimitsWords': return service("limits { ${example.startsWith('memory') ? '' : 'memory 1.gb; '}$example }")
            case 'VolumeWords': return "project 'p'\nhostRoot '/srv'\nvolume('v') { ${example.startsWith('at') ? '' : "at '/v'; "}$example }"
            case 'DnsWords': return "project 'p'\ndef names = service('names') { instance 'main' }\ndynamicDns { ${example =~ /^serve/ ? '' : "server '10.0.0.53'; "}$example }"
            case 'NamingWords': return "project 'p'\nnaming { $example }"
            case 'NetworkWords': return "project 'p'\nnetwork('n') { $example }"
            case 'HostWords': return "project 'p'\nhost('h') { ${example.startsWith('at') ? '' : "at 'tcp://h:2376'; "}$example }"
            case 'InstanceTypeWords': return "project 'p'\ninstanceType('t') { $example }"
            case 'RootfsWords': return "project 'p'\nrootfs('r') { ${example =~ /^add/ ? 'empty(); ' : example =~ /^empty/ ? "add 'www', to: '/'; " : ''}$example }"
            case 'ActionWords':
            case 'StepWords': return "${SERVICES}action('check') { start 'web' }\naction('tried') {\nstart 'web'\n$example\n}"
            case 'PolicyWords': return "project 'p'\npolicy('tried') { $example }"
            case 'ActionDefaultsWords': return "project 'p'\nactionDefaults { $example }"
            case 'LifecycleWords': return service(example.startsWith('watch') ? "mount conf; $example" : example)
            default: return service(example)
        }
    }

    private static String forTopLevel(String example) {
        def needed = example.contains('dynamicDns') ? "def names = service 'names'\n"
            : example.contains('group') ? "def web = service 'web'\nservice 'app'\nservice('cache') { instance 'one' }\n"
            : example.contains('action(') ? SERVICES
            : example.contains('env ') ? "service('s') { $example }" : ''
        needed.contains(example) ? needed : "hostRoot '/srv'\n".repeat(example.contains('hostRoot') ? 0 : 1) + needed + example
    }

    /** Services for the steps of actions. */
    private static final String SERVICES = '''\
        project 'p'
        service('db') { healthy 'true' }
        service 'postgres'
        service 'web'
        service 'app'
        '''.stripIndent()

    private static String service(String words) {
        """
        project 'p'
        hostRoot '/srv'
        dynamicDns server: '10.0.0.53'
        def edge = host 'edge', at: 'unix:///run/edge.sock'
        def site = rootfs 'site', busybox: true
        def backend = network 'backend', subnet: '10.7.0.0/16'
        def frontend = network 'frontend'
        def pgdata = volume 'pgdata', at: '/pgdata'
        def data = volume 'data', at: '/data'
        def conf = volume 'conf', at: '/conf', host: 'conf'
        def logs = volume 'logs', at: '/logs'
        def socket = volume 'app_socket', at: '/socket'
        def db = service('db') { ${words =~ /attach/ ? '' : 'attach socket'}; network backend; network frontend; network 'default' }
        def app = service('app') { share '/srv'; instance 'one'; network backend; network 'default' }
        def proxy = service 'proxy'
        service('cache') { share '/cache' }
        service('tried') {
            $words
        }
        """
    }

    /** The vocabulary of IntelliJ's descriptions, as far as ours uses it. */
    private static class Contributions {

        final Map<String, List<String>> words = [:].withDefault { [] }
        final List<String> undocumented = []

        void run(String description) {
            def binding = new Binding(
                scriptScope: { -> [''] },
                closureScope: { Map said -> ['closure'] },
                context: { Map said -> said.scope },
                contributor: { List scope, Closure body -> contribute(scope, body) })
            new GroovyShell(binding).evaluate(description)
        }

        private void contribute(List scope, Closure body) {
            def blocks = scope == [''] ? [''] : ['service', 'instance', 'instanceType', 'build', 'healthy', 'limits', 'volume', 'network', 'host',
                'dynamicDns', 'naming', 'rootfs', 'actionDefaults', 'action', 'together', 'afterwards', 'policy']
            blocks.each { block ->
                def spoken = body.clone() as Closure
                spoken.delegate = new Contribution(block: block, all: this)
                spoken.resolveStrategy = Closure.DELEGATE_ONLY
                spoken.call()
            }
        }
    }

    private static class Contribution {

        String block
        Contributions all

        boolean enclosingCall(String name) {
            name == block
        }

        Map parameter(Map said) {
            said
        }

        void method(Map said) {
            all.words[block] << said.name.toString()
            if (!said.doc || said.params.any { !it.value } || said.namedParams?.any { !it.name || !it.type }) {
                all.undocumented << said.name.toString()
            }
        }

        void property(Map said) {
            method(said + [params: [:]])
        }
    }
}
