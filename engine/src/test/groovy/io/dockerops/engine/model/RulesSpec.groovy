package io.dockerops.engine.model

import io.dockerops.engine.problem.Mistake
import java.time.Duration
import spock.lang.Specification

class RulesSpec extends Specification {

    def "#signal is the signal #name"() {
        expect:
        Rules.signal(signal) == name

        where:
        signal       | name
        'SIGTERM'    | 'SIGTERM'
        'term'       | 'SIGTERM'
        '15'         | 'SIGTERM'
        '9'          | 'SIGKILL'
        'RTMIN+3'    | 'SIGRTMIN+3'
        'SIGRTMAX-2' | 'SIGRTMAX-2'
        '37'         | '37'
    }

    def "#mode is taken by chmod"() {
        expect:
        Rules.mode(mode) == mode

        where:
        mode << ['644', '0750', '1777', 'u=rwX,g=rX,o=', 'a+x', '-w', 'ug+rw,o-rwx', '+X']
    }

    def "#user is a user"() {
        expect:
        Rules.user(user) == user

        where:
        user << ['root', '0', '2000:2000', 'www-data:adm', '_apt', 'machine$']
    }

    def "#kind refuses `#text`"() {
        when:
        check.call(text)

        then:
        thrown(Mistake)

        where:
        kind         | text               | check
        'signal'     | 'SIGFOO'           | Rules.&signal
        'signal'     | '0'                | Rules.&signal
        'signal'     | '32'               | Rules.&signal
        'mode'       | '12'               | Rules.&mode
        'mode'       | '0o750'            | Rules.&mode
        'mode'       | 'u=rwx;'           | Rules.&mode
        'user'       | 'a:b:c'            | Rules.&user
        'user'       | ''                 | Rules.&user
        'variable'   | 'A=B'              | Rules.&variable
        'variable'   | '=B'               | Rules.&variable
        'variable'   | 'A B'              | Rules.&variable
        'label'      | Labels.PROJECT     | Rules.&label
        'label'      | ' '                | Rules.&label
        'host name'  | '-a'               | Rules.&hostName
        'host name'  | 'a..b'             | Rules.&hostName
        'host name'  | 'a_b'              | Rules.&hostName
        'host name'  | 'a' * 64           | Rules.&hostName
        'alias'      | '.a'               | Rules.&alias
        'alias'      | 'a' * 64           | Rules.&alias
        'cpuset'     | '1-'               | Rules.&cpuset
        'repository' | 'https://x'        | Rules.&repository
        'repository' | '/x'               | Rules.&repository
        'repository' | 'x/'               | Rules.&repository
        'tag'        | '-x'               | Rules.&tag
    }

    def "a health check's time of #time is #allowed"() {
        when:
        Rules.healthTime('every', Duration.parse(time))
        def fine = true

        then:
        fine == (allowed == 'allowed')

        where:
        time        | allowed
        'PT0.001S'  | 'allowed'
        'PT24H'     | 'allowed'
    }

    def "a health check's time of #time is refused"() {
        when:
        Rules.healthTime('every', Duration.parse(time))

        then:
        thrown(Mistake)

        where:
        time << ['PT0S', 'PT0.0009S', 'PT-1S']
    }

    def "the time to stop is counted in whole seconds"() {
        when:
        Rules.stopTimeout(Duration.ofMillis(2500))

        then:
        def e = thrown(Mistake)
        e.hints() == ['did you mean `3.seconds`?']
    }
}
