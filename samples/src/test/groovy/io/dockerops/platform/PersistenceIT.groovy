package io.dockerops.platform

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The folders that outlive a container, and those that do not. */
class PersistenceIT extends Specification {

    @Shared
    @AutoCleanup
    Playground here = new Playground()

    /** An image with content in two folders. */
    @Shared
    String shop

    def setupSpec() {
        shop = here.image('Dockerfile': """
            FROM $PlatformImages.BASE
            RUN mkdir -p /data/a/b && echo image >/data/a/file && echo image >/data/a/b/.hidden && ln -s file /data/a/link \\
                && echo image >'/data/with space' && chown -R dockerops /data/a && chmod 0750 /data/a && echo image >/opt/file
            """.stripIndent())
    }

    /** What a short-lived container says that keeps its data. */
    private String keeping(String volume, String script) {
        def result = here.runToEnd(shop, '-v', "$volume:/persistent", '-e', 'PERSISTENT_DATA=True', command: ['sh', '-c', script])
        result.mustSucceed().out
    }

    def "what the image has in a persistent folder is there at the first start, with its owners and modes"() {
        given:
        def volume = here.volume()

        expect:
        keeping(volume, 'cat /data/a/file /data/a/b/.hidden /data/a/link "/data/with space" && stat -c "%U %a" /data/a/ /data/').readLines() ==
            ['image'] * 4 + ['dockerops 750', 'dockerops 755']

        and: 'in the folder of the host'
        Playground.inVolume(volume, 'cat data/a/file; ls -A data').readLines() == ['image', '.persistent_initialized', 'a', 'with space']
    }

    def "what is there already stays as it is, and what it lacks is put beside it"() {
        given:
        def volume = here.volume('mkdir -p data/a && echo mine >data/a/file && echo mine >data/other && chmod 0700 data')

        expect:
        keeping(volume, 'cat /data/a/file /data/other /data/a/b/.hidden; stat -c %a /data/').readLines() == ['mine', 'mine', 'image', '700']
    }

    def "what a container wrote is there in the next one, and what it removed does not come back"() {
        given:
        def volume = here.volume()
        keeping(volume, 'echo written >/data/new; rm /data/a/file')

        expect:
        keeping(volume, 'cat /data/new; ls /data/a').readLines() == ['written', 'b', 'link']
    }

    def "a first start that was cut short is made up for"() {
        given: 'a copy that was under way, and one file that had its place'
        def volume = here.volume('mkdir -p data/.persistent_incoming/a data/a && echo ima >data/.persistent_incoming/a/half && echo image >data/a/file')

        expect:
        keeping(volume, 'cat /data/a/file /data/a/b/.hidden; find /data/ -name half -o -name .persistent_incoming').readLines() == ['image', 'image']
    }

    def "a start that was cut short after the move is made up for"() {
        given: 'the mark, and no link yet'
        def volume = here.volume('mkdir -p data && echo kept >data/file && touch data/.persistent_initialized')

        expect:
        keeping(volume, 'ls /data; readlink /data').readLines() == ['file', '/persistent/data']
    }

    def "a container that is started again finds its folders"() {
        given:
        def volume = here.volume()
        def id = here.runReady(shop, '-v', "$volume:/persistent", '-e', 'PERSISTENT_DATA=yes', '-e', 'PERSISTENT_OPT=1', '-e', 'PERSISTENT_LOG=true')
        Playground.ask(id, 'sh', '-c', 'echo written >/opt/new')

        when:
        Docker.call('restart', id).mustSucceed()
        here.awaitReady(id)

        then:
        Playground.ask(id, 'sh', '-c', 'cat /opt/new /opt/file; readlink /data /opt /var/log').readLines() ==
            ['written', 'image', '/persistent/data', '/persistent/opt', '/persistent/log']

        and: 'logs of the first start are kept too'
        Playground.inVolume(volume, 'grep -c "entrypoint 010-dns-client.sh" log/entrypoints.log') == '2'
    }

    def "folders that are not persistent are plain, whatever is mounted: PERSISTENT_DATA=#value"() {
        given:
        def volume = here.volume('mkdir data && echo kept >data/file')

        expect:
        here.runToEnd(shop, '-v', "$volume:/persistent", '-e', "PERSISTENT_DATA=$value",
            command: ['sh', '-c', 'cat /data/a/file; test -L /data || echo plain']).out.readLines() == ['image', 'plain']
        Playground.inVolume(volume, 'ls -A data') == 'file'

        where:
        value << ['False', '', 'no', '0']
    }

    def "a start that would lose or hide data is refused: #why"() {
        given:
        def volume = here.volume()

        when:
        def result = here.runToEnd(shop, *options.collect { it.replace('VOLUME', volume) }, command: ['echo', 'started'])

        then:
        result.code == 1
        result.out == ''
        result.err.contains(words)

        where:
        why                         | options                                                                              || words
        'nothing at /persistent'    | ['-e', 'PERSISTENT_DATA=True']                                                       || 'PERSISTENT_DATA is on, and nothing is mounted at /persistent'
        'a volume at the folder'    | ['-e', 'PERSISTENT_OPT=True', '-v', 'VOLUME:/persistent', '--tmpfs', '/opt']         || 'something is mounted at /opt:'
        'a volume inside a folder'  | ['-e', 'PERSISTENT_LOG=True', '-v', 'VOLUME:/persistent', '--tmpfs', '/var/log/sub'] || 'something is mounted at /var/log/sub:'
        'a switch that is not one'  | ['-e', 'PERSISTENT_DATA=Treu', '-v', 'VOLUME:/persistent']                           || "PERSISTENT_DATA is 'Treu': set it to True or to False"
    }
}
