package io.dockerops.engine.archive

import io.dockerops.engine.port.EngineException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class IgnorePatternsSpec extends Specification {

    @TempDir
    Path folder

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
        'a b'              | 'ignores'| 'a b'
        'ab'               | 'keeps'  | 'a'
        '**/node_modules'  | 'ignores'| 'x/node_modules/y'
        '*\n!keep/me'      | 'keeps'  | 'keep/me'
        '*\n!keep/me'      | 'ignores'| 'keep/you'
        '!keep\n*'         | 'ignores'| 'keep'
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

    def "the Dockerfile and the file itself are never ignored"() {
        given:
        Files.writeString(folder.resolve('.dockerignore'), '*')

        expect:
        !IgnorePatterns.in(folder, dockerfile).ignores('build/prod.Dockerfile')
        !IgnorePatterns.in(folder, dockerfile).ignores('.dockerignore')
        IgnorePatterns.in(folder, dockerfile).ignores('build/other')
        IgnorePatterns.in(folder, dockerfile).mayTakeBackFrom('build')

        where:
        dockerfile << ['build/prod.Dockerfile', './build/prod.Dockerfile']
    }

    def "of an ignored folder it is known whether something may be taken back: #pattern"() {
        expect:
        IgnorePatterns.parse(pattern, Path.of('.dockerignore')).mayTakeBackFrom('a') == may

        where:
        pattern         | may
        'a'             | false
        'a\n!a/keep'    | true
        'a\n!b'         | false
        'a\n!ab/c'      | false
        'a\n!**/keep'   | true
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
