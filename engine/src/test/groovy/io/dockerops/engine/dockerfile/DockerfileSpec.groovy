package io.dockerops.engine.dockerfile

import io.dockerops.engine.model.Image
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What a Dockerfile says before it is built. */
class DockerfileSpec extends Specification {

    @TempDir
    Path folder

    def "its bases: #what"() {
        expect:
        read(text).bases().collect { "${it.image()}:${it.place().line()}".toString() } == bases

        where:
        what                               | text                                                        || bases
        'the image behind FROM'            | 'FROM debian:12'                                            || ['debian:12:1']
        'an image without tag'             | 'FROM shop/base'                                            || ['shop/base:latest:1']
        'in any case'                      | 'from debian:12 as x\ncopy --from=tools:1 /a /b'            || ['debian:12:1', 'tools:1:2']
        'none for scratch'                 | 'FROM scratch'                                              || []
        'a platform does not matter'       | 'FROM --platform=linux/amd64 a:1'                           || ['a:1:1']
        'a platform by variable'           | 'FROM --platform=$BUILDPLATFORM a:1 AS x'                   || ['a:1:1']
        'of several stages'                | 'FROM a:1\nFROM b:1'                                        || ['a:1:1', 'b:1:2']
        'each once'                        | 'FROM a:1\nFROM a:1'                                        || ['a:1:1']
        'not a stage'                      | 'FROM a:1 AS one\nFROM one AS two\nFROM Two'                || ['a:1:1']
        'a stage called as its image'      | 'FROM a AS a\nFROM a'                                       || ['a:latest:1']
        'what is copied from'              | 'FROM a:1\nCOPY --from=b:1 --chown=1 /x /y'                 || ['a:1:1', 'b:1:2']
        'not what is copied from a stage'  | 'FROM a:1 AS one\nFROM b:1\nCOPY --from=one / /\nCOPY --from=0 / /' || ['a:1:1', 'b:1:2']
        'behind comments and empty lines'  | '# FROM no:1\n\n  # x\nFROM a:1'                            || ['a:1:4']
        'over several lines'               | 'FROM \\\n# in between\n\n  a:1 \\\n AS one'                || ['a:1:1']
        'a line that ends in two escapes'  | 'FROM a:1\nRUN echo \\\\\nFROM b:1'                         || ['a:1:1', 'b:1:3']
        'not within a command'             | 'FROM a:1\nRUN echo \\\n  FROM b:1'                         || ['a:1:1']
        'with another escape'              | '# escape=`\nFROM a:1\nRUN dir C:\\\nFROM `\n b:1'          || ['a:1:2', 'b:1:4']
        'the escape is a directive only at the top' | '# x\n# escape=`\nFROM a:1\nRUN x \\\nFROM b:1'    || ['a:1:3']
        'behind a directive of another kind' | '# syntax=docker/dockerfile:1\n# escape=`\nFROM `\na:1'   || ['a:1:3']
        'not in a text'                    | 'FROM a:1\nRUN <<EOF\nFROM b:1\nEOF\nCOPY --from=c:1 / /'   || ['a:1:1', 'c:1:5']
        'not in an indented text'          | 'FROM a:1\nRUN cat <<-"END" > x\n\tFROM b:1\n\tEND\nFROM d:1' || ['a:1:1', 'd:1:5']
        'behind what only looks like a text' | 'FROM a:1\nRUN echo $((1<<B))\nFROM b:1'                  || ['a:1:1', 'b:1:3']
        'with the lines of Windows'        | 'FROM a:1\r\nFROM \\\r\nb:1\r\n'                            || ['a:1:1', 'b:1:2']
        'behind a byte order mark'         | '\uFEFFFROM a:1'                                            || ['a:1:1']
    }

