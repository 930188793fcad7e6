package io.dockerops.dsl.compile

class ScriptPlacesSpec extends TinySpecification {

    def "a word knows the line and the columns of its call: #said"() {
        given:
        write('''\
            project 'shop'
            def db = service('db') {
                image 'postgres:17'; env A: 'x', B: secret('y')
                healthy {
                    command 'a', 'b'
                }
            }
            service("web-${1 + 1}") { link db }
            volume 'data', at: '/data'
            '''.stripIndent(true))

        expect:
        ran().where[said].with { [line, column, endColumn] } == place

        where:
        said                        | place
        'project shop'              | [1, 1, 15]
        'service db'                | [2, 10, 22]
        'image postgres:17'         | [3, 5, 24]
        'env {A=x, B=secret y}'     | [3, 26, 52]
        'healthy'                   | [4, 5, 12]
        'command a b'               | [5, 9, 25]
        'service web-2'             | [8, 1, 23]
        'link db'                   | [8, 27, 34]
        'volume data {at=/data}'    | [9, 1, 27]
    }

    def "a call over several lines is at the line of its word"() {
        given:
        write('''\
            service('db') {
                env A: 'x',
                    B: 'y',
                    C: 'z'
                healthy { command 'a',
                    'b' }
            }
            ''')

        when:
        def where = ran().where

        then:
        where['env {A=x, B=y, C=z}'].with { [line, column, endColumn] } == [2, 5, 15]
        where['command a b'].with { [line, column, endColumn] } == [5, 15, 26]
    }

    def "two calls of one word in one line are known by line only"() {
        given:
        write('''\
            service('db') {
                image 'a'; image 'b'
            }
            ''')

        expect:
        ran().where['image b'].with { [line, column] } == [2, 0]
    }

    def "a word in a function, a closure or a loop has the place of the word, not of the caller"() {
        given:
        write('''\
            def web(String name) {
                service(name) { image name }
            }
            web('one')
            ['two'].each { service(it) { image it } }
            for (i in 3..3) {
                service("number $i") { image "image$i" }
            }
            ''')

        when:
        def where = ran().where

        then:
        where['service one'].line == 2
        where['image one'].line == 2
        where['image two'].with { [line, column] } == [5, 30]
        where['image image3'].line == 7
    }

    def "a word in an included file has the place in that file"() {
        given:
        write('''\
            include 'lib/db.groovy'
            project 'shop'
            ''')
        write('lib/db.groovy', '''\
            // the database
            service('db') { image 'x' }
            ''')

        when:
        def where = ran().where

        then:
        where['image x'].with { [folder.relativize(file).toString(), line, column] } == ['lib/db.groovy', 2, 17]
        where['project shop'].with { [folder.relativize(file).toString(), line] } == ['project.groovy', 2]
    }

    def "a word that a class beside the project uses has the place in the class's file"() {
        given:
        write("service('db') { Common.image(delegate) }")
        write('lib/Common.groovy', '''\
            import io.dockerops.dsl.compile.TinyWords.ServiceWords

            class Common {
                static void image(ServiceWords words) {
                    words.image 'common'
                }
            }
            ''')

        expect:
        ran().where['image common'].with { [folder.relativize(file).toString(), line] } == ['lib/Common.groovy', 5]
    }

    def "outside of a running script there is no place"() {
        given:
        write("project 'shop'")

        when:
        load().places().here()

        then:
        thrown(IllegalStateException)
    }
}
