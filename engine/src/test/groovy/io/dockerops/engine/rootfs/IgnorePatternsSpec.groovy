package io.dockerops.engine.rootfs

import io.dockerops.engine.port.EngineException
import java.nio.file.Path
import spock.lang.Specification

class IgnorePatternsSpec extends Specification {

    def "`#pattern` #verdict #path"() {
        expect:
        IgnorePatterns.parse(pattern, Path.of('.dockerignore')).ignores(path) == (verdict == 'ignores')

        where:
        pattern            | verdict  | path
        'a'                | 'ignores'| 'a'
        'a'                | 'ignores'| 'a/b/c'
        'a'                | 'keeps'  | 'b/a'
        '/a'               | 'ignores'| 'a'
        './a/'             | 'ignores'| 'a/b'
        'x/../a'           | 'ignores'| 'a'
        '*.log'            | 'ignores'| 'x.log'
        '*.log'            | 'keeps'  | 'logs/x.log'
        '*/*.log'          | 'ignores'| 'logs/x.log'
        '**/*.log'         | 'ignores'| 'x.log'
        '**/*.log'         | 'ignores'| 'a/b/x.log'
        'a/**/z'           | 'ignores'| 'a/z'
        'a/**/z'           | 'ignores'| 'a/b/c/z'
        'a/**'             | 'ignores'| 'a/b/c'
        'a/**'             | 'keeps'  | 'a'
        '**'               | 'ignores'| 'a/b'
        '*'                | 'ignores'| 'a/b'
        'a?c'              | 'ignores'| 'abc'
        'a?c'              | 'keeps'  | 'a/c'
        'a[b-d]e'          | 'ignores'| 'ace'
        'a[^b-d]e'         | 'keeps'  | 'ace'
        'a[&&b]e'          | 'ignores'| 'a&e'
        'a\\*'             | 'ignores'| 'a*'
        'a\\*'             | 'keeps'  | 'ab'
        'a.c'              | 'keeps'  | 'abc'
        '  a  '            | 'ignores'| 'a'
        '# a'              | 'keeps'  | '# a'
        '\ufeffa'          | 'ignores'| 'a'
        'a\r\nb'           | 'ignores'| 'a'
    }

    def "the last pattern that fits decides"() {
        given:
        def patterns = IgnorePatterns.parse('*\n!docs\ndocs/*.tmp\n!docs/keep.tmp\n', Path.of('.dockerignore'))

        expect:
        patterns.ignores('src/Main.java')
        !patterns.ignores('docs/index.md')
        patterns.ignores('docs/x.tmp')
        !patterns.ignores('docs/keep.tmp')
    }

    def "a pattern that is none is refused with its line: #pattern"() {
        when:
        IgnorePatterns.parse("a\n$pattern", Path.of('ctx/.dockerignore'))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == "`$pattern` is not a pattern: ctx/.dockerignore:2"
        failure.hint().present

        where:
        pattern << ['a[b', '!', '[z-a]']
    }
}
