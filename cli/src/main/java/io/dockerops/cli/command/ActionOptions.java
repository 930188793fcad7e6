package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.command.Syntax.Texts;
import io.dockerops.cli.command.Syntax.Toggle;
import io.dockerops.engine.model.ExecCheck;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The options of an action, as far as they go with its command. */
final class ActionOptions {

    private static final String EVERYTHING = "*";

    private final List<Given> toggles = new ArrayList<>();
    private Optional<Syntax.Flag> replace = Optional.empty();
    private Optional<Texts> forceUpdate = Optional.empty();
    private Optional<Text> checkExec = Optional.empty();
    private Optional<Text> nonRecoverable = Optional.empty();
    private Optional<Text> signal = Optional.empty();
    private Optional<Text> timeout = Optional.empty();
    private Optional<Texts> fields = Optional.empty();
    private Optional<Texts> variables = Optional.empty();

    private record Given(Toggle toggle, String name, Setter setter) {}

    /** Says to a builder what was said on the command line. */
    private interface Setter {
        void set(Options.Builder options, boolean value);
    }

    ActionOptions(Syntax syntax, Command command) {
        switch (command) {
            case RUN, UPDATE -> updating(syntax);
            case STARTUP -> {
                nonRecoverable(syntax);
                fields(syntax);
            }
            case CREATE -> fields(syntax);
            case RESTART ->
                toggle(
                        syntax,
                        "Run the commands of `exec` again that run at every start.",
                        "--restart-exec",
                        Options.Builder::restartExec);
            case REMOVE, SHUTDOWN, CLEAN -> removing(syntax, command);
            case PULL ->
                toggle(
                        syntax,
                        "Pull images too that the host has. With --no-all only those that are missing.",
                        "--all",
                        Options.Builder::pullAllImages);
            case SIGNAL ->
                signal = Optional.of(
                        syntax.text("SIGNAL", "The signal, by name or number. Without it: KILL.", "--signal"));
            case WAIT ->
                timeout = Optional.of(syntax.text(
                        "TIME", "Give up after so long, as 90s, 10m or 2h. Without it: never.", "--timeout"));
            case START, STOP -> {}
        }
    }

    private void updating(Syntax syntax) {
        replace = Optional.of(syntax.flag("Replace the containers even when nothing differs.", "--replace"));
        forceUpdate = Optional.of(syntax.texts(
                "TARGET", "Replace these even when nothing differs. May be given several times.", "--force-update"));
        toggle(
                syntax,
                "Pull the images of registries first, even when the host has them.",
                "--pull",
                Options.Builder::pullBeforeUpdate);
        toggle(
                syntax,
                "Replace persistent containers too when they differ.",
                "--update-persistent",
                Options.Builder::updatePersistent);
        toggle(
                syntax,
                "Leave limits that are gone from the project until the container is replaced anyway.",
                "--skip-limit-reset",
                Options.Builder::skipLimitReset);
        checkExec = Optional.of(syntax.text(
                "HOW",
                "How to look for background commands in running containers: full, partial or none. Without it: full.",
                "--check-exec"));
        nonRecoverable(syntax);
        fields(syntax);
    }

    private void nonRecoverable(Syntax syntax) {
        nonRecoverable = Optional.of(syntax.text(
                "CODES",
                "Exit codes after which a container is made anew, separated by commas. Without it: 129,255.",
                "--non-recoverable"));
    }

    private void fields(Syntax syntax) {
        variables = Optional.of(syntax.texts(
                "NAME=VALUE",
                "Set an environment variable of the containers that are made, over all that the project says. May be given"
                        + " several times.",
                "-e",
                "--env"));
        fields = Optional.of(syntax.texts(
                "FIELD=VALUE",
                "Set a field of Docker's API for the containers that are made, over all that the project says, such as"
                        + " HostConfig.ShmSize=67108864. May be given several times.",
                "--set"));
    }

