package io.dockerops.dsl.compile

/** What is plain Groovy stays plain Groovy. */
class PlainGroovySpec extends TinySpecification {

    def "a script may use #what"() {
        given:
        write(script)

        expect:
        ran().said == expected

        where:
        what                        | script                                                                       | expected
        'a loop'                    | "for (i in 1..2) { project \"p\$i\" }"                                       | ['project p1', 'project p2']
        'each'                      | "['a', 'b'].each { project it }"                                             | ['project a', 'project b']
        'each with index'           | "['a', 'b'].eachWithIndex { name, i -> project name + i }"                   | ['project a0', 'project b1']
        'times'                     | "2.times { project 'p' + it }"                                               | ['project p0', 'project p1']
        'a while loop'              | "int i = 0\nwhile (i < 2) { project \"p\${i++}\" }"                          | ['project p0', 'project p1']
        'a map'                     | "[a: 1, b: 2].each { name, n -> project \"\$name\$n\" }"                     | ['project a1', 'project b2']
        'collect and join'          | "project((1..3).collect { it * 2 }.join('-'))"                               | ['project 2-4-6']
        'if and else'               | "if (1 > 2) { project 'a' } else { project 'b' }"                            | ['project b']
        'a switch'                  | "switch ('x') { case 'x': project 'a'; break; default: project 'b' }"        | ['project a']
        'a switch expression'       | "project(switch (2) { case 1 -> 'a'; case 2 -> 'b'; default -> 'c' })"       | ['project b']
        'the elvis operator'        | "String s = null\nproject s ?: 'x'"                                          | ['project x']
        'safe navigation'           | "String s = null\nproject s?.trim() ?: 'x'"                                  | ['project x']
        'several variables at once' | "def (a, b) = ['x', 'y']\nproject a + b"                                     | ['project xy']
        'text over several lines'   | "project '''a\nb'''"                                                         | ['project a\nb']
        'lists and maps in a text'  | "project \"\${[1, 2]} \${[a: 1]}\""                                          | ['project [1, 2] [a:1]']
        'a text of texts'           | "def a = 'x'\nproject 'p' + \"-\$a\" + 1 + null"                             | ['project p-x1null']
        'a lazy text'               | "int n = 1\ndef t = \"\${-> n}\"\nn = 2\nproject t.toString()"               | ['project 2']
        'a regular expression'      | "project(('a1b2' =~ /\\d/).collect { it }.join(''))"                         | ['project 12']
        'a try'                     | "try { Integer.parseInt('x') } catch (NumberFormatException e) { project 'x' }" | ['project x']
        'an import'                 | "import java.time.DayOfWeek\nproject DayOfWeek.MONDAY.name()"                | ['project MONDAY']
        'a static import'           | "import static java.lang.Math.max\nproject 'p' + max(1, 2)"                  | ['project p2']
        'a class'                   | "class P { String n }\nproject new P(n: 'x').n"                              | ['project x']
        'an enum'                   | "enum E { A, B }\nE.values().each { project it.name() }"                     | ['project A', 'project B']
        'a record'                  | "record R(String n) { }\nproject new R('x').n()"                             | ['project x']
        'a field'                   | "import groovy.transform.Field\n@Field String n = 'x'\ndef f() { project n }\nf()" | ['project x']
        'a comment in the first line' | "#!/usr/bin/env dockerops\nproject 'x'"                                    | ['project x']
        'a label of a loop'         | "outer: for (i in 1..2) { for (j in 1..2) { if (j == 2) continue outer; project \"\$i\$j\" } }" | ['project 11', 'project 21']
        'a method reference'        | "['a '].stream().map(String::trim).forEach { project it }"                   | ['project a']
        'a list that grows'         | "def all = []\nall << 'a' << 'b'\nall.each { project it as String }"         | ['project a', 'project b']
        'an early end'              | "project 'a'\nif (true) return\nproject 'b'"                                 | ['project a']
        'the time of day'           | "project java.time.Year.of(2000).toString()"                                 | ['project 2000']
        'nothing at all'            | ''                                                                           | []
        'comments only'             | "// nothing\n/* here */"                                                     | []
    }

    def "a function declares, wherever it is called"() {
        given:
        write('''\
            def web(String name, int copies = 1) {
                return (1..copies).collect { n ->
                    service("$name-$n") { image name }
                }
            }

            def links = web('front', 2)
            service('proxy') {
                links.each { link it }
                def image = { String tag -> this.project(tag) }
                image('inside')
            }
            ''')

        expect:
        ran().said == ['service front-1', 'image front', 'service front-2', 'image front', 'service proxy',
                       'link front-1', 'link front-2', 'project inside']
    }

    def "a function gives back a handle, whose type is known"() {
        given:
        write('''\
            def database() {
                service('db') { image 'postgres' }
            }
            service('web') { link database() }
            ''')

        expect:
        ran().said == ['service web', 'service db', 'image postgres', 'link db']
    }

    def "variables and functions of the script are seen in all blocks"() {
        given:
        write('''\
            def tag = '17'
            def versions = [db: tag]
            String full(String name, String tag) { return "$name:$tag" }
            service('db') {
                image full('db', versions.db)
                healthy {
                    command 'check', tag
                }
            }
            ''')

        expect:
        ran().said == ['service db', 'image db:17', 'healthy', 'command check 17']
    }

    def "`it` in a block is the one of the loop around the block"() {
        given:
        write('''\
            ['a', 'b'].each {
                service(it) {
                    image it
                    healthy { command it }
                }
            }
            ''')

        expect:
        ran().said == ['a', 'b'].collectMany { ["service $it", "image $it", 'healthy', "command $it"]*.toString() }
    }

    def "a word that needs nothing may stand alone"() {
        given:
        write('broken')

        when:
        ran()

        then:
        IllegalStateException e = thrown()
        e.message == 'a mistake of ours'
    }

    def "a word that gives a value may be used in every block"() {
        given:
        write('''\
            service('db') {
                env PASSWORD: secret('db')
                healthy { command secret('x') }
            }
            ''')

        expect:
        ran().said == ['service db', 'env {PASSWORD=secret db}', 'healthy', 'command secret x']
    }

    def "quantities are properties of numbers: #quantity"() {
        given:
        write("service('db') { healthy { every($quantity) } }")

        expect:
        ran().said.last() == "every $expected"

        where:
        quantity             | expected
        '2.seconds'          | 'PT2S'
        '1.minute'           | 'PT1M'
        '1.5.hours'          | 'PT1H30M'
        '(1 + 1).minutes'    | 'PT2M'
        '500.ms'             | 'PT0.5S'
    }

    def "a class beside the project may have blocks of its own"() {
        given:
        write('''\
            Blocks.standard(this) {
                image 'x'
                healthy { command 'c' }
            }
            ''')
        write('lib/Blocks.groovy', '''\
            import io.dockerops.dsl.compile.TinyScript
            import io.dockerops.dsl.compile.TinyWords.ServiceWords

            class Blocks {
                static void standard(TinyScript script, @DelegatesTo(value = ServiceWords, strategy = Closure.DELEGATE_FIRST) Closure block) {
                    script.service('standard', block)
                }
            }
            ''')

        expect:
        ran().said == ['service standard', 'image x', 'healthy', 'command c']
    }

    def "loading declares nothing and may be repeated"() {
        given:
        write("println 'not printed by loading'; project 'shop'")
        def out = System.out
        def printed = new ByteArrayOutputStream()
        System.out = new PrintStream(printed)

        when:
        load()
        load()

        then:
        printed.size() == 0

        cleanup:
        System.out = out
    }
}
