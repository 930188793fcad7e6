package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.dsl.words.StepWords;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.CustomAction.Step;
import io.dockerops.engine.model.CustomAction.Task;
import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of an action. */
abstract class StepBlock extends Block implements StepWords {

    final ActionId action;
    private final StepNumbers numbers;

    /** Numbers the steps of one action, through all of its blocks. */
    static final class StepNumbers {
        private int last;

        int next() {
            last++;
            return last;
        }
    }

    StepBlock(Reading reading, String title, ActionId action, StepNumbers numbers) {
        super(reading, title);
        this.action = action;
        this.numbers = numbers;
    }

    /** Takes the steps that one word has said; they are done side by side. */
    abstract void take(List<Step> steps);

    final StepNumbers numbers() {
        return numbers;
    }

    @Override
    public final void exec(String target, String... words) {
        execStep(Map.of(), target, words);
    }

    @Override
    public final void exec(ServiceTarget target, String... words) {
        execStep(Map.of(), target, words);
    }

    @Override
    public final void exec(Map<String, ?> options, String target, String... words) {
        execStep(options, target, words);
    }

    @Override
    public final void exec(Map<String, ?> options, ServiceTarget target, String... words) {
        execStep(options, target, words);
    }

    private void execStep(Map<String, ?> options, Object target, String... words) {
        step("exec", new Object[] {target}, () -> {
            Named named = new Named(reading, "exec", options, "user");
            Optional<String> user = named.get("user", Object.class).map(value -> Rules.user(Given.text("user", value)));
            List<String> command = command("exec", words);
            if (command.isEmpty()) {
                throw new Mistake("`exec` needs a command", "write it behind the service: `exec 'db', 'pg_dump shop'`");
            }
            return new CustomAction.Exec(new ExecCommand(command, user, false));
        });
    }

    @Override
    public final void start(Object... targets) {
        step("start", targets, CustomAction.Start::new);
    }

    @Override
    public final void stop(Object... targets) {
        stop(Map.of(), targets);
    }

    @Override
    public final void stop(Map<String, ?> options, Object... targets) {
        step("stop", targets, () -> new CustomAction.Stop(timeout("stop", options)));
    }

    @Override
    public final void restart(Object... targets) {
        restart(Map.of(), targets);
    }

    @Override
    public final void restart(Map<String, ?> options, Object... targets) {
        step("restart", targets, () -> new CustomAction.Restart(timeout("restart", options)));
    }

    private Optional<Duration> timeout(String word, Map<String, ?> options) {
        return new Named(reading, word, options, "timeout")
                .get("timeout", Duration.class)
                .map(StepBlock::wholeSeconds);
    }

    private static Duration wholeSeconds(Duration time) {
        if (time.isNegative() || time.toNanosPart() != 0) {
            throw new Mistake(
                    "`timeout` is counted in whole seconds, and this is not a whole number of them",
                    "write it as `timeout: 30.seconds`");
        }
        return time;
    }

    @Override
    public final void signal(Object target, String signal) {
        step("signal", new Object[] {target}, () -> new CustomAction.Signal(Rules.signal(signal)));
    }

    @Override
    public final void waitFor(Object... targets) {
        step("waitFor", targets, CustomAction.Await::new);
    }

    @Override
    public final void script(String target, String... words) {
        scriptStep(Map.of(), target, words);
    }

    @Override
    public final void script(ServiceTarget target, String... words) {
        scriptStep(Map.of(), target, words);
    }

    @Override
    public final void script(Map<String, ?> options, String target, String... words) {
        scriptStep(options, target, words);
    }

    @Override
    public final void script(Map<String, ?> options, ServiceTarget target, String... words) {
        scriptStep(options, target, words);
    }

    private void scriptStep(Map<String, ?> options, Object target, String... words) {
        step("script", new Object[] {target}, () -> new CustomAction.RunScript(script(options, words)));
    }

    private Script script(Map<String, ?> options, String... words) {
        Named named = new Named(reading, "script", options, "file", "entrypoint", "at", "timeout", "copy");
        Optional<Duration> timeout = named.get("timeout", Duration.class);
        timeout.filter(time -> time.isZero() || time.isNegative()).ifPresent(time -> {
            throw new Mistake("`timeout` must be more than nothing", "write it as `timeout: 10.minutes`");
        });
        return new Script(
                named.text("file").map(this::files),
                named.text("entrypoint"),
                command("script", words),
                named.text("at").orElse(Script.DEFAULT_FOLDER),
                timeout,
                Script.Output.ALL,
                false,
                false,
                named.flag("copy"));
    }

    private Script.Files files(String path) {
        Path file = reading.file(path);
        if (Files.isDirectory(file)) {
            return new Script.Files(file, Optional.empty());
        }
        if (!Files.isRegularFile(file)) {
            throw new Mistake("there is no file or folder `" + path + "`", "`file` is a path relative to this file");
        }
        Path folder = file.getParent();
        return new Script.Files(
                folder == null ? Path.of("/") : folder, Optional.of(String.valueOf(file.getFileName())));
    }

    /** One text is a line to be split; several are words as they are. */
    private List<String> command(String word, String... words) {
        if (words.length != 1) {
            return List.of(words);
        }
        ShellWords.Split split = ShellWords.split(words[0]);
        if (!split.operators().isEmpty()) {
            throw new Mistake(
                    "`" + split.operators().get(0) + "` in a command of `" + word + "` needs a shell",
                    "write `" + word + " …, 'sh', '-c', '…'`");
        }
        return split.words();
    }

    private void step(String word, Object[] targets, Supplier<Task> task) {
        word(word, targets, () -> {
            Task done = task.get();
            List<Step> steps = new ArrayList<>();
            if (Given.list(targets).isEmpty()) {
                throw new Mistake("`" + word + "` needs a service", "write `" + word + " 'web'`");
            }
            for (Object target : Given.list(targets)) {
                reading.attempt(() -> References.target(word, target).ifPresent(selector -> {
                    int number = numbers.next();
                    reading.mention(action, CustomActionRules.STEP, String.valueOf(number));
                    steps.add(new Step(number, selector, done));
                }));
            }
            take(steps);
        });
    }
}
