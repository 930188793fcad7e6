package io.dockerops.dsl.build;

import io.dockerops.dsl.words.HealthyWords;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code healthy} block. */
final class HealthyBlock extends Block implements HealthyWords {

    private static final List<String> NONE = List.of("NONE");

    private List<String> test = List.of();
    private @Nullable Duration interval;
    private @Nullable Duration timeout;
    private @Nullable Integer retries;
    private @Nullable Duration startPeriod;
    private @Nullable Duration within;

    HealthyBlock(Reading reading) {
        super(reading, "the healthy block");
    }

    @Override
    public void command(String... words) {
        once("command", words, () -> setCommand(List.of(words)));
    }

    @Override
    public void command(List<?> words) {
        once("command", words, () -> setArguments(Given.texts("command", words)));
    }

    @Override
    public void every(Duration interval) {
        once("every", interval, () -> setEvery(interval));
    }

    @Override
    public void timeout(Duration timeout) {
        once("timeout", timeout, () -> setTimeout(timeout));
    }

    @Override
    public void retries(int failures) {
        once("retries", failures, () -> setRetries(failures));
    }

    @Override
    public void startPeriod(Duration period) {
        once("startPeriod", period, () -> setStartPeriod(period));
    }

    @Override
    public void within(Duration duration) {
        once("within", duration, () -> setWithin(duration));
    }

    @Override
    public void none() {
        word("none", () -> {
            single("command", "none");
            test = NONE;
        });
    }

    /** The named arguments of the short form. */
    HealthyBlock with(Map<String, ?> options) {
        Named named = new Named(reading, "healthy", options, "every", "timeout", "retries", "startPeriod", "within");
        named.with("every", Duration.class, this::setEvery);
        named.with("timeout", Duration.class, this::setTimeout);
        named.with("retries", Integer.class, this::setRetries);
        named.with("startPeriod", Duration.class, this::setStartPeriod);
        named.with("within", Duration.class, this::setWithin);
        return this;
    }

    void setCommand(List<String> words) {
        if (words.size() == 1) {
            test = List.of("CMD-SHELL", notBlank(words.get(0)));
        } else {
            setArguments(words);
        }
    }

    private void setArguments(List<String> words) {
        test = List.of("CMD", "true");
        if (words.isEmpty()) {
            throw new Mistake("a health check needs a command", "write `command '…'`");
        }
        notBlank(words.get(0));
        List<String> prefixed = new ArrayList<>(words);
        if (!words.get(0).equals("CMD") && !words.get(0).equals("CMD-SHELL")) {
            prefixed.add(0, "CMD");
        }
        test = List.copyOf(prefixed);
    }

    private String notBlank(String command) {
        test = List.of("CMD", "true");
        if (command.isBlank()) {
            throw new Mistake("a health check needs a command", "write `command '…'`");
        }
        return command;
    }

    private void setEvery(Duration time) {
        interval = Rules.healthTime("every", time);
    }

    private void setTimeout(Duration time) {
        timeout = Rules.healthTime("timeout", time);
    }

    private void setRetries(int failures) {
        if (failures < 1) {
            throw new Mistake("`retries` must be at least 1, and " + failures + " is less");
        }
        retries = failures;
    }

    private void setStartPeriod(Duration time) {
        startPeriod = Rules.healthTime("startPeriod", time);
    }

    private void setWithin(Duration time) {
        within = Rules.healthTime("within", time);
    }

    HealthCheck build() {
        if (test.isEmpty()) {
            reading.problem("a health check needs a command", "write `command '…'` in the block");
            test = NONE;
        }
        return new HealthCheck(
                test,
                Optional.ofNullable(interval),
                Optional.ofNullable(timeout),
                Optional.ofNullable(retries),
                Optional.ofNullable(startPeriod),
                Optional.ofNullable(within));
    }
}
