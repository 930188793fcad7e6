package io.dockerops.engine.folder

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.EnvValue.AddressOfHost
import io.dockerops.engine.model.EnvValue.Literal
import io.dockerops.engine.model.EnvValue.Required
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.ProjectDeclaration
import io.dockerops.engine.model.Types
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.Severity
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class FolderProjectsSpec extends Specification {

    @TempDir
    Path temporary

    Path folder

    def setup() {
        folder = Files.createDirectories(temporary.resolve('Shop'))
        ['web', 'db', 'db-copy'].each { service(it) }
    }

    def "without a list of instances each folder with a Dockerfile is a service with one instance"() {
        given:
        Files.createDirectories(folder.resolve('services/notes'))

        expect:
        read().services()*.id()*.name() == ['db', 'db-copy', 'web']
        read().services()*.overrides() == [[:], [:], [:]]
        read().services()[2].settings().image().get() ==
            new Image.Build(folder.resolve('services/web'), 'Dockerfile', new TreeMap<String, String>(), Optional.empty())
    }

    def "the project is named after its folder"() {
        expect:
        read().project().name() == 'shop'
    }

    def "a folder whose name cannot be a project's needs a name from elsewhere"() {
        given:
        folder = Files.createDirectories(temporary.resolve('my shop'))
        service('web')

        expect:
        read().problems()*.summary() == ['the project is named after its folder, and `my shop` cannot be its name: ' +
            'letters, digits, `_` and `-` only, and a letter or digit first']
        FolderProjects.read(folder, 'shop', [], false, [], new PlatformLibrary({ throw new AssertionError() }, Optional.empty())).problems().isEmpty()
    }

    def "a list of instances is found in #place"() {
        given:
        conf('[{"service": "web", "instance": "one"}]', place)

        expect:
        read().services().collectEntries { [it.id().name(), it.overrides().keySet().toList()] } == [web: ['one']]

        where:
        place << ['run.conf', 'services/run.conf']
    }

    def "services that are not listed count when all are wanted"() {
        given:
        conf('[{"service": "web", "instance": "one"}]')

        expect:
        FolderProjects.read(folder, null, [], true, [], new PlatformLibrary({ throw new AssertionError() }, Optional.empty())).services()*.id()*.name() == ['web', 'db', 'db-copy']
    }

    def "comments, tabs and commas behind the last element are fine"() {
        given:
        conf('''
            # all of it
            [
            \t{"service": "web", "instance": "one", "env_vars": {"COLOUR": "#fff", "QUOTED": "a \\"#b\\" c",}},# one
            \t# two
            ]
            '''.stripIndent())

        expect:
        read().problems().isEmpty()
        variables('web', 'one') == [COLOUR: '#fff', QUOTED: 'a "#b" c']
    }

    def "several lists are united"() {
        given:
        conf('[{"service": "web", "instance": "one"}]', 'first.conf')
        conf('[{"service": "web", "instance": "two"}, {"service": "db", "instance": "master"}]', 'services/second.conf')

        expect:
        read(['first', 'second.conf']).services().collectEntries { [it.id().name(), it.overrides().keySet().toList()] } ==
            [web: ['one', 'two'], db: ['master']]
    }

    def "a list that is not there is an error that names those that are"() {
        given:
        conf('[]', 'published.conf')

        when:
        read(['publishd'])

        then:
        def thrown = thrown(ProblemException)
        thrown.problems()*.summary() == ['there is no conf file `publishd` in this project']
        thrown.problems()*.hints() == [['did you mean `published`?']]
    }

    def "#key gives #what"() {
        given:
        conf('[{"service": "web", "instance": "one", ' + said + '}]')

        expect:
        read().problems().isEmpty()
        value.call(read().services()[0].overrides().one, folder)

        where:
        said                                             | what                  | value
        '"sleep": 3'                                     | 'a start delay'       | { it, at -> it.lifecycle().startDelay().get() == Duration.ofSeconds(3) }
        '"sleep": 0'                                     | 'no start delay'      | { it, at -> it.lifecycle().startDelay().isEmpty() }
        '"hostname": "front"'                            | 'a host name'         | { it, at -> it.process().hostname().get() == 'front' }
        '"seed_command": "sleep \'5 00\'"'               | 'a command'           | { it, at -> it.process().command().get() == ['sleep', '5 00'] }
        '"volumes": "/a:/b, /c:/d:ro"'                   | 'mounts'              | { it, at -> it.mounts() == [new Mount.OfHost('/a', '/b', false), new Mount.OfHost('/c', '/d', true)] }
        '"volumes": ["/a:/b"]'                           | 'a mount'             | { it, at -> it.mounts() == [new Mount.OfHost('/a', '/b', false)] }
        '"volumes": "./www:/b"'                          | 'a path in it'        | { it, at -> it.mounts() == [new Mount.OfHost("$at/www", '/b', false)] }
        '"volumes": "$PROJECT_DIR/w:/b"'                 | 'a path in it'        | { it, at -> it.mounts() == [new Mount.OfHost("$at/w", '/b', false)] }
        key = said.find(/\w+/)
    }

    def "types and switches are as an entry says, its name says, or standard"() {
        given:
        conf("""[{"service": "web", "instance": "$instance"$said}]""")

        expect:
        effective('web', instance).subMap(['INSTANCE_TYPE', 'PERSISTENT_DATA']).values().toList() == [type, data]

        where:
        instance     | said                                                          || type         | data
        'one'        | ''                                                            || 'standard'   | 'False'
        'master'     | ''                                                            || 'master'     | 'True'
        'one'        | ', "instance_type": "persistent"'                             || 'persistent' | 'True'
        'master'     | ', "instance_type": "standard"'                               || 'standard'   | 'False'
        'one'        | ', "persistent_data": true'                                   || 'standard'   | 'True'
        'persistent' | ', "persistent_data": false'                                  || 'persistent' | 'False'
    }

    def "what outlives containers is below the folder"() {
        given:
        conf('[{"service": "db", "instance": "master"}]')

        expect:
        resolved().project().instances()[0].settings().mounts() ==
            [new Mount.OfHost(folder.resolve('data_shop/db_master').toString(), '/persistent', false)]
    }

    def "the link #link leads to #target as #alias"() {
        given:
        conf("""[
            {"service": "db", "instance": "master"},
            {"service": "db-copy", "instance": "master"},
            {"service": "web", "instance": "one", "links": [$link]}
            ]""")

        expect:
        read().problems().isEmpty()
        read().services().find { it.id().name() == 'web' }.overrides().one.links().collect {
            [it.target().toString(), it.alias().get()]
        } == [[target, alias]]

        where:
        link                                                               || target           | alias
        '"db-master:DB"'                                                   || 'db.master'      | 'DB'
        '"db-copy-master:DB"'                                              || 'db-copy.master' | 'DB'
        '"db-c*:DB"'                                                       || 'db-copy.master' | 'DB'
        '{"name": "DB", "service": "db", "instance": null}'                || 'db.master'      | 'DB'
        '{"name": "DB", "service": "db", "instance": "master"}'            || 'db.master'      | 'DB'
        '{"name": "DB", "service": "db-*", "instance": "master"}'          || 'db-copy.master' | 'DB'
    }

    def "a link that fits several instances leads to the first, with a warning"() {
        given:
        conf('''[
            {"service": "db", "instance": "one"},
            {"service": "db", "instance": "two"},
            {"service": "web", "instance": "one", "links": ["db-*:DB"]}
            ]''')

        expect:
        read().problems()*.severity() == [Severity.WARNING]
        read().problems()*.summary() == ['`db-*` fits 2 instances, and `DB` leads to the first, `db-one`']
        read().services()[1].overrides().one.links()*.target()*.toString() == ['db.one']
    }

    def "groups have the instances that name them"() {
        given:
        conf('''[
            {"service": "db", "instance": "one", "group": "back"},
            {"service": "web", "instance": "one", "group": "front"},
            {"service": "web", "instance": "two", "group": "front"}
            ]''')

        expect:
        read().project().groups().collectEntries { [it.id().name(), it.members()*.toString()] } ==
            [back: ['db.one'], front: ['web.one', 'web.two']]
    }

    def "the variables of a list can be given from outside, and have the list's values otherwise"() {
        given:
        conf('[{"service": "web", "instance": "one", "env_vars": {"A": "text", "B": null, "C": "from_eth0", "D": 3}}]')

        expect:
        environment('web', 'one') == [
            A: new Required(Optional.empty(), Optional.of(new Literal('text'))),
            B: Required.UNKNOWN,
            C: new Required(Optional.empty(), Optional.of(new AddressOfHost('eth0', false))),
            D: new Required(Optional.empty(), Optional.of(new Literal('3')))
        ]
    }

    def "the variables that a service needs have to be given"() {
        given:
        conf('[{"service": "web", "instance": "one", "env_vars": {"KNOWN": "x"}}]')
        Files.writeString(folder.resolve('services/web/required_env_vars.json'), '["NEEDED", "KNOWN"]')

        expect:
        environment('web', 'one') == [KNOWN: new Required(Optional.empty(), Optional.of(new Literal('x'))), NEEDED: Required.UNKNOWN]
    }

    def "a master has to be told where it is found"() {
        given:
        conf("""[{"service": "web", "instance": "$instance", "env_vars": {$variables}}]""")

        expect:
        environment('web', instance).SERVICE_IP == value

        where:
        instance | variables                  || value
        'master' | ''                         || Required.UNKNOWN
        'master' | '"SERVICE_IP": "10.0.0.4"' || new Required(Optional.empty(), Optional.of(new Literal('10.0.0.4')))
        'one'    | ''                         || null
    }

    def "what is wrong is said with its place: #content"() {
        given:
        conf(content)

        when:
        def problem = read().problems()[0]

        then:
        read().problems().size() == 1
        problem.summary() == summary
        problem.place().get().file() == folder.resolve('run.conf')
        problem.place().get().line() == 2

        where:
        content                                                                         || summary
        '[\n{"service": "wbe", "instance": "one"}]'                                     || 'there is no service `wbe`: no folder `services/wbe` with a Dockerfile'
        '[\n{"service": "web"}]'                                                        || 'this says no instance'
        '[\n{"instance": "web"}]'                                                       || 'this says no service'
        '[\n{"service": "web", "instance": "a b"}]'                                     || '`a b` is not a name for an instance: letters, digits, `_` and `-` only, and a letter or digit first'
        '[\n{"service": "web", "instance": "one", "conf": 1}]'                          || 'there is no key `conf` in an instance of a conf file'
        '[{"service": "web", "instance": "one"},\n{"service": "web", "instance": "one"}]' || 'instance `one` of `web` is here twice'
        '[{"service": "web", "instance": "one",\n"sleep": "long"}]'                     || '`sleep` takes a whole number, and this is the text `long`'
        '[{"service": "web", "instance": "one",\n"links": ["db"]}]'                     || '`db` is not a link'
        '[{"service": "web", "instance": "one",\n"links": ["db-master:DB"]}]'           || 'no instance of this project fits `db-master`'
        '[{"service": "web", "instance": "one",\n"links": [{"service": "db"}]}]'        || 'this link says no name'
        '[{"service": "web", "instance": "one",\n"env_vars": {"A": "from_"}}]'           || '`from_` names no network interface'
        '[{"service": "web", "instance": "one",\n"env_vars": {"A B": "x"}}]'            || '`A B` is not a name for an environment variable: no spaces, and not empty'
        '[{"service": "web", "instance": "one",\n"volumes": "/a"}]'                     || '`/a` is not a volume'
        '[{"service": "web", "instance": "one",\n"volumes": "data:/a"}]'                || '`data` in `data:/a` is neither a path of the host nor one in this folder'
        '[{"service": "web", "instance": "one",\n"linked": "perhaps"}]'                 || '`linked` takes `true` or `false`, and this is the text `perhaps`'
        '\n{"service": "web"}'                                                          || 'a conf file is a list of instances, and this is a map'
    }

    def "what is not JSON is an error with line and column"() {
        given:
        conf('[\n{"service": "web" "instance": "one"}]')

        when:
        read()

        then:
        def thrown = thrown(ProblemException)
        def problem = thrown.problems()[0]
        problem.summary().startsWith('this is not JSON: ')
        problem.place().get().line() == 2
    }

    def "a folder whose name cannot be a service's is an error at its Dockerfile"() {
        given:
        service('a b')

        expect:
        read().problems()*.summary() ==
            ['`a b` is not a name for a service: letters, digits, `_` and `-` only, and a letter or digit first']
        read().problems()[0].place().get().file() == folder.resolve('services/a b/Dockerfile')
    }

    def "what a service is built upon comes with DockerOps when it is the base image, and with the base image the library is found"() {
        given:
        service('web', 'FROM shop/middle')
        service('middle', 'FROM dockerops/base')

        expect:
        images() == ['dockerops/base': 'platform/images/base']
        read().project().images()*.arguments() == [[BASE: 'ubuntu:24.04']]
    }

    def "the services of the platform need no folder"() {
        given:
        conf('[{"service": "dockerops-dns", "instance": "one"}, {"service": "web", "instance": "one", "links": ["dockerops-dns-one:dns"]}]')

        expect: 'and what the DNS service is built upon is there too'
        images() == ['dockerops/base': 'platform/images/base', 'dockerops/dns': 'platform/images/dns']
        read().problems() == []
        read().services().find { it.id().name() == 'dockerops-dns' }.settings().image().get().name() == Optional.of('dockerops/dns')
    }

    def "a folder goes before a service of the platform, and what is not built upon the platform has none of it"() {
        given:
        service('dockerops-dns')
        conf('[{"service": "dockerops-dns", "instance": "one"}]')

        expect:
        images() == [:]
        read().services()[0].settings().image().get().context() == folder.resolve('services/dockerops-dns')
    }

    def "services built upon each other in a circle are not of the platform"() {
        given:
        service('web', 'FROM shop/db')
        service('db', 'FROM shop/web')

        expect:
        images() == [:]
    }

    private Map<String, String> images() {
        read().project().images().collectEntries { [it.name().get(), folder.relativize(it.context()).toString()] }
    }

    private ProjectDeclaration read(List<String> confs = []) {
        FolderProjects.read(folder, null, confs, false, [], new PlatformLibrary({ folder.resolve('platform') }, Optional.of('ubuntu:24.04')))
    }

    private ProjectDeclaration resolved() {
        read().resolved(Types.of('shop', folder.toString(), []))
    }

    private Map<String, String> effective(String service, String instance) {
        def found = resolved().project().instances().find { it.id().toString() == "$service.$instance" }
        found.settings().environment().findAll { it.value instanceof Literal }.collectEntries { name, value -> [name, value.text()] }
    }

    private Map<String, String> variables(String service, String instance) {
        environment(service, instance).collectEntries { name, value -> [name, value.own().get().text()] }
    }

    private Map<String, EnvValue> environment(String service, String instance) {
        read().services().find { it.id().name() == service }.overrides()[instance].environment()
    }

    private void service(String name, String dockerfile = 'FROM scratch') {
        def place = Files.createDirectories(folder.resolve("services/$name"))
        Files.writeString(place.resolve('Dockerfile'), dockerfile + '\n')
    }

    private void conf(String content, String place = 'run.conf') {
        Files.writeString(folder.resolve(place), content)
    }
}
