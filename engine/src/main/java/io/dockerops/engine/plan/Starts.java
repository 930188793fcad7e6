package io.dockerops.engine.plan;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.state.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the start of containers, and what each has to show before others build upon it. */
final class Starts {

    /** What the name of a container ends with until it has proven itself. */
    static final String UNPROVEN = ".next";

    /** Which of the commands that follow a start are run. */
    enum Commands {
        /** None. */
        NONE,
        /** Those that run at every start. */
        EVERY_START,
        /** Those too that run once. */
        ALL
    }

    private final ActionGraph.Builder graph;

    Starts(ActionGraph.Builder graph) {
        this.graph = graph;
    }

    /** Whether a new container of {@code instance} has to prove itself by commands that run only once. */
    static boolean proves(Instance instance) {
        return instance.settings().lifecycle().exec().stream().anyMatch(ExecCommand::once);
    }

    /** Whether {@code instance} has a health check of its own. */
    static boolean checked(Instance instance) {
        return instance.settings().health().filter(check -> !check.disabled()).isPresent();
    }

    /**
     * Copies what {@code instance} copies into its new container {@code name}; empty when that is nothing.
     *
     * @param copied what of it is known
     */
    Optional<Node> fill(Instance instance, String name, Specification copied, Cause cause, List<Node> after) {
        List<CopiedFile> files = instance.settings().lifecycle().copies();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Action action = new Action.CopyFiles(instance.host(), instance.id(), name, files, copied);
        return Optional.of(graph.add(action, cause, after));
    }

    /** Starts the container {@code name}. */
    Node start(Instance instance, String name, Cause cause, List<Node> after) {
        Action action = new Action.StartContainer(instance.host(), instance.id(), name, !instance.oneShot());
        return graph.add(action, cause, after);
    }

    /** The start of a container that was there before, and the last actions that prove it. */
    record Started(Node start, List<Node> proven) {}

    /**
     * Starts a container that is there. One that was never started, and has commands to run once, gets back its name when
     * they have run, so that a run that is broken off in between is not taken for a good one.
     */
    Started existing(Instance instance, String name, boolean fresh, Commands commands, Cause cause, List<Node> after) {
        if (!fresh || !proves(instance)) {
            Node start = start(instance, name, cause, after);
            Commands run = fresh && commands != Commands.NONE ? Commands.ALL : commands;
            return new Started(start, prove(instance, name, start, run, cause));
        }
        HostId host = instance.host();
        InstanceId id = instance.id();
        String made = name + UNPROVEN;
        Node aside = graph.add(new Action.RenameContainer(host, id, name, made), cause, after);
        Node start = start(instance, made, cause, List.of(aside));
        List<Node> proven = prove(instance, made, start, Commands.ALL, cause);
        Node back = graph.add(new Action.RenameContainer(host, id, made, name), cause, proven);
        return new Started(start, List.of(back));
    }

    /** What a started container has to show: health or a good end, then the time it takes, then its commands. */
    List<Node> prove(Instance instance, String name, Node started, Commands commands, Cause awaiting) {
        Node last = started;
        Optional<Action> wait = awaiting(instance, name);
        if (wait.isPresent()) {
            last = graph.add(wait.get(), awaiting, List.of(last));
        }
        Lifecycle lifecycle = instance.settings().lifecycle();
        Optional<Duration> delay = lifecycle.startDelay().filter(time -> !instance.oneShot());
        if (delay.isPresent()) {
            Action steady = new Action.AwaitSteady(instance.host(), instance.id(), name, delay.get());
            last = graph.add(steady, Cause.Plain.START_DELAY, List.of(last));
        }
        for (ExecCommand command : lifecycle.exec()) {
            if (commands == Commands.ALL || (commands == Commands.EVERY_START && !command.once())) {
                Action exec = new Action.Exec(instance.host(), instance.id(), name, command);
                last = graph.add(exec, Cause.Plain.STARTED, List.of(last));
            }
        }
        return List.of(last);
    }

    private static Optional<Action> awaiting(Instance instance, String name) {
        if (instance.oneShot()) {
            return Optional.of(new Action.AwaitExit(instance.host(), instance.id(), name));
        }
        return checked(instance) ? Optional.of(healthy(instance, name)) : Optional.empty();
    }

    /** The wait for the health of {@code instance}, which has a check. */
    static Action healthy(Instance instance, String name) {
        Duration within =
                instance.settings().health().flatMap(HealthCheck::within).orElse(HealthCheck.DEFAULT_WITHIN);
        return new Action.AwaitHealthy(instance.host(), instance.id(), name, within);
    }

    /** The background commands of {@code instance} that are not among the processes of its running container. */
    List<Node> missing(Instance instance, String name, List<ExecCommand> missing, List<Node> after) {
        List<Node> last = after;
        for (ExecCommand command : missing) {
            Action exec = new Action.Exec(instance.host(), instance.id(), name, command);
            last = List.of(graph.add(exec, Cause.Plain.COMMAND_NOT_RUNNING, last));
        }
        return last;
    }

    /** Whether {@code container} ended in a way from which it does not recover by being started again. */
    static boolean lost(ObservedContainer container, List<Integer> codes) {
        return !container.status().active()
                && container.status().everStarted()
                && codes.contains(container.status().exitCode());
    }

    static List<Node> both(List<Node> some, List<Node> others) {
        List<Node> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
