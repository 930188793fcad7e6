package io.dockerops.cli.print;

import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.ImageName;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Cause;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.problem.SourceRef;
import java.util.Optional;

/** Finds the line of the script that is behind a failed action: the word that is to blame, else the declaration. */
final class FailurePlace {

    private final Project project;
    private final Origins origins;

    FailurePlace(Project project, Origins origins) {
        this.project = project;
        this.origins = origins;
    }

    /** @param message what the world said to the action */
    Optional<SourceRef> of(PlannedAction planned, String message) {
        if (planned.cause() instanceof Cause.StepOf step) {
            return origins.of(step.action(), CustomActionRules.STEP, String.valueOf(step.step()));
        }
        return of(planned.action(), message);
    }

    private Optional<SourceRef> of(Action action, String message) {
        if (action.subject() instanceof ImageId image) {
            return ofImage(image);
        }
        if (!(action.subject() instanceof InstanceId instance)) {
            return origins.of(action.subject());
        }
        if (action instanceof Action.AwaitHealthy) {
            return origins.of(instance, "healthy", "");
        }
        if (action instanceof Action.Exec exec) {
            return origins.of(instance, "exec", exec.detail());
        }
        if (action instanceof Action.CopyFiles copy) {
            return copy.files().stream()
                    .flatMap(file -> origins.of(instance, "copy", file.target()).stream())
                    .findFirst()
                    .or(() -> origins.of(instance));
        }
        return ofPort(instance, message).or(() -> origins.of(instance));
    }

    /** Where the image is declared, else where the first instance that runs it says so. */
    private Optional<SourceRef> ofImage(ImageId image) {
        return project.images().stream()
                .filter(declared -> project.idOf(declared).equals(image))
                .flatMap(declared -> Image.nameOf(declared).stream())
                .flatMap(name -> origins.of(new ImageName(name)).stream())
                .findFirst()
                .or(() -> project.instances().stream()
                        .filter(instance -> project.imageOf(instance).equals(image.reference()))
                        .findFirst()
                        .flatMap(instance -> origins.of(instance.id(), "image", "")));
    }

    /** Engines name a port that they cannot publish behind an address: {@code 0.0.0.0:8080}. */
    private Optional<SourceRef> ofPort(InstanceId id, String message) {
        for (Instance instance : project.instances()) {
            if (instance.id().equals(id)) {
                for (Port.Published port : instance.settings().networking().published()) {
                    if (port.hostPort().isPresent()
                            && names(message, port.hostPort().get())) {
                        return origins.of(id, "publish", port.container().toString());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean names(String message, int port) {
        String text = ":" + port;
        for (int at = message.indexOf(text); at >= 0; at = message.indexOf(text, at + 1)) {
            int end = at + text.length();
            if (end == message.length() || !Character.isDigit(message.charAt(end))) {
                return true;
            }
        }
        return false;
    }
}
