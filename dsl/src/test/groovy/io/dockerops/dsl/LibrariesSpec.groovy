package io.dockerops.dsl

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.ServiceId
import java.nio.file.Path
import spock.lang.TempDir

class LibrariesSpec extends LanguageSpecification {

    @TempDir
    Path own

    def setup() {
        folder = own
    }

    private static Service service(LoadedProject loaded, String name) {
        loaded.project().service(new ServiceId(name)).orElseThrow()
    }

    private void library(String name = 'words', String script = '', Map<String, String> classes = [:]) {
        write("libs/$name/library.groovy", "provides '$name', language: 1\n$script")
        classes.each { file, text -> write("libs/$name/lib/${file}.groovy", text) }
    }

    def "what a library declares is declared in the project, with paths relative to the library"() {
        given:
        library('cache', "service('cache') { build 'image' }; include 'more.groovy'")
        write('libs/cache/more.groovy', "volume 'data', at: '/data'")
        write('libs/cache/image/Dockerfile', 'FROM busybox')

        when:
        def loaded = load("project 'p'; library 'libs/cache'; service('web') { link 'cache' }")

        then:
        (service(loaded, 'cache').settings().image().get() as Image.Build).context() == own.resolve('libs/cache/image')
        loaded.project().volumes()*.id()*.name() == ['data']
        loaded.origins().of(new ServiceId('cache')).get().brief() == 'library.groovy:2'
    }

    def "a word of a library stands in the blocks that its first parameter speaks to"() {
        given:
        library('words', '', [LevelWords: '''\
            class LevelWords {
                static void level(InstanceWords words, String name) { words.env LEVEL: name }
                static ServiceHandle worker(ProjectWords words, String name) { return words.service(name, image: 'worker') }
            }
            '''])

        when:
        def loaded = load('''\
            project 'p'
            library 'libs/words'
            def one = worker('one')
            service('web') {
                link one
                level 'info'
                instance('loud') { level 'debug' }
            }
            ['two', 'three'].each { name -> worker name }
            def both(String name) {
                service(name) { level 'both' }
            }
            both 'four'
            environment('test') { worker 'five' }
            ''')

        then:
        loaded.project().services()*.id()*.name() == ['one', 'web', 'two', 'three', 'four']
        service(loaded, 'web').settings().environment() == [LEVEL: new EnvValue.Literal('info')] as TreeMap
        service(loaded, 'web').overrides().loud.environment() == [LEVEL: new EnvValue.Literal('debug')] as TreeMap
        service(loaded, 'four').settings().environment() == [LEVEL: new EnvValue.Literal('both')] as TreeMap
    }

    def "words of a library can be used in files that the project includes, and its classes everywhere"() {
        given:
        library('words', '', [
            TagWords: "class TagWords { static void tagged(InstanceWords words) { words.label 'tag', Tags.of('x') } }",
            Tags: "class Tags { static String of(String name) { return 'tag-' + name } }"])
        write('more.groovy', "service('app') { tagged; label 'own', Tags.of('y') }")
        write('lib/Names.groovy', "class Names { static String of(String name) { return Tags.of(name) } }")

        when:
        def loaded = load("project 'p'; library 'libs/words'; include 'more.groovy'; service Names.of('z')")

        then:
        service(loaded, 'app').settings().labels() == [own: 'tag-y', tag: 'tag-x'] as TreeMap
        service(loaded, 'tag-z')
    }

    def "a library may use another one, whose words the project does not see"() {
        given:
        library('base', '', [BaseWords: "class BaseWords { static void based(ServiceWords words) { words.env BASE: 'yes' } }"])
        library('upper', "library '../base'\nservice('ready') { based() }",
            [UpperWords: "class UpperWords { static void upper(ServiceWords words) { words.based(); words.env UPPER: 'yes' } }"])

        expect:
        service(load("project 'p'; library 'libs/upper'; service('web') { upper() }"), 'web')
            .settings().environment().keySet() == ['BASE', 'UPPER'] as Set
        problems("project 'p'; library 'libs/upper'; service('web') { based() }").contains('there is no word `based` in a service block')
    }

    def "a library that is named twice, also by another one, is run once"() {
        given:
        library('base', "service 'cache'")
        library('upper', "library '../base'")

        expect:
        load("project 'p'; library 'libs/upper'; library 'libs/base'; library 'libs/base'").project().services().size() == 1
    }

    def "a compile cache keeps projects with libraries, and looks at each of their files"() {
        given:
        library('words', "service 'ready'", [LevelWords: "class LevelWords { static void level(ServiceWords words) { words.env LEVEL: 'one' } }"])
        def cached = ProjectScripts.cachedIn(own.resolve('cache'))
        def script = write('project.groovy', "project 'p'; library 'libs/words'; service('web') { level() }")

        expect:
        2.times { assert service(cached.load(script, [:]), 'web').settings().environment().LEVEL == new EnvValue.Literal('one') }

        when:
        write('libs/words/lib/LevelWords.groovy', "class LevelWords { static void level(ServiceWords words) { words.env LEVEL: 'two' } }")

        then:
        2.times { assert service(cached.load(script, [:]), 'web').settings().environment().LEVEL == new EnvValue.Literal('two') }
    }
}