    def "variables in FROM: #text with #arguments"() {
        expect:
        read(text, arguments).bases()*.image()*.toString() == [base]

        where:
        text                                          | arguments    || base
        'ARG V=1\nFROM a:$V'                          | [:]          || 'a:1'
        'ARG V=1\nFROM a:$V'                          | [V: '2']     || 'a:2'
        'ARG V\nFROM a:${V}'                          | [V: '2']     || 'a:2'
        'ARG V\nFROM a:${V:-3}'                       | [:]          || 'a:3'
        'ARG V=\nFROM a:${V:-3}'                      | [:]          || 'a:3'
        'FROM a:${V-3}'                               | [V: '9']     || 'a:3'
        'ARG V=1\nFROM a${V:+-slim}'                  | [:]          || 'a-slim:latest'
        'FROM a${V:+-slim}'                           | [:]          || 'a:latest'
        'ARG R=r.example.com\nARG B=$R/b\nFROM ${B}'  | [:]          || 'r.example.com/b:latest'
        'ARG R=x B="${R}/b"\nFROM $B:1'               | [:]          || 'x/b:1'
        "ARG B='a:1'\nFROM \$B"                       | [:]          || 'a:1'
        'ARG V=1\nFROM a:${W:-${V}}'                  | [:]          || 'a:1'
    }

    def "the ports that it exposes: #text"() {
        expect:
        read('FROM scratch\n' + text).exposed()*.toString() == ports
        read('FROM scratch\n' + text).unclear().empty

        where:
        text                                          || ports
        ''                                            || []
        'EXPOSE 80'                                   || ['80/tcp']
        'EXPOSE 80/tcp 443/TCP'                       || ['80/tcp', '443/tcp']
        'expose 53/udp'                               || ['53/udp']
        'EXPOSE 8000-8002/tcp'                        || ['8000/tcp', '8001/tcp', '8002/tcp']
        'EXPOSE 5000-5001/udp 9'                      || ['5000/udp', '5001/udp', '9/tcp']
        'EXPOSE 80\nEXPOSE 80 81'                     || ['80/tcp', '81/tcp']
        'EXPOSE "80" \'81/udp\''                      || ['80/tcp', '81/udp']
        'EXPOSE 80 \\\n  81'                          || ['80/tcp', '81/tcp']
        '#UDPEXPOSE 53'                               || ['53/udp']
        '#UDP_EXPOSE 53'                              || ['53/udp']
        '# UDPEXPOSE 53 54'                           || ['53/udp', '54/udp']
        '  #  UDP_EXPOSE 60-61'                       || ['60/udp', '61/udp']
        'EXPOSE 53\n#UDP_EXPOSE 53'                   || ['53/tcp', '53/udp']
        '# EXPOSE 80'                                 || []
        'RUN a \\\n#UDPEXPOSE 53\n b'                 || ['53/udp']
        'ENV PORT=80\nEXPOSE $PORT'                   || ['80/tcp']
        'ENV PORT 80\nEXPOSE ${PORT}/udp'             || ['80/udp']
        'ENV PORTS="80 81"\nEXPOSE $PORTS'            || ['80/tcp', '81/tcp']
        'ENV A=1 B="2 3"\nENV C=${A}0\nEXPOSE $C'     || ['10/tcp']
        'ARG PORT=80\nEXPOSE $PORT'                   || ['80/tcp']
        'ARG PORT=80\nENV PORT=81\nEXPOSE $PORT'      || ['81/tcp']
        'ENV PORT=81\nARG PORT=80\nEXPOSE $PORT'      || ['81/tcp']
        'EXPOSE ${PORT:-90}'                          || ['90/tcp']
        'ENV A=1 B=2\nEXPOSE $A-${B}/udp'             || ['1/udp', '2/udp']
        'EXPOSE 53/sctp'                              || ['53/sctp']
    }

    def "a build argument goes over a default, where the stage takes it"() {
        expect:
        read(text, [PORT: '99']).exposed()*.toString() == ports

        where:
        text                                                 || ports
        'FROM a\nARG PORT=80\nEXPOSE $PORT'                  || ['99/tcp']
        'FROM a\nEXPOSE ${PORT:-80}'                         || ['80/tcp']
        'ARG PORT=80\nFROM a\nARG PORT\nEXPOSE $PORT'        || ['99/tcp']
        'ARG OTHER=70\nFROM a\nARG OTHER\nEXPOSE $OTHER'     || ['70/tcp']
    }

