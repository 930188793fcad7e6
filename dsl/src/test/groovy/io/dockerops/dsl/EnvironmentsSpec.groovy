package io.dockerops.dsl

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Settings
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path

class EnvironmentsSpec extends LanguageSpecification {

    private static final Path FOLDER = Path.of('src/test/resources/wrong-environments').toAbsolutePath()

    private static final String SHOP = '''\
        project 'shop'
        repository 'registry.example.com'
        service('app') {
            image 'app:1'
            env LEVEL: 'debug', ZONE: 'a'
            publish '8080:80'
            instance 'one'
        }
        '''.stripIndent()

    LoadedProject loadIn(String name, String script) {
        scripts.load(new ProjectInput(write('project.groovy', script), [:], [:], Optional.empty(), [], false, Optional.ofNullable(name)))
    }

    String problemsIn(String name, String script) {
        try {
            loadIn(name, script)
        } catch (ProblemException e) {
            return drawn(folder, e)
        }
        throw new AssertionError((Object) 'nothing is wrong')
    }

    private static Settings settings(LoadedProject loaded, String service = 'app') {
        loaded.project().service(new ServiceId(service)).orElseThrow().settings()
    }

    def "an environment that is not chosen changes nothing"() {
        expect:
        loadIn(null, SHOP + "environment('production') { service('app') { image 'app:2' }; service 'more' }").project() ==
            loadIn(null, SHOP).project()
    }

    def "a service is changed by the rules by which an instance goes over its service, whichever stands first: #order"() {
        when:
        def loaded = loadIn('production', script)

        then:
        settings(loaded).image().get() == new Image.Named('app:2')
        settings(loaded).environment() == [LEVEL: new EnvValue.Literal('warn'), ZONE: new EnvValue.Literal('a')] as TreeMap
        settings(loaded).networking().published()*.hostPort()*.get() == [80]
        loaded.project().instances()*.id()*.toString() == ['app.one', 'app.two']

        where:
        order                   | script
        'project, environment'  | SHOP + OVERLAY
        'environment, project'  | OVERLAY + SHOP
    }

    private static final String OVERLAY = '''\
        environment('production') {
            service('app') {
                image 'app:2'
                env LEVEL: 'warn'
                publish '80:80'
                instance('two') { publish '81:80' }
            }
        }
        '''.stripIndent()

    def "what is not a service is replaced"() {
        when:
        def project = loadIn('production', '''\
            project 'shop'
            repository 'registry.example.com'
            hostRoot '/srv'
            host 'edge', at: 'unix:///run/edge.sock'
            volume 'data', at: '/data'
            network 'back'
            group 'all', 'app'
            actionDefaults { pullBeforeUpdate true; removePersistent false }
            action('check') { start 'app' }
            service('app') { mount 'data'; network 'back'; on 'edge' }
            service 'web'
            environment('production') {
                project 'shop-production'
                repository 'registry.example.org'
                host 'edge', at: 'tcp://edge.example.org:2376'
                volume 'data', at: '/data', host: 'data'
                network 'back', internal: true
                group 'all', 'app', 'web'
                actionDefaults { removePersistent true }
                action('check') { stop 'app' }
            }
            ''').project()

        then:
        project.name() == 'shop-production'
        project.repository().get() == 'registry.example.org'
        project.hostRoot().get() == '/srv'
        project.hosts()*.address()*.toString() == ['tcp://edge.example.org:2376']
        project.volumes()*.storage()*.class*.simpleName == ['HostPath']
        project.networks()*.internal() == [true]
        project.groups()*.members()*.toString() == ['[app, web]']
        project.options().pullBeforeUpdate().get()
        project.options().removePersistent().get()
    }

    def "an environment may declare more, use functions and variables of the file, and name the project"() {
        expect:
        loadIn('test', '''\
            def names = ['one', 'two']
            def worker(String name) {
                service(name) { image 'worker' }
            }
            worker 'always'
            environment('test') {
                project 'shop-test'
                names.each { worker it }
                service('web') { link 'one' }
            }
            ''').project().services()*.id()*.name() == ['always', 'one', 'two', 'web']
    }

    def "several blocks of one name are one environment, and a file that one includes belongs to it"() {
        given:
        write('production.groovy', "service('app') { env LEVEL: 'warn' }")

        when:
        def loaded = loadIn('production', SHOP + '''
            environment('test') { }
            environment('production') { include 'production.groovy' }
            environment('production') { service 'web', image: 'nginx' }
            ''')

        then:
        settings(loaded).environment().LEVEL == new EnvValue.Literal('warn')
        settings(loaded, 'web').image().get() == new Image.Named('nginx')
        loaded.environments() == ['test', 'production']
    }

    def "an environment before a parameter gives it another default, and the command line goes over both"() {
        given:
        def script = '''\
            project 'shop'
            environment('production') { parameter 'replicas', 3 }
            def replicas = parameter('replicas', 1, 'How many.')
            service('app') { instances((1..replicas).collect { "app$it" }) }
            '''

        expect:
        loadIn(null, script).project().instances().size() == 1
        loadIn('production', script).project().instances().size() == 3
        loadIn('production', script).parameters()*.defaultValue() == [Optional.of('3')]
        scripts.load(new ProjectInput(folder.resolve('project.groovy'), [replicas: '2'], [:], Optional.empty(), [], false,
            Optional.of('production'))).project().instances().size() == 2
    }

    def "an environment that nobody declares is a problem: #name"() {
        expect:
        problemsIn(name, script) == expected

        where:
        name        | script               || expected
        'producton' | SHOP + OVERLAY       || 'error: the project has no environment `producton`\n  = did you mean `production`?\n'
        'test'      | SHOP + OVERLAY       || 'error: the project has no environment `test`\n  = it has `production`\n'
        'test'      | SHOP                 || "error: the project has no environment `test`\n  = it declares none: `environment('test') { … }`\n"
    }

    def "a map has no environments"() {
        when:
        scripts.load(new ProjectInput(write('site.yaml', 'web: {image: nginx}\n'), [:], [:], Optional.empty(), [], false, Optional.of('test')))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['only scripts have environments, and `site.yaml` is none']
    }

    def "what is wrong with #name is said line by line"() {
        given:
        def expected = FOLDER.resolve("${name}.problems")

        when:
        scripts.load(new ProjectInput(FOLDER.resolve("${name}.groovy"), [:], [:], Optional.empty(), [], false, Optional.of('production')))

        then:
        def e = thrown(ProblemException)
        said(expected, drawn(FOLDER, e)) == Files.readString(expected)

        where:
        name << Files.list(FOLDER).map { it.fileName.toString() }.filter { it.endsWith('.groovy') }.map { it - '.groovy' }
            .sorted().toList()
    }

    private static String said(Path expected, String drawn) {
        if (Boolean.getBoolean('golden.update')) {
            Files.writeString(expected, drawn)
        }
        drawn
    }
}
