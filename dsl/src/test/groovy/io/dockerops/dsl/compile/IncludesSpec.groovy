package io.dockerops.dsl.compile

class IncludesSpec extends TinySpecification {

    def "an included file declares into the same project, where it is included"() {
        given:
        write('''\
            project 'shop'
            include 'lib/db.groovy'
            service('web') { }
            ''')
        write('lib/db.groovy', "service('db') { }")

        expect:
        ran().said == ['project shop', 'service db', 'service web']
    }

    def "a path is relative to the file that names it"() {
        given:
        write("include 'lib/one.groovy'")
        write('lib/one.groovy', "include 'more/two.groovy'; include '../three.groovy'")
        write('lib/more/two.groovy', "project 'two'")
        write('three.groovy', "project 'three'")

        expect:
        ran().said == ['project two', 'project three']
    }

    def "a path may be computed"() {
        given:
        write('''\
            ['a', 'b'].each { include "lib/${it}.groovy" }
            ''')
        write('lib/a.groovy', "project 'a'")
        write('lib/b.groovy', "project 'b'")

        expect:
        ran().said == ['project a', 'project b']
    }

    def "a file that has been included is not run again"() {
        given:
        write('''\
            include 'lib/common.groovy'
            include 'lib/db.groovy'
            include 'lib/../lib/common.groovy'
            ''')
        write('lib/common.groovy', "project 'common'")
        write('lib/db.groovy', "include 'common.groovy'; project 'db'")

        expect:
        ran().said == ['project common', 'project db']
    }

    def "a file that is missing is a problem of its include"() {
        given:
        write('''\
            project 'shop'
            include 'lib/monitorng.groovy'
            ''')
        write('lib/monitoring.groovy', '')

        expect:
        problems { load() } == '''\
            error: there is no file `lib/monitorng.groovy`
             --> project.groovy:2:1
            2 | include 'lib/monitorng.groovy'
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = did you mean `lib/monitoring.groovy`?'''.stripIndent(true)
    }

    def "a file that is missing where it is not always included is a problem only when it is"() {
        given:
        write('''\
            if (project) {
                include 'lib/none.groovy'
            }
            '''.replace('project', condition))

        when:
        LoadedScript loaded = load()

        then:
        (condition == 'true' ? problems { ran(loaded) } : ran(loaded).said.toString()).contains(expected)

        where:
        condition | expected
        'true'    | 'there is no file `lib/none.groovy`'
        'false'   | '[]'
    }

    def "files that include each other in a circle are refused, and the circle is shown"() {
        given:
        write("include 'lib/a.groovy'")
        write('lib/a.groovy', '''\
            project 'a'
            include 'b.groovy'
            ''')
        write('lib/b.groovy', '''\
            include 'a.groovy'
            ''')

        expect:
        problems { ran() } == '''\
            error: this file includes itself: lib/a.groovy → lib/b.groovy → lib/a.groovy
             --> lib/b.groovy:1:1
            1 | include 'a.groovy'
              | ^^^^^^^^^^^^^^^^^^
              = leave one of the includes away'''.stripIndent(true)
    }

    def "what is wrong with a project and what it includes comes out together"() {
        given:
        write('''\
            include 'lib/a.groovy'
            projct 'shop'
            ''')
        write('lib/a.groovy', '''\
            servce('a') { }
            include 'b.groovy'
            ''')
        write('lib/b.groovy', "volum 'b'")

        when:
        def drawn = problems { load() }

        then:
        drawn.findAll(/there is no word `\w+`/) == ['projct', 'servce', 'volum'].collect { "there is no word `$it`".toString() }
        drawn.findAll(/--> \S+/) == ['--> project.groovy:2:1', '--> lib/a.groovy:1:1', '--> lib/b.groovy:1:1']
    }

    def "a file of classes cannot be included"() {
        given:
        write("include 'lib/Common.groovy'")
        write('lib/Common.groovy', 'class Common { }')

        expect:
        problems { load() }.startsWith('error: `lib/Common.groovy` holds classes, and cannot be included')
    }

    def "a function of an included file is not seen by the file that includes it"() {
        given:
        write('''\
            include 'lib/a.groovy'
            helper()
            ''')
        write('lib/a.groovy', "def helper() { project 'a' }")

        expect:
        problems { load() }.startsWith('error: there is no word `helper`')
    }

    def "a project may be run again and says the same"() {
        given:
        write("include 'lib/a.groovy'")
        write('lib/a.groovy', "project 'a'")
        LoadedScript loaded = load()

        expect:
        ran(loaded).said == ran(loaded).said
    }

    def "a project file that does not exist is said to be missing"() {
        expect:
        problems { load() } == "error: the file ${folder.resolve('project.groovy')} does not exist"
    }
}
