package io.dockerops.engine.plan;

import static io.dockerops.engine.plan.PlanRequest.Command.CLEAN;
import static io.dockerops.engine.plan.PlanRequest.Command.CREATE;
import static io.dockerops.engine.plan.PlanRequest.Command.PULL;
import static io.dockerops.engine.plan.PlanRequest.Command.REMOVE;
import static io.dockerops.engine.plan.PlanRequest.Command.RESTART;
import static io.dockerops.engine.plan.PlanRequest.Command.RUN;
import static io.dockerops.engine.plan.PlanRequest.Command.SHUTDOWN;
import static io.dockerops.engine.plan.PlanRequest.Command.SIGNAL;
import static io.dockerops.engine.plan.PlanRequest.Command.STARTUP;
import static io.dockerops.engine.plan.PlanRequest.Command.UPDATE;
import static io.dockerops.engine.plan.PlanRequest.Command.WAIT;

import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which options go with which commands, and with each other. Options of the project apply where they can. */
final class OptionRules {

    private static final List<Command> MAKING = List.of(CREATE, STARTUP, UPDATE, RUN);
    private static final List<Command> UPDATING = List.of(UPDATE, RUN);
    private static final List<Command> REMOVING = List.of(REMOVE, SHUTDOWN, CLEAN);

    private OptionRules() {}

    /** @throws ProblemException when the options of {@code request} contradict its command or each other */
    static void check(Project project, PlanRequest request) {
        List<Problem> problems = new ArrayList<>();
        given(request.options()).forEach((option, commands) -> {
            if (!commands.contains(request.command())) {
                problems.add(Problem.error(
                        "`" + option + "` says nothing to `" + request.command() + "`",
                        "it is an option of "
                                + commands.stream().map(Command::toString).collect(Collectors.joining(", "))));
            }
        });
        if (problems.isEmpty()) {
            conflicts(project, request, problems);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** The options that were given, with the commands that they are for. */
    private static Map<String, List<Command>> given(Options options) {
        Map<String, List<Command>> given = new LinkedHashMap<>();
        if (!options.forceUpdate().isEmpty()) {
            given.put("forceUpdate", UPDATING);
        }
        options.updatePersistent().ifPresent(value -> given.put("updatePersistent", UPDATING));
        options.skipLimitReset().ifPresent(value -> given.put("skipLimitReset", UPDATING));
        options.checkExec().ifPresent(value -> given.put("checkExec", UPDATING));
        options.pullBeforeUpdate().ifPresent(value -> given.put("pullBeforeUpdate", UPDATING));
        options.pullAllImages().ifPresent(value -> given.put("pullAllImages", List.of(PULL)));
        options.removePersistent().ifPresent(value -> given.put("removePersistent", REMOVING));
        options.removeAttached().ifPresent(value -> given.put("removeAttached", REMOVING));
        options.removeVolumes().ifPresent(value -> given.put("removeVolumes", List.of(CLEAN)));
        options.restartExec().ifPresent(value -> given.put("restartExec", List.of(RESTART)));
        options.nonRecoverable().ifPresent(value -> given.put("nonRecoverable", List.of(STARTUP, UPDATE, RUN)));
        options.signal().ifPresent(value -> given.put("signal", List.of(SIGNAL)));
        options.waitTimeout().ifPresent(value -> given.put("waitTimeout", List.of(WAIT)));
        if (!options.arguments().isEmpty()) {
            given.put("arguments", MAKING);
        }
        return given;
    }

    private static void conflicts(Project project, PlanRequest request, List<Problem> problems) {
        Options options = request.options();
        if (request.targets().isPresent() && !options.forceUpdate().isEmpty()) {
            Set<InstanceId> scope = new Topology(project)
                    .dependencies()
                    .closure(request.targets().get());
            Targets.resolve(project, options.forceUpdate()).stream()
                    .filter(id -> !scope.contains(id))
                    .forEach(id -> problems.add(Problem.error(
                            "`" + id + "` is to be replaced, and is not among what the command is about",
                            "name it as a target too, or leave it out of `forceUpdate`")));
        }
        if (options.removeVolumes().equals(options.removePersistent().map(value -> !value))
                && options.removeVolumes().orElse(false)) {
            problems.add(Problem.error(
                    "persistent containers cannot be kept when all volumes of the project are removed",
                    "leave out one of `removeVolumes` and `removePersistent`"));
        }
        if (options.removeVolumes().orElse(false) && options.removeAttached().equals(Optional.of(false))) {
            problems.add(Problem.error(
                    "attached volumes cannot be kept when all volumes of the project are removed",
                    "leave out one of `removeVolumes` and `removeAttached`"));
        }
    }
}
