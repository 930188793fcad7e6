package io.dockerops.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An action that a project declares: steps on its services.
 *
 * @param id its name
 * @param description what it does, one line; may be empty
 * @param needs actions that are performed before it
 * @param stages its steps, stage after stage
 * @param afterwards stages that follow whatever became of the others
 */
public record CustomAction(
        ActionId id, String description, List<ActionId> needs, List<Stage> stages, List<Stage> afterwards) {

    public CustomAction {
        needs = List.copyOf(needs);
        stages = List.copyOf(stages);
        afterwards = List.copyOf(afterwards);
    }

    /** All its steps in the order in which they stand in the project. */
    public List<Step> steps() {
        return Stream.concat(stages.stream(), afterwards.stream())
                .flatMap(stage -> stage.steps().stream())
                .toList();
    }

    /**
     * Steps that do not wait for each other.
     *
     * @param steps in the order in which they stand in the project
     */
    public record Stage(List<Step> steps) {
        public Stage {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something done to each of some instances.
     *
     * @param number its number in the action, from 1
     * @param target the instances
     * @param task what is done
     */
    public record Step(int number, Selector target, Task task) {}

    /** What is done to one instance. */
    public sealed interface Task {

        /** The word of the language for it. */
        String word();
    }

    /**
     * A command runs in the running container.
     *
     * @param command the command; that it runs once means nothing here
     */
    public record Exec(ExecCommand command) implements Task {
        @Override
        public String word() {
            return "exec";
        }
    }

    /** The container runs, and is healthy or has done its work. */
    public record Start() implements Task {
        @Override
        public String word() {
            return "start";
        }
    }

    /**
     * The container does not run.
     *
     * @param timeout how long it has before it is killed; what it was made with when empty
     */
    public record Stop(Optional<Duration> timeout) implements Task {
        @Override
        public String word() {
            return "stop";
        }
    }

    /**
     * The container has stopped and runs again.
     *
     * @param timeout how long it has before it is killed; what it was made with when empty
     */
    public record Restart(Optional<Duration> timeout) implements Task {
        @Override
        public String word() {
            return "restart";
        }
    }

    /**
     * The main process gets a signal.
     *
     * @param signal such as {@code SIGHUP}
     */
    public record Signal(String signal) implements Task {
        @Override
        public String word() {
            return "signal";
        }
    }

    /** The container is healthy, or has done its work. */
    public record Await() implements Task {
        @Override
        public String word() {
            return "await";
        }
    }

    /**
     * A script runs in a container of its own, beside that of the instance.
     *
     * @param script what runs
     */
    public record RunScript(Script script) implements Task {
        @Override
        public String word() {
            return "script";
        }
    }
}
