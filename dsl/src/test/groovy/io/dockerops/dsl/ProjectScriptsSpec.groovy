package io.dockerops.dsl

import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.Parameter
import io.dockerops.engine.model.Parameter.Kind
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.VolumeId
import java.nio.file.Files

class ProjectScriptsSpec extends LanguageSpecification {

    def "loading a script twice gives the same project, and nothing else happens"() {
        given:
        def script = write('project.groovy', "project 'p'\nservice 'web', image: 'nginx'\n")
        def before = Files.list(folder).toList()

        expect:
        scripts.load(script, [:]) == scripts.load(script, [:])
        Files.list(folder).toList() == before
    }

    def "a parameter of the kind #kind has the value that is given, else its default"() {
        given:
        def script = "project 'p'\ndef value = parameter('x', $defaultValue)\nservice('s') { image 'i'; label 'x', value.toString() }"
        def label = { Map values -> load(script, values).project().services()[0].settings().labels().x }

        expect:
        label([:]) == withDefault
        label(x: given) == withValue

        where:
        kind           | defaultValue | given    | withDefault | withValue
        'text'         | "'a'"        | 'b c'    | 'a'         | 'b c'
        'whole number' | '2'          | '-3'     | '2'         | '-3'
        'flag'         | 'false'      | 'true'   | 'false'     | 'true'
        'size'         | '64.mb'      | '1gb'    | '64.mb'     | '1.gb'
        'size'         | '64.mb'      | '512'    | '64.mb'     | '512.b'
        'size'         | '64.mb'      | '1.5 GB' | '64.mb'     | '1536.mb'
        'duration'     | '2.seconds'  | '500ms'  | 'PT2S'      | 'PT0.5S'
        'duration'     | '2.seconds'  | '1h'     | 'PT2S'      | 'PT1H'
    }

    def "a value for a parameter that is not of its kind is refused: #given for #declared"() {
        expect:
        problems("project 'p'\nparameter 'x', $declared\n", [x: given]).contains("error: $message\n")

        where:
        declared    | given  | message
        '2'         | 'two'  | 'parameter `x` is a whole number, and `two` is not'
        '2'         | '2.5'  | 'parameter `x` is a whole number, and `2.5` is not'
        '2'         | '9999999999' | 'parameter `x` is a whole number, and `9999999999` is not'
        'true'      | 'yes'  | 'parameter `x` is `true` or `false`, and `yes` is not'
        '64.mb'     | '5 m²' | 'parameter `x` is a size such as `512mb`, and `5 m²` is not'
        '64.mb'     | '-1mb' | 'parameter `x` is a size such as `512mb`, and `-1mb` is not'
        '2.seconds' | '2'    | 'parameter `x` is a duration such as `30s`, and `2` is not'
        '2.seconds' | '2mb'  | 'parameter `x` is a duration such as `30s`, and `2mb` is not'
    }

    def "a parameter without a default must be given, and has its type"() {
        given:
        def script = """
            project 'p'
            def port = parameter('port', type: Integer, 'where the shop listens')
            service('s') { image 'i'; publish port + 1 }
        """

        expect:
        load(script, [port: '80']).project().services()[0].settings().networking().published()*.container()*.number() == [81]
        problems(script).contains('parameter `port` has no value')
    }

    def "a value for a parameter that nobody declares is refused, with what was probably meant"() {
        expect:
        problems("project 'p'\nparameter 'replicas', 2\n", [replica: '3']) ==
            'error: the project has no parameter `replica`\n  = did you mean `replicas`?\n'
    }

    def "the declared parameters are told, with their defaults as they would be given"() {
        expect:
        load("""
            project 'p'
            parameter 'tag', '17', 'the version'
            parameter 'memory', 512.mb
            parameter 'wait', 90.seconds
        """).parameters() == [
            new Parameter('tag', Kind.TEXT, Optional.of('17'), Optional.of('the version')),
            new Parameter('memory', Kind.SIZE, Optional.of('512mb'), Optional.empty()),
            new Parameter('wait', Kind.DURATION, Optional.of('90s'), Optional.empty()),
        ]
    }

    def "relative paths are relative to the file that names them"() {
        given:
        write('lib/app/Dockerfile', 'FROM scratch')
        write('lib/app.groovy', "service('app') { build 'app' }")

        expect:
        load("project 'p'\ninclude 'lib/app.groovy'").project().services()[0].settings().image().get().context() ==
            folder.resolve('lib/app')
    }

    def "a file that is included twice is read once"() {
        given:
        write('lib/shared.groovy', "volume 'shared', at: '/shared'")
        write('lib/one.groovy', "include 'shared.groovy'")

        expect:
        load("project 'p'\ninclude 'lib/one.groovy'\ninclude 'lib/shared.groovy'").project().volumes().size() == 1
    }

