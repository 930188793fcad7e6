package io.dockerops.engine.port

import groovy.transform.Immutable

/** What a command does that a contract runs: a real engine runs it, an engine without processes is told. */
@Immutable
class Program {

    /** The command as it is given to the engine. */
    List<String> command
    /** The lines that it writes to standard output at once. */
    List<String> output
    /** The lines that it then writes to standard error. */
    List<String> error
    /** Its exit code when it ends at once; null when it goes on until it is stopped. */
    Integer exitCode
    /** Its exit code when SIGTERM ends it. */
    int stopCode
    /** Whether it writes what it reads, and ends with its input. */
    boolean echoes

    /** Writes what is given and ends. */
    static Program ending(int exitCode, List<String> output = [], List<String> error = []) {
        new Program(shell(output, error, ["exit $exitCode"]), output, error, exitCode, 0, false)
    }

    /** Writes what is given and goes on until SIGTERM ends it with exit code 7. */
    static Program running(List<String> output = [], List<String> error = []) {
        def rest = ["trap 'exit 7' TERM", 'while true; do sleep 0.05; done']
        new Program(shell(output, error, rest), output, error, null, 7, false)
    }

    /** Writes the line that it reads, and ends with {@code exitCode}. */
    static Program reading(int exitCode, List<String> output = []) {
        def rest = ['read line', 'echo "$line"', "exit $exitCode"]
        new Program(shell(output, [], rest), output, [], null, exitCode, true)
    }

    /** Writes what it reads. */
    static Program echoing() {
        new Program(['cat'], [], [], 0, 0, true)
    }

    private static List<String> shell(List<String> output, List<String> error, List<String> rest) {
        def lines = output.collect { "echo '$it'" } + error.collect { "echo '$it' >&2" } + rest
        ['sh', '-c', lines.join('; ')]
    }
}
