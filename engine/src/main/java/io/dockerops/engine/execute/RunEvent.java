package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.time.Duration;

/** A piece of news from a run. */
public sealed interface RunEvent {

    /** An event about one action. */
    sealed interface OfAction extends RunEvent {

        /** The action. */
        PlannedAction action();
    }

    /**
     * The run began. Always the first event.
     *
     * @param plan what is run
     */
    record RunStarted(Plan plan) implements RunEvent {}

    /**
     * An action began.
     *
     * @param action the action
     */
    record ActionStarted(PlannedAction action) implements OfAction {}

    /**
     * An action goes on: an image is pulled or built.
     *
     * @param action the action
     * @param progress how far it is
     */
    record ActionProgress(PlannedAction action, Progress progress) implements OfAction {}

    /**
     * An action could not be carried out just now and will be tried again.
     *
     * @param action the action
     * @param attempt which attempt failed, from 1
     * @param reason why
     * @param pause how long it rests before the next attempt
     */
    record ActionRetried(PlannedAction action, int attempt, EngineException reason, Duration pause)
            implements OfAction {}

    /**
     * An action has read what a container printed. Comes before its {@link ActionEnded}.
     *
     * @param action the action
     * @param output what was read
     */
    record OutputRead(PlannedAction action, ContainerOutput output) implements OfAction {}

    /**
     * An action ended, or will never begin. Comes once for each action of the plan.
     *
     * @param action the action
     * @param outcome what became of it
     */
    record ActionEnded(PlannedAction action, ActionOutcome outcome) implements OfAction {}

    /**
     * An action that was done counts as failed now: the container that it started ended. Comes after its {@link
     * ActionEnded}.
     *
     * @param action the start of the container
     * @param outcome what takes the place of its earlier outcome
     */
    record ActionRevoked(PlannedAction action, ActionOutcome.Failed outcome) implements OfAction {}

    /**
     * The user asked the run to end.
     *
     * @param atOnce whether running actions are broken off; otherwise they are let end
     * @param running how many actions are running
     */
    record Cancelling(boolean atOnce, int running) implements RunEvent {}

    /**
     * The run is over. Always the last event.
     *
     * @param report what became of it
     */
    record RunEnded(RunReport report) implements RunEvent {}
}