    def "problems of all files come in the order of files and lines, each once, those without a place last"() {
        given:
        write('lib/part.groovy', "service('part') { image 'Part' }")

        expect:
        problems("service('z') { image 'Z' }\ninclude 'lib/part.groovy'\n3.times { service('a') { image 'A' } }", [x: '1'])
            .readLines().findAll { it =~ /^(error| *-->)/ }*.replaceAll(/ +--> |(?<=:\d):\d+$/, '') == [
                'error: `Part` is not an image name: lower-case letters, digits, and `.`, `_`, `-` or `/` between them',
                'lib/part.groovy:1',
                'error: the project has no name',
                'project.groovy:1',
                'error: `Z` is not an image name: lower-case letters, digits, and `.`, `_`, `-` or `/` between them',
                'project.groovy:1',
                'error: service `a` is declared twice',
                'project.groovy:3',
                'error: `A` is not an image name: lower-case letters, digits, and `.`, `_`, `-` or `/` between them',
                'project.groovy:3',
                'error: the project has no parameter `x`',
            ]
    }

    def "warnings do not keep a project from being used"() {
        given:
        def loaded = load("project 'p'\nservice('s') { image 'i'; command 'a && b' }")

        expect:
        loaded.warnings()*.summary() == ['no shell reads `command`, so `&&` is passed on as a word']
        loaded.project().services()[0].settings().process().command().get() == ['a', '&&', 'b']
    }

    def "what a block says wrong, or a line that fails in it, does not keep the rest from being read"() {
        expect:
        problems("""project 'p'
            service('a') {
                image 'A'
                def nothing = null as String
                user nothing.trim()
            }
            service('b') { image 'B' }
            service('c') { image 'c'; link 'd' }
        """).readLines().findAll { it.startsWith('error') }.size() == 4
    }

    def "origins tell where elements stand and where they mention others"() {
        given:
        def origins = load("""project 'p'
            host 'h', at: 'unix:///run/docker.sock'
            network 'n'
            volume 'v', at: '/v', host: [one: '/x']
            service 'db', image: 'postgres'
            service('app') {
                image 'app'
                on 'h'
                network 'n'
                mount 'v'
                link 'db'
                publish 80
                env A: 1
                exec 'a  b'
                option 'HostConfig.Init', true
                instance('one') {
                    publish 81
                }
            }
        """.replace("service 'db', image: 'postgres'", "service('db') { image 'postgres'; on 'h'; network 'n' }")).origins()
        def app = new ServiceId('app')
        def one = InstanceId.named(app, 'one')

        expect:
        [new HostId('h'), new NetworkId('n'), new VolumeId('v'), new ServiceId('db'), app, one].collect { origins.of(it).get().line() } ==
            [2, 3, 4, 5, 6, 16]
        [['image', ''], ['on', 'h'], ['network', 'n'], ['mount', 'v'], ['link', 'db'], ['publish', '80/tcp'], ['env', 'A'],
         ['exec', 'a b'], ['option', 'HostConfig.Init']].collect { origins.of(app, *it).get().line() } == (7..15).toList()
        origins.of(one, 'publish', '81/tcp').get().line() == 17
        origins.of(one, 'link', 'db').get().line() == 11
        origins.of(new VolumeId('v'), 'host', 'one').get().line() == 4
    }

    def "an instance has what its service says, with its own words over it"() {
        given:
        def instances = load("""
            project 'p'
            service('app') {
                image 'app'
                env A: 'all', B: 'all'
                publish 80
                healthy 'true'
                instance 'plain'
                instance('own') { env B: 'own', C: 'own'; publish '8080:80'; notHealthChecked() }
            }
        """).project().instances()

        expect:
        instances*.id()*.label() == ['app.plain', 'app.own']
        instances*.settings()*.environment().collect { it.values()*.text() } == [['all', 'all'], ['all', 'own', 'own']]
        instances*.settings()*.networking().collect { it.published()*.hostPort()*.get() } == [[80], [8080]]
        instances*.settings()*.health()*.get()*.disabled() == [false, true]
    }

    def "the unnamed quantities of health checks stay unsaid"() {
        expect:
        load("project 'p'\nservice('s') { image 'i'; healthy 'true' }").project().services()[0].settings().health().get().interval().empty
    }

    def "an option's value is data: #value"() {
        expect:
        load("project 'p'\nservice('s') { image 'i'; option 'X.Y', $value }").project().services()[0].settings().options()
            .toString() == fields

        where:
        value                         | fields
        '64.mb'                       | '[X.Y:67108864]'
        '2.seconds'                   | '[X.Y:2000000000]'
        'true'                        | '[X.Y:true]'
        '[1, "a"]'                    | '[X.Y:[1, "a"]]'
        '[A: 1, B: [C: "d"]]'         | '[X.Y.A:1, X.Y.B.C:"d"]'
        '[[A: 1], [A: 2]]'            | '[X.Y:[{A: 1}, {A: 2}]]'
        'secret("s")'                 | '[X.Y:secret(s)]'
    }

    def "an image that the project makes is the same value wherever it is used"() {
        given:
        write('www/index.html', 'hello')
        def services = load("""
            project 'p'
            def site = rootfs('site') { busybox(); add 'www', to: '/www' }
            service 'a', image: site
            service 'b', image: site
        """).project().services()

        expect:
        services[0].settings().image() == services[1].settings().image()
        services[0].settings().image().get().additions()*.path() == ['/www']
    }
}
