package io.dockerops.engine.model

import io.dockerops.engine.problem.Mistake
import spock.lang.Specification

class ShellWordsSpec extends Specification {

    def "a shell would make #words of: #line"() {
        expect:
        ShellWords.split(line).words() == words

        where:
        line                       | words
        'a b  c'                   | ['a', 'b', 'c']
        '  a\tb\n'                 | ['a', 'b']
        ''                         | []
        "echo 'a  b'"              | ['echo', 'a  b']
        'echo "a  b"'              | ['echo', 'a  b']
        "a''b"                     | ['ab']
        "''"                       | ['']
        "'a'\"b\"c"                | ['abc']
        'a\\ b'                    | ['a b']
        '"a\\"b"'                  | ['a"b']
        '"a\\nb"'                  | ['a\\nb']
        "'a\\b'"                   | ['a\\b']
        'a\\\\b'                   | ['a\\b']
        '$HOME *'                  | ['$HOME', '*']
        "sh -c 'a && b > c'"       | ['sh', '-c', 'a && b > c']
    }

    def "what a shell would obey is told: #line"() {
        expect:
        ShellWords.split(line).operators() == operators

        where:
        line             | operators
        'a && b'         | ['&&']
        'a || b | c'     | ['||', '|']
        'a > f 2>&1'     | ['>', '2>&1']
        'a < f ; b &'    | ['<', ';', '&']
        "a '&&' b"       | []
        'a \\&\\& b'     | []
        'a&b c|d'        | []
    }

    def "a quote that is not closed is refused: #line"() {
        when:
        ShellWords.split(line)

        then:
        thrown(Mistake)

        where:
        line << ["it's", 'say "hi', '"\\"']
    }
}
