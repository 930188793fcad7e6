package io.dockerops.cli;

import io.dockerops.cli.command.Program;
import io.dockerops.cli.session.Composition;
import io.dockerops.cli.session.Surroundings;
import io.dockerops.cli.terminal.SystemTerminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program {@code dockerops}. */
public final class Main {

    private static final int BUFFER = 8192;

    private Main() {}

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        prepare();
        Map<String, String> environment = System.getenv();
        Surroundings surroundings = new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                new SystemTerminal(environment));
        System.exit(run(List.of(arguments), surroundings, new Composition()));
    }

    /** Settings of libraries that count for the whole process. */
    static void prepare() {
        // Makes picocli leave out its look-up of Groovy's closures, which would load a part of Groovy.
        System.setProperty("picocli.disable.closures", "true");
    }

    /** Runs the command that {@code arguments} name and gives the exit code. */
    public static int run(List<String> arguments, Surroundings surroundings, Composition composition) {
        int code = new Program(surroundings, composition).run(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    /** UTF-8 whatever the locale says: the characters of scripts, engines and logs come out as they went in. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                false,
                StandardCharsets.UTF_8);
    }
}
