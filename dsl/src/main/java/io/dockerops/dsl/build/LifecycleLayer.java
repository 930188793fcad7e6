package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.HostHandle;
import io.dockerops.dsl.words.InstanceWords;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Limits;
import io.dockerops.engine.model.Reload;
import io.dockerops.engine.model.RestartPolicy;
import io.dockerops.engine.model.RestartPolicy.Condition;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words for how containers start, stay and end: the last layer, which makes the block complete. */
abstract class LifecycleLayer extends SurroundingsLayer implements InstanceWords {

    private final List<ExecCommand> exec = new ArrayList<>();
    private final List<HostId> hosts = new ArrayList<>();
    private final List<String> watch = new ArrayList<>();
    private @Nullable Reload reload;
    private @Nullable RestartPolicy restart;
    private @Nullable Limits limits;
    private @Nullable HealthCheck health;
    private @Nullable String stopSignal;
    private @Nullable Duration stopTimeout;
    private @Nullable Boolean oneShot;
    private @Nullable Boolean persistent;
    private @Nullable Duration startDelay;

    LifecycleLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void on(HostHandle host) {
        on(new Object[] {host});
    }

    @Override
    public final void on(String host) {
        on(new Object[] {host});
    }

    @Override
    public final void on(Object... several) {
        each(
                "on",
                several,
                each -> References.host("on", each).ifPresent(host -> {
                    if (reading.mention(owner, "on", host.name()).isPresent()) {
                        throw new Mistake("`" + owner.label() + "` is on `" + host + "` twice", "take one of them out");
                    }
                    hosts.add(host);
                }));
    }

    @Override
    public final void restart(Condition condition) {
        restart(Map.of(), condition);
    }

    @Override
    public final void restart(String condition) {
        restart(Map.of(), condition);
    }

    @Override
    public final void restart(Map<String, ?> options, Condition condition) {
        single("restart", condition, () -> setRestart(options, condition));
    }

    @Override
    public final void restart(Map<String, ?> options, String condition) {
        single("restart", condition, () -> setRestart(options, condition(condition)));
    }

    @Override
    public final void limits(Map<String, ?> limits) {
        single(
                "limits",
                limits,
                () -> this.limits = new LimitsBlock(reading).with(limits).build());
    }

    @Override
    public final void limits(Closure<?> block) {
        single("limits", block, () -> {
            LimitsBlock words = new LimitsBlock(reading);
            reading.block(words, block);
            limits = words.build();
        });
    }

    @Override
    public final void healthy(String command) {
        healthy(Map.of(), command);
    }

    @Override
    public final void healthy(Map<String, ?> options, String command) {
        single("healthy", command, () -> {
            HealthyBlock words = new HealthyBlock(reading).with(options);
            reading.attempt(() -> words.setCommand(List.of(command)));
            health = words.build();
        });
    }

    @Override
    public final void healthy(Closure<?> block) {
        single("healthy", block, () -> {
            HealthyBlock words = new HealthyBlock(reading);
            reading.block(words, block);
            health = words.build();
        });
    }

    @Override
    public final void notHealthChecked() {
        word("notHealthChecked", () -> {
            single("healthy", "notHealthChecked");
            reading.mention(owner, "healthy", "");
            HealthyBlock words = new HealthyBlock(reading);
            reading.block(words, words::none);
            health = words.build();
        });
    }

    @Override
    public final void stopSignal(String signal) {
        single("stopSignal", signal, () -> stopSignal = Rules.signal(signal));
    }

    @Override
    public final void stopSignal(int signal) {
        single("stopSignal", signal, () -> stopSignal = Rules.signal(Integer.toString(signal)));
    }

    @Override
    public final void stopTimeout(Duration timeout) {
        single("stopTimeout", timeout, () -> stopTimeout = Rules.stopTimeout(timeout));
    }

    @Override
    public final void oneShot() {
        oneShot(true);
    }

    @Override
    public final void oneShot(boolean oneShot) {
        single("oneShot", oneShot, () -> this.oneShot = oneShot);
    }

