package io.dockerops.engine.docker

import io.dockerops.engine.port.EngineException
import spock.lang.Specification

class DockerIgnoreSpec extends Specification {

    def "#lines #leaves out #path"() {
        expect:
        DockerIgnore.parse(lines, 'Dockerfile').excludes(path) == (leaves == 'leave')

        where:
        lines                          | path                | leaves
        []                             | 'a'                 | 'do not leave'
        ['a']                          | 'a'                 | 'leave'
        ['a']                          | 'a/b/c'             | 'leave'
        ['a']                          | 'b/a'               | 'do not leave'
        ['a']                          | 'ab'                | 'do not leave'
        ['/a/']                        | 'a'                 | 'leave'
        ['./x/../a']                   | 'a'                 | 'leave'
        ['# a', '', '  ']              | 'a'                 | 'do not leave'
        ['*.log']                      | 'x.log'             | 'leave'
        ['*.log']                      | 'd/x.log'           | 'do not leave'
        ['*/*.log']                    | 'd/x.log'           | 'leave'
        ['**/*.log']                   | 'x.log'             | 'leave'
        ['**/*.log']                   | 'a/b/x.log'         | 'leave'
        ['a/**']                       | 'a/b/c'             | 'leave'
        ['a/**']                       | 'a'                 | 'do not leave'
        ['a/**/z']                     | 'a/z'               | 'leave'
        ['a/**/z']                     | 'a/b/c/z'           | 'leave'
        ['**']                         | 'a/b'               | 'leave'
        ['**/node_modules']            | 'x/node_modules/y'  | 'leave'
        ['a?c']                        | 'abc'               | 'leave'
        ['a?c']                        | 'a/c'               | 'do not leave'
        ['[a-c]x']                     | 'bx'                | 'leave'
        ['[^a-c]x']                    | 'bx'                | 'do not leave'
        ['a\\*']                       | 'a*'                | 'leave'
        ['a\\*']                       | 'ab'                | 'do not leave'
        ['a.b']                        | 'axb'               | 'do not leave'
        ['*', '!keep']                 | 'keep'              | 'do not leave'
        ['*', '!keep']                 | 'other'             | 'leave'
        ['*', '!keep/me']              | 'keep/me'           | 'do not leave'
        ['*', '!keep/me']              | 'keep/you'          | 'leave'
        ['!keep', '*']                 | 'keep'              | 'leave'
        ['*']                          | 'Dockerfile'        | 'do not leave'
        ['*']                          | '.dockerignore'     | 'do not leave'
        ['a b']                        | 'a b'               | 'leave'
    }

    def "the Dockerfile goes along wherever it is"() {
        expect:
        !DockerIgnore.parse(['*'], 'build/prod.Dockerfile').excludes('build/prod.Dockerfile')
    }

    def "a folder is passed over only when nothing in it is taken in again: #lines"() {
        expect:
        DockerIgnore.parse(lines, 'Dockerfile').skips('a') == skips

        where:
        lines             | skips
        ['a']             | true
        ['b']             | false
        ['a', '!a/keep']  | false
        ['a', '!b']       | true
        ['a', '!**/keep'] | false
    }

    def "a set that does not end is refused"() {
        when:
        DockerIgnore.parse(['a[b'], 'Dockerfile')

        then:
        def refused = thrown(EngineException.Failed)
        refused.message == '`a[b` in .dockerignore has a `[` without its `]`'
    }
}
