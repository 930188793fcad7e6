package io.dockerops.engine.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How hard an executor works and how long it waits. All limits are per host.
 *
 * @param changes how many containers, networks and volumes are made, started or changed at the same time
 * @param removals how many containers, networks and volumes are stopped or removed at the same time
 * @param images how many images are pulled, built or imported at the same time
 * @param commands how many commands run in containers at the same time
 * @param settle how long a container without a health check has to stay up before its start counts as proven
 * @param attempts how often an action that is safe to repeat is tried when the engine does not answer, at least 1
 * @param firstPause the pause before the second attempt; doubled for each further one
 * @param diagnosis how long at most log lines and hints for a failed action are looked for
 * @param folder the project's folder, by which two projects of one name are told apart; empty when it has none
 */
public record ExecutorSettings(
        int changes,
        int removals,
        int images,
        int commands,
        Duration settle,
        int attempts,
        Duration firstPause,
        Duration diagnosis,
        Optional<Path> folder) {

    /**
     * What holds unless the user says otherwise. More removals at once make engines before 28.1 lose count of the endpoints
     * of a network, which then cannot be removed until the engine is started again.
     */
    public static final ExecutorSettings DEFAULTS = new ExecutorSettings(
            8, 4, 3, 8, Duration.ofMillis(250), 5, Duration.ofMillis(100), Duration.ofSeconds(2), Optional.empty());

    /** @throws IllegalArgumentException when a limit is less than 1 or a duration negative */
    public ExecutorSettings {
        if (Math.min(Math.min(changes, removals), Math.min(images, commands)) < 1 || attempts < 1) {
            throw new IllegalArgumentException("limits of an executor are at least 1");
        }
        if (settle.isNegative() || firstPause.isNegative() || diagnosis.isNegative()) {
            throw new IllegalArgumentException("durations of an executor cannot be negative");
        }
    }

    /** The same with other limits for making and for removing. */
    public ExecutorSettings withLimits(int changing, int removing) {
        return new ExecutorSettings(
                changing, removing, images, commands, settle, attempts, firstPause, diagnosis, folder);
    }

    /** The same with another settle time. */
    public ExecutorSettings withSettle(Duration time) {
        return new ExecutorSettings(changes, removals, images, commands, time, attempts, firstPause, diagnosis, folder);
    }

    /** The same with another number of attempts and first pause between them. */
    public ExecutorSettings withRetry(int tries, Duration pause) {
        return new ExecutorSettings(changes, removals, images, commands, settle, tries, pause, diagnosis, folder);
    }

    /** The same with another time for diagnosis. */
    public ExecutorSettings withDiagnosis(Duration time) {
        return new ExecutorSettings(changes, removals, images, commands, settle, attempts, firstPause, time, folder);
    }

    /** The same for a project in {@code place}. */
    public ExecutorSettings withFolder(Path place) {
        return new ExecutorSettings(
                changes, removals, images, commands, settle, attempts, firstPause, diagnosis, Optional.of(place));
    }
}
