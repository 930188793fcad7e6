package io.dockerops.cli.command;

import io.dockerops.cli.session.Composition;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Failures;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.session.Surroundings;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style;
import io.dockerops.dsl.ProjectScripts;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the command that the arguments name, has it read the rest and runs it. */
public final class Program {

    private static final String HELP = "help";
    private static final String LOG_LEVEL = "LOG_LEVEL";

    private final Surroundings surroundings;
    private final Composition composition;

    /**
     * The program in its surroundings.
     *
     * @param composition makes the parts that commands work with
     */
    public Program(Surroundings surroundings, Composition composition) {
        this.surroundings = surroundings;
        this.composition = composition;
    }

    /** Runs the command that {@code arguments} name and gives the exit code. */
    public int run(List<String> arguments) {
        Arguments parts = Arguments.of(arguments);
        Output output = output(arguments.contains("--no-color"), false);
        if (parts.command().isEmpty()) {
            return withoutCommand(parts.rest(), output);
        }
        String word = parts.command().get();
        if (word.equals(HELP)) {
            return help(parts.rest(), output);
        }
        Optional<Catalogue.Entry> entry = Catalogue.find(word);
        return entry.isPresent()
                ? run(entry.get(), parts.rest(), output)
                : wrong(ArgumentProblems.unknownCommand(word), output);
    }

    private int withoutCommand(List<String> options, Output output) {
        if (options.contains("--version") || options.contains("-V")) {
            return run(Catalogue.find("version").orElseThrow(), List.of(), output);
        }
        if (options.contains("--help") || options.contains("-h")) {
            output.text(Overview.text(output.outStyle()));
            return ExitCode.FINE;
        }
        output.errorText(Overview.text(output.errStyle()));
        return ExitCode.WRONG_INPUT;
    }

    /** {@code help run} is {@code run --help}. */
    private int help(List<String> words, Output output) {
        if (words.isEmpty()) {
            output.text(Overview.text(output.outStyle()));
            return ExitCode.FINE;
        }
        Optional<Catalogue.Entry> entry = Catalogue.find(words.get(0));
        return entry.isPresent()
                ? run(entry.get(), List.of("--help"), output)
                : wrong(ArgumentProblems.unknownCommand(words.get(0)), output);
    }

    private int run(Catalogue.Entry entry, List<String> arguments, Output early) {
        if (entry.readsProject() && !arguments.contains("--help") && !arguments.contains("-h")) {
            ProjectScripts.prepare();
        }
        Syntax syntax = entry.syntax();
        Command command = Catalogue.command(entry, syntax);
        CommandLine line = syntax.build(arguments);
        try {
            line.parseArgs(arguments.toArray(new String[0]));
        } catch (ParameterException e) {
            return wrong(ArgumentProblems.of(e), early);
        }
        Output output = output(syntax.noColourGiven(), syntax.quietGiven());
        if (syntax.helpGiven()) {
            output.text(Syntax.help(line, output.outStyle().coloured()));
            return ExitCode.FINE;
        }
        boolean debug = syntax.debugGiven()
                || surroundings.environment().getOrDefault(LOG_LEVEL, "").equalsIgnoreCase("debug");
        try (Session session = new Session(surroundings, composition, output, syntax.jsonGiven())) {
            if (debug) {
                session.useDebug();
            }
            return command.run(session);
        } catch (RuntimeException | Error e) {
            return new Failures(output, surroundings.folder(), syntax.jsonGiven(), debug).tell(e);
        }
    }

    private int wrong(Problem problem, Output output) {
        return new Failures(output, surroundings.folder(), false, false).tell(new ProblemException(problem));
    }

    private Output output(boolean noColour, boolean quiet) {
        return new Output(
                surroundings.out(),
                surroundings.err(),
                Style.of(noColour, surroundings.terminal().output(), surroundings.environment()),
                Style.of(noColour, surroundings.terminal().error(), surroundings.environment()),
                quiet);
    }
}
