package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class CompletionSpec extends Specification {

    @TempDir
    @Shared
    Path folder

    @Shared
    Cli cli

    def setupSpec() {
        cli = new Cli(folder)
        cli.run('completion', 'bash')
        cli.file('completion', cli.out).file('my.groovy', '').file('notes.txt', '')
    }

    /** What bash offers for the last word of {@code line}. */
    private List<String> complete(String line) {
        def words = line.split(' ', -1)
        def script = """
            dockerops() { [ "\$1" = targets ] && printf '%s\\n' web web.one web.two db \$2; }
            compopt() { :; }
            source ./completion
            COMP_WORDS=(${words.collect { "'$it'" }.join(' ')}); COMP_CWORD=${words.length - 1}
            COMP_LINE='$line'; COMP_POINT=${line.length()}
            _complete_dockerops_targets
            printf '%s\\n' "\${COMPREPLY[@]}"
            """.stripIndent()
        def process = new ProcessBuilder('bash', '--norc', '-c', script).directory(folder.toFile())
            .redirectErrorStream(true).start()
        def offered = process.inputStream.text.readLines().findAll { it }
        assert process.waitFor(10, TimeUnit.SECONDS)
        offered*.trim().unique().sort()
    }

    def "the script of #shell has every command"() {
        expect:
        cli.run('completion', shell) == ExitCode.FINE
        ['run', 'plan', 'clean', 'down', 'engine', 'completion'].every { cli.out.contains(it) }

        where:
        shell << ['bash', 'zsh']
    }

    def "a shell that is not known is a problem: #words"() {
        expect:
        cli.run(*(['completion'] + words)) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n  = there are `dockerops completion bash` and `dockerops completion zsh`\n"

        where:
        words    | summary
        []       | '`dockerops completion` needs a shell'
        ['fish'] | 'there is no completion for `fish`'
    }

    @Requires({ new File('/bin/bash').exists() })
    def "bash completes `#line`"() {
        expect:
        complete(line) == offered

        where:
        line                              || offered
        'dockerops r'                     || ['remove', 'rerun', 'restart', 'run']
        'dockerops run --par'             || ['--parallel', '--parameters']
        'dockerops run w'                 || ['web', 'web.one', 'web.two']
        'dockerops run web.t'             || ['web.two']
        'dockerops run m'                 || ['my.groovy']
        'dockerops run my.groovy my'      || ['my.groovy']
        'dockerops logs -f d'             || ['db']
        'dockerops logs --tail d'         || []
        'dockerops validate d'            || []
        'dockerops run n'                 || []
    }
}