    private void removing(Syntax syntax, Command command) {
        toggle(
                syntax,
                command == Command.CLEAN
                        ? "Remove persistent containers too. Without it: only with --volumes."
                        : "Remove persistent containers too. With --no-remove-persistent they are kept.",
                "--remove-persistent",
                Options.Builder::removePersistent);
        toggle(
                syntax,
                "Remove the attached volumes of what is removed too, with their data. Asks first.",
                "--remove-attached",
                Options.Builder::removeAttached);
    }

    private void toggle(Syntax syntax, String description, String name, Setter setter) {
        toggles.add(new Given(syntax.toggle(description, name), name, setter));
    }

    /**
     * What was said.
     *
     * @param targets what the command is about, as the user wrote it
     * @throws ProblemException when a value is wrong, or options contradict each other
     */
    Options options(List<String> targets) {
        Options.Builder options = Options.builder();
        toggles.forEach(given -> given.toggle.value().ifPresent(value -> given.setter.set(options, value)));
        List<String> forced = forceUpdate.map(Texts::values).orElse(List.of());
        if (replaces() && !forced.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`--replace` replaces all that the command is about, and `--force-update` only some of it",
                    "leave one of them out"));
        }
        options.forceUpdate(replaces() ? (targets.isEmpty() ? List.of(EVERYTHING) : targets) : forced);
        value(checkExec).ifPresent(text -> options.checkExec(check(text)));
        value(nonRecoverable).ifPresent(text -> options.nonRecoverable(codes(text)));
        value(signal).ifPresent(text -> reading("--signal", text, options::signal));
        value(timeout).ifPresent(text -> options.waitTimeout(Since.duration("--timeout", text)));
        options.arguments(arguments());
        return options.build();
    }

    /** What was said, as it can be said again. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        toggles.forEach(given -> given.toggle
                .value()
                .ifPresent(value -> words.add(value ? given.name : given.name.replaceFirst("--", "--no-"))));
        if (replaces()) {
            words.add("--replace");
        }
        forceUpdate.ifPresent(texts -> texts.values().forEach(text -> words.add("--force-update=" + text)));
        value(checkExec).ifPresent(text -> words.add("--check-exec=" + text));
        value(nonRecoverable).ifPresent(text -> words.add("--non-recoverable=" + text));
        fields.ifPresent(texts -> texts.values().forEach(text -> words.add("--set=" + text)));
        variables.ifPresent(texts -> texts.values().forEach(text -> words.add("--env=" + text)));
        return words;
    }

    private boolean replaces() {
        return replace.isPresent() && replace.get().given();
    }

    private static Optional<String> value(Optional<Text> option) {
        return option.flatMap(Text::value);
    }

    private static ExecCheck check(String text) {
        return switch (text) {
            case "full" -> ExecCheck.FULL;
            case "partial" -> ExecCheck.PARTIAL;
            case "none" -> ExecCheck.NONE;
            default ->
                throw new ProblemException(Problem.error(
                        "`--check-exec " + text + "` is not a way to look for commands",
                        "there are `full`, `partial` and `none`"));
        };
    }

    private static List<Integer> codes(String text) {
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::trim)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.error(
                    "`--non-recoverable " + text + "` is not a list of exit codes",
                    "write numbers separated by commas, such as 126,127"));
        }
    }

    private SortedMap<FieldPath, Value> arguments() {
        SortedMap<FieldPath, Value> arguments = new TreeMap<>();
        fields.ifPresent(texts -> texts.values()
                .forEach(text -> reading("--set", text, each -> arguments.putAll(FieldText.fields(each)))));
        variables.ifPresent(texts -> texts.values()
                .forEach(text -> reading("-e", text, each -> arguments.putAll(FieldText.variable(each)))));
        return arguments;
    }

    private static void reading(String option, String text, Consumer<String> read) {
        try {
            read.accept(text);
        } catch (Mistake e) {
            Problem problem = Problem.error("`" + option + " " + text + "`: " + e.summary());
            for (String hint : e.hints()) {
                problem = problem.hint(hint);
            }
            throw new ProblemException(problem);
        }
    }
}
