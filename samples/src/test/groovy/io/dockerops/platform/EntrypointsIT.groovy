package io.dockerops.platform

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The scripts that services add to the start of their containers. */
class EntrypointsIT extends Specification {

    @Shared
    @AutoCleanup
    Playground here = new Playground()

    /** One container in which scripts can be tried. */
    @Shared
    String idle

    def setupSpec() {
        idle = here.runReady(PlatformImages.BASE, '-e', 'SAFEMODE=True', '-e', 'ODD=a  $b')
    }

    /** What a start with these scripts in /entrypoints says; its command prints `started`. */
    private Docker start(Map<String, String> scripts, String... options) {
        here.runToEnd(PlatformImages.BASE, *options, command: ['echo', 'started'],
            files: scripts.collectEntries { name, text -> ["/entrypoints/$name" as String, text] })
    }

    def "the scripts of the parents run first, however these were added"() {
        given: 'a child that adds two, a grandchild in the way of the old documentation, and a child of that with a known name'
        def child = here.image('Dockerfile': "FROM $PlatformImages.BASE\nCOPY z.sh a.sh /entrypoints/\nRUN add-entrypoint z.sh a.sh\n",
            'z.sh': '#!/bin/sh\necho child z >&2\n', 'a.sh': '#!/bin/sh\necho child a >&2\n')
        def grandchild = here.image('Dockerfile': """
            FROM $child
            COPY entrypoint-b.sh entrypoint-a.sh /entrypoints/
            RUN chmod 755 /entrypoints/entrypoint-b.sh && mv /entrypoints/entrypoint-b.sh /entrypoints/entrypoint-b-1700000000.sh
            RUN chmod 755 /entrypoints/entrypoint-a.sh && mv /entrypoints/entrypoint-a.sh /entrypoints/entrypoint-a-1700000009.sh
            """.stripIndent(), 'entrypoint-b.sh': '#!/bin/sh\necho grandchild b\n', 'entrypoint-a.sh': '#!/bin/sh\necho grandchild a\n')
        def last = here.image('Dockerfile': "FROM $grandchild\nCOPY a.sh /tmp/\nRUN add-entrypoint /tmp/a.sh\n", 'a.sh': '#!/bin/sh\necho last a\n')

        expect:
        said(grandchild) == ['child z', 'child a', 'grandchild b', 'grandchild a']
        said(last) == ['child z', 'child a', 'grandchild b', 'grandchild a', 'last a']
    }

    /** What the scripts of an image say at its start. */
    private List<String> said(String image) {
        here.runToEnd(image, command: ['true']).err.readLines().findAll { !it.startsWith('dockerops: ') }
    }

    def "an exit code 0 ends its own script only"() {
        when:
        def result = start('a.sh': '#!/bin/sh\nexit 0\n', 'b.sh': '#!/bin/sh\necho after\n')

        then:
        result.code == 0
        result.out == 'started'
        result.err.contains('after')
    }

    def "a script that fails stops the start with its name, its exit code and its words"() {
        given:
        def id = here.create(PlatformImages.BASE, command: ['echo', 'started'], files: [
            '/entrypoints/a.sh': '#!/bin/sh\necho "to stdout"; echo "to stderr" >&2; exit 7\n', '/entrypoints/b.sh': '#!/bin/sh\necho never\n'])

        when:
        def result = Docker.call('start', '-a', id)

        then:
        result.code == 7
        result.out == ''
        result.err.readLines().takeRight(3) == ['to stdout', 'to stderr', 'dockerops: error: the entrypoint a.sh failed with exit code 7']
        !result.err.contains('never')

        and: 'in the log file too'
        Docker.process(['sh', '-c', "docker cp $id:/var/log/entrypoints.log - | tar xO"]).out.readLines().takeRight(3)*.replaceFirst('^[0-9]\\S*Z ', '') ==
            ['to stdout', 'to stderr', 'dockerops: error: the entrypoint a.sh failed with exit code 7']
    }

    def "a script that cannot be executed stops the start"() {
        when:
        def result = start('a.sh': 'echo never\n')

        then:
        result.code == 1
        result.out == ''
        result.err.contains('/entrypoints/a.sh is not executable')
    }

    def "a script has the variables of the container and nothing to read, and what it leaves running does not hold up the start"() {
        when:
        def result = start('-e', 'ODD=a  $b', '-e', 'INSTANCE=one', 'a.sh': '#!/bin/sh\nprintf "<%s> %s %s\\n" "$ODD" "$INSTANCE" "$(wc -c)"; sleep 3600 &\n')

        then:
        result.code == 0
        result.err.contains('<a  $b> one 0')
    }

    def "in safe mode none runs, and who looks into it runs them by hand: #command"() {
        given:
        def id = here.runReady(PlatformImages.BASE, '-e', 'SAFEMODE=True', '-e', 'ODD=a  $b', files: ['/entrypoints/a.sh': '#!/bin/sh\necho "<$ODD>"\n'])

        expect:
        !Playground.log(id).contains('<a  $b>')

        when:
        def result = Docker.call('exec', '-u', 'dockerops', id, 'sudo', command)

        then:
        result.code == 0
        result.err.contains('<a  $b>')

        where:
        command << ['run-entrypoints', '/allentrypoints.sh']
    }

    def "scripts are run by root alone"() {
        when:
        def result = Docker.call('exec', '-u', 'dockerops', idle, 'run-entrypoints')

        then:
        result.code == 1
        result.err.contains('only root can run the entrypoints: sudo run-entrypoints')
    }

    def "a script that could not run is not added: #words"() {
        when:
        def result = Playground.exec(idle, 'sh', '-c', "cd /tmp && $before; add-entrypoint $arguments")

        then:
        result.code == 1
        result.err.contains(words)

        where:
        before                               | arguments        || words
        'true'                               | ''               || 'usage: add-entrypoint FILE...'
        'true'                               | 'none.sh'        || 'there is no file /entrypoints/none.sh: copy it there first'
        'echo true >plain.sh'                | '/tmp/plain.sh'  || '/tmp/plain.sh must begin with #! and its interpreter'
        'echo "#!/bin/sh" >010-x.sh'         | './010-x.sh'     || '010-x.sh has a number already'
        'echo "#!/bin/sh" >ok.sh'            | './ok.sh no.sh'  || 'there is no file /entrypoints/no.sh'
    }
}
