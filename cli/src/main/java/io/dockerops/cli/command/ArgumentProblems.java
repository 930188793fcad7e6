package io.dockerops.cli.command;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments of a command in the form of all other problems. */
final class ArgumentProblems {

    private ArgumentProblems() {}

    static Problem unknownCommand(String word) {
        if (word.endsWith(".groovy")) {
            return Problem.error("`" + word + "` is not a command", "to run it: dockerops run " + word);
        }
        Problem problem = Problem.error("there is no command `" + word + "`");
        return Suggest.hint(word, Catalogue.names())
                .map(problem::hint)
                .orElseGet(() -> problem.hint("`dockerops --help` lists all commands"));
    }

    static Problem of(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        Problem problem = what(wrong, line);
        return problem.hints().isEmpty()
                ? problem.hint("`" + line.getCommandName() + " --help` shows what it takes")
                : problem;
    }

    private static Problem what(ParameterException wrong, CommandLine line) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), line);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return Problem.error("`" + option.longestName() + "` needs a value: `" + option.longestName() + " "
                    + option.paramLabel() + "`");
        }
        if (wrong instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return Problem.error("`" + option.longestName() + "` is given more than once");
        }
        return Problem.error(String.valueOf(wrong.getMessage()));
    }

    private static Problem unmatched(String argument, CommandLine line) {
        if (!argument.startsWith("-")) {
            return Problem.error("`" + line.getCommandName() + "` does not know what to do with `" + argument + "`");
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        List<String> names = new ArrayList<>();
        line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        Problem problem = Problem.error("`" + line.getCommandName() + "` has no option `" + name + "`");
        return Suggest.hint(name, names).map(problem::hint).orElse(problem);
    }
}