    def "the ports are those of the stage that is built: #target"() {
        given:
        def text = '''\
            FROM a AS one
            ENV PORT=10
            EXPOSE $PORT
            FROM b AS two
            EXPOSE 20
            FROM one
            EXPOSE 30 $PORT
            '''.stripIndent()

        expect:
        read(text, [:], target).exposed()*.toString() == ports
        read(text, [:], target).bases()*.image()*.name() == bases

        where:
        target || ports                 | bases
        null   || ['10/tcp', '30/tcp']  | ['a', 'b']
        'one'  || ['10/tcp']            | ['a']
        'Two'  || ['20/tcp']            | ['a', 'b']
        '0'    || ['10/tcp']            | ['a']
    }

    def "a port that is not known before the build is told with its line: #text"() {
        when:
        def outline = read('FROM a\n' + text)

        then:
        outline.unclear()*.summary() == [summary]
        outline.unclear()*.place()*.get()*.line() == [2]

        where:
        text               || summary
        'EXPOSE $PORT'     || '`EXPOSE $PORT`: `PORT` has no value here'
        'EXPOSE ${A%x}'    || '`EXPOSE ${A%x}`: `A` has no value here'
        'EXPOSE http'      || '`http` is not a port that an image can expose'
        'EXPOSE 8080:80'   || '`8080:80` is not a port that an image can expose'
        'EXPOSE 70000'     || '70000 is not a port: 1 to 65535'
        'EXPOSE 9-8'       || 'the range 9-8 goes down'
        'EXPOSE 80/icmp'   || '`icmp` is not a protocol of ports'
    }

    def "what no engine would build is told with its line: #text"() {
        when:
        read(text, [:], target)

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == [summary]
        refused.problems()[0].place().get().line() == line
        refused.problems()[0].place().get().file() == folder.resolve('Dockerfile')

        where:
        text                    | target || line | summary
        ''                      | null   || 1    | 'there is no `FROM` in this Dockerfile'
        'ARG X=1\nRUN a'        | null   || 1    | 'there is no `FROM` in this Dockerfile'
        '\nFROM'                | null   || 2    | '`FROM ` is not understood'
        'FROM a b'              | null   || 1    | '`FROM a b` is not understood'
        'FROM a\nFROM a AS'     | null   || 2    | '`FROM a AS` is not understood'
        'ARG V\nFROM a:$V'      | null   || 2    | '`FROM a:$V`: `V` has no value here'
        'FROM A:1'              | null   || 1    | '`A` is not an image name: lower-case letters, digits, and `.`, `_`, `-` or `/` between them'
        'FROM a AS b'           | 'c'    || 1    | 'there is no stage `c` in this Dockerfile'
    }

    def "a missing Dockerfile is told"() {
        when:
        Dockerfile.read(build([:], null))

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == ["there is no `Dockerfile` in `$folder`".toString()]
    }

    def "any text is read without another end than an outline or a problem"() {
        given:
        def random = new Random(seed)
        def pieces = ['FROM', 'ARG', 'ENV', 'EXPOSE', 'COPY', '--from=', 'AS', 'a', ' ', '\n', '\\', '$', '${', '}', ':-', '"',
                      '\'', '#', '=', '<<E', 'E', '80', '-', '/udp', '\t', 'x']

        expect:
        (1..200).every { ends((1..random.nextInt(40) + 1).collect { pieces[random.nextInt(pieces.size())] }.join('')) }

        where:
        seed << (1..5)
    }

    private boolean ends(String text) {
        try {
            return read('FROM a\n' + text) != null
        } catch (ProblemException refused) {
            return !refused.problems().empty
        }
    }

    private BuildOutline read(String text, Map arguments = [:], String target = null) {
        Files.writeString(folder.resolve('Dockerfile'), text)
        Dockerfile.read(build(arguments, target))
    }

    private Image.Build build(Map arguments, String target) {
        new Image.Build(folder, 'Dockerfile', new TreeMap<String, String>(arguments), Optional.ofNullable(target))
    }
}
