package io.dockerops.dsl.compile

class FailuresSpec extends TinySpecification {

    def "what the user's code throws is a problem of its line: #line"() {
        given:
        write("""\
            project 'shop'
            def nothing = null as String
            def numbers = [1, 2]
            int zero = 0
            $line
            """)

        expect:
        def (first, place, source) = problems { ran() }.readLines()
        first == "error: $summary"
        place.startsWith(' --> project.groovy:5')
        source == "5 | $line"

        where:
        line                                      | summary
        'nothing.length()'                        | 'a value is null here, and has to be something'
        'println(1.intdiv(zero))'                 | 'division by zero'
        "Integer.parseInt('8o')"                  | "'8o' is no number"
        'numbers.iterator().with { 3.times { next() } }' | 'there is no such element'
        "new File('/no/such/file').text"          | 'there is no file /no/such/file'
        "throw new RuntimeException('too bad')"   | 'too bad'
        'throw new IllegalStateException()'       | 'illegal state'
        'Collections.unmodifiableList(numbers).add(3)' | 'this cannot be changed'
        "assert numbers.size() == 3 : 'three'"    | 'an assertion failed: three. Expression: (numbers.size() == 3)'
        "(Object) numbers as Integer"             | 'a value is of another kind than is needed here'
    }

    def "what a word refuses is a problem of the word's call"() {
        given:
        write('''\
            service('db') {
                image 'two words'
            }
            ''')

        expect:
        problems { ran() } == '''\
            error: an image name has no spaces: 'two words'
             --> project.groovy:2:5
            2 |     image 'two words'
              |     ^^^^^^^^^^^^^^^^^'''.stripIndent(true)
    }

    def "a recursion without an end is a problem of its function"() {
        given:
        write('''\
            def forever(int n) {
                forever(n + 1)
            }
            forever(1)
            ''')

        expect:
        problems { ran() }.startsWith('''\
            error: the function `forever` calls itself without an end
             --> project.groovy:2'''.stripIndent(true))
    }

    def "what fails in an included file is a problem of that file"() {
        given:
        write("include 'lib/db.groovy'")
        write('lib/db.groovy', '''\
            service('db') {
                image 'two words'
            }
            ''')

        expect:
        problems { ran() }.contains('--> lib/db.groovy:2:5')
    }

    def "what fails in a class beside the project is a problem of the class's file"() {
        given:
        write("Common.fail()")
        write('lib/Common.groovy', '''\
            class Common {
                static void fail() {
                    throw new RuntimeException('too bad')
                }
            }
            ''')

        expect:
        problems { ran() } == '''\
            error: too bad
             --> lib/Common.groovy:3
            3 |         throw new RuntimeException('too bad')'''.stripIndent(true)
    }

    def "a mistake of ours is no problem of the script"() {
        given:
        write('broken()')

        when:
        ran()

        then:
        IllegalStateException thrown = thrown()
        thrown.message == 'a mistake of ours'
    }

    def "no problem shows a stack trace or the name of a class"() {
        given:
        write(line)

        expect:
        !(problems { ran() } =~ /\bat [\w.$]+\(|groovy\.lang|java\.(lang|util)|io\.dockerops|_project|closure/)

        where:
        line << ['Object o = [1]; ((Map) o).size()', 'def c = { -> null as String }; c().trim()', 'Optional.empty().get()']
    }
}