    @Override
    public final void persistent() {
        persistent(true);
    }

    @Override
    public final void persistent(boolean persistent) {
        single("persistent", persistent, () -> this.persistent = persistent);
    }

    @Override
    public final void startDelay(Duration delay) {
        single("startDelay", delay, () -> startDelay = Rules.startDelay(delay));
    }

    @Override
    public final void exec(String... words) {
        exec(Map.of(), words);
    }

    @Override
    public final void exec(List<?> words) {
        exec(Map.of(), words);
    }

    @Override
    public final void exec(Map<String, ?> options, String... words) {
        word("exec", words, () -> addExec(options, () -> commandLine("exec", words)));
    }

    @Override
    public final void exec(Map<String, ?> options, List<?> words) {
        word("exec", words, () -> addExec(options, () -> argumentsOf("exec", words)));
    }

    @Override
    public final void watch(String path) {
        word("watch", path, () -> addWatch(path));
    }

    @Override
    public final void watches(String... paths) {
        word("watches", paths, () -> {
            for (String path : paths) {
                reading.attempt(() -> addWatch(path));
            }
        });
    }

    private void addWatch(String path) {
        String checked = Rules.watchedPath(path);
        reading.mention(owner, "watch", checked);
        watch.add(checked);
    }

    @Override
    public final void reload(String how) {
        single("reload", how, () -> {
            reload = how.equals("restart") ? new Reload.Restart() : new Reload.Signal(Rules.signal(how));
        });
    }

    private void setRestart(Map<String, ?> options, Condition condition) {
        Named named = new Named(reading, "restart", options, "retries");
        int retries = named.get("retries", Integer.class).orElse(0);
        restart = new RestartPolicy(condition, 0);
        if (retries < 0) {
            throw new Mistake("`retries` cannot be negative, and " + retries + " is");
        }
        if (retries > 0 && condition != Condition.ON_FAILURE) {
            throw new Mistake(
                    "`retries` counts starts after failures, and `restart " + condition.api()
                            + "` does not look at them",
                    "write `restart onFailure, retries: " + retries + "`, or take `retries` out");
        }
        restart = new RestartPolicy(condition, retries);
    }

    private static Condition condition(String text) {
        return switch (text) {
            case "no", "never" -> Condition.NEVER;
            case "always" -> Condition.ALWAYS;
            case "unlessStopped", "unless-stopped" -> Condition.UNLESS_STOPPED;
            case "onFailure", "on-failure" -> Condition.ON_FAILURE;
            default ->
                throw new Mistake(
                        "`" + text + "` is not a restart policy",
                        Suggest.hint(text, List.of("never", "always", "unlessStopped", "onFailure"))
                                .orElse("write `never`, `always`, `unlessStopped` or `onFailure`"));
        };
    }

    private void addExec(Map<String, ?> options, Supplier<List<String>> words) {
        Named named = new Named(reading, "exec", options, "user", "once", "background");
        Optional<String> user = named.get("user", Object.class).map(value -> Rules.user(Given.text("user", value)));
        ExecCommand command = new ExecCommand(words.get(), user, named.flag("once"), named.flag("background"));
        reading.mention(owner, "exec", String.join(" ", command.command()));
        exec.add(command);
    }

    /** What the block has said. */
    final Settings settings() {
        return new Settings(
                hosts,
                image(),
                process(),
                environment(),
                mounts(),
                links(),
                networking(),
                limits == null ? Limits.NONE : limits,
                Optional.ofNullable(health),
                new Lifecycle(
                        Optional.ofNullable(restart),
                        Optional.ofNullable(stopSignal),
                        Optional.ofNullable(stopTimeout),
                        Optional.ofNullable(oneShot),
                        Optional.ofNullable(persistent),
                        Optional.ofNullable(startDelay),
                        copies(),
                        exec,
                        watch,
                        Optional.ofNullable(reload),
                        permissions()),
                labels(),
                attributes(),
                options());
    }
}
