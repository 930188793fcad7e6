package io.dockerops.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What can be said of an action beside its targets. A project may have options of its own, which those of a request go
 * over. What is empty has the default that the method with the same name and {@code Or…} gives.
 *
 * @param forceUpdate services, instances, groups or patterns that get new containers although nothing differs
 * @param updatePersistent whether persistent containers may be replaced; false
 * @param skipLimitReset whether a limit that the project no longer has stays until the container is replaced for another
 *     reason; false
 * @param checkExec how background commands are looked for; {@link ExecCheck#FULL}
 * @param pullBeforeUpdate whether images of registries are pulled before anything is compared; false
 * @param pullAllImages whether a pull is about images too that the host has; true
 * @param removePersistent whether persistent containers are removed with the others; true, but when a project is cleaned
 *     without its volumes
 * @param removeAttached whether attached volumes are removed with the containers that own them; false
 * @param removeVolumes whether a clean removes named volumes, with their data, and images that the project made; false
 * @param restartExec whether a restart runs the commands that follow a start; false
 * @param nonRecoverable exit codes after which a container is made anew instead of started; see {@link
 *     #NON_RECOVERABLE}
 * @param signal the signal to send; SIGKILL
 * @param waitTimeout how long to wait for the end of containers; for ever
 * @param arguments fields of Docker's API for the containers that are made, over all that the project says
 */
public record Options(
        List<String> forceUpdate,
        Optional<Boolean> updatePersistent,
        Optional<Boolean> skipLimitReset,
        Optional<ExecCheck> checkExec,
        Optional<Boolean> pullBeforeUpdate,
        Optional<Boolean> pullAllImages,
        Optional<Boolean> removePersistent,
        Optional<Boolean> removeAttached,
        Optional<Boolean> removeVolumes,
        Optional<Boolean> restartExec,
        Optional<List<Integer>> nonRecoverable,
        Optional<String> signal,
        Optional<Duration> waitTimeout,
        SortedMap<FieldPath, Value> arguments) {

    /** The exit codes -127 and -1, which engines show as what is left of them in a byte. */
    public static final List<Integer> NON_RECOVERABLE = List.of(129, 255);

    /** Says nothing. */
    public static final Options NONE = builder().build();

    private static final int BYTE = 0xFF;

    public Options {
        forceUpdate = List.copyOf(forceUpdate);
        nonRecoverable = nonRecoverable.map(
                codes -> codes.stream().map(code -> code & BYTE).distinct().toList());
        arguments = Ordered.sorted(arguments);
    }

    /** These options where they say something, else {@code base}. */
    public Options over(Options base) {
        return new Options(
                forceUpdate.isEmpty() ? base.forceUpdate : forceUpdate,
                Ordered.first(updatePersistent, base.updatePersistent),
                Ordered.first(skipLimitReset, base.skipLimitReset),
                Ordered.first(checkExec, base.checkExec),
                Ordered.first(pullBeforeUpdate, base.pullBeforeUpdate),
                Ordered.first(pullAllImages, base.pullAllImages),
                Ordered.first(removePersistent, base.removePersistent),
                Ordered.first(removeAttached, base.removeAttached),
                Ordered.first(removeVolumes, base.removeVolumes),
                Ordered.first(restartExec, base.restartExec),
                Ordered.first(nonRecoverable, base.nonRecoverable),
                Ordered.first(signal, base.signal),
                Ordered.first(waitTimeout, base.waitTimeout),
                Ordered.overlay(arguments, base.arguments));
    }

    /** A builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** A builder that says nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private List<String> forceUpdate = List.of();
        private Optional<Boolean> updatePersistent = Optional.empty();
        private Optional<Boolean> skipLimitReset = Optional.empty();
        private Optional<ExecCheck> checkExec = Optional.empty();
        private Optional<Boolean> pullBeforeUpdate = Optional.empty();
        private Optional<Boolean> pullAllImages = Optional.empty();
        private Optional<Boolean> removePersistent = Optional.empty();
        private Optional<Boolean> removeAttached = Optional.empty();
        private Optional<Boolean> removeVolumes = Optional.empty();
        private Optional<Boolean> restartExec = Optional.empty();
        private Optional<List<Integer>> nonRecoverable = Optional.empty();
        private Optional<String> signal = Optional.empty();
        private Optional<Duration> waitTimeout = Optional.empty();
        private SortedMap<FieldPath, Value> arguments = Ordered.<FieldPath, Value>sorted(Map.of());

        private Builder() {}

        private Builder(Options from) {
            forceUpdate = from.forceUpdate;
            updatePersistent = from.updatePersistent;
            skipLimitReset = from.skipLimitReset;
            checkExec = from.checkExec;
            pullBeforeUpdate = from.pullBeforeUpdate;
            pullAllImages = from.pullAllImages;
            removePersistent = from.removePersistent;
            removeAttached = from.removeAttached;
            removeVolumes = from.removeVolumes;
            restartExec = from.restartExec;
            nonRecoverable = from.nonRecoverable;
            signal = from.signal;
            waitTimeout = from.waitTimeout;
            arguments = from.arguments;
        }

        /** Sets what gets new containers although nothing differs, as targets are written. */
        public Builder forceUpdate(List<String> targets) {
            forceUpdate = List.copyOf(targets);
            return this;
        }

        /** Sets whether persistent containers may be replaced. */
        public Builder updatePersistent(boolean value) {
            updatePersistent = Optional.of(value);
            return this;
        }

        /** Sets whether limits that are gone from the project stay. */
        public Builder skipLimitReset(boolean value) {
            skipLimitReset = Optional.of(value);
            return this;
        }

        /** Sets how background commands are looked for. */
        public Builder checkExec(ExecCheck value) {
            checkExec = Optional.of(value);
            return this;
        }

        /** Sets whether images are pulled before anything is compared. */
        public Builder pullBeforeUpdate(boolean value) {
            pullBeforeUpdate = Optional.of(value);
            return this;
        }

        /** Sets whether a pull is about images too that the host has. */
        public Builder pullAllImages(boolean value) {
            pullAllImages = Optional.of(value);
            return this;
        }

        /** Sets whether persistent containers are removed with the others. */
        public Builder removePersistent(boolean value) {
            removePersistent = Optional.of(value);
            return this;
        }

        /** Sets whether attached volumes are removed with the containers that own them. */
        public Builder removeAttached(boolean value) {
            removeAttached = Optional.of(value);
            return this;
        }

        /** Sets whether a clean removes volumes and images. */
        public Builder removeVolumes(boolean value) {
            removeVolumes = Optional.of(value);
            return this;
        }

        /** Sets whether a restart runs the commands that follow a start. */
        public Builder restartExec(boolean value) {
            restartExec = Optional.of(value);
            return this;
        }

        /** Sets after which exit codes a container is made anew; negative ones are what a byte shows of them. */
        public Builder nonRecoverable(List<Integer> codes) {
            nonRecoverable = Optional.of(List.copyOf(codes));
            return this;
        }

        /**
         * Sets the signal to send.
         *
         * @throws IllegalArgumentException when it is not the name or number of a signal
         */
        public Builder signal(String value) {
            signal = Optional.of(Rules.signal(value));
            return this;
        }

        /** Sets how long to wait for the end of containers. */
        public Builder waitTimeout(Duration value) {
            waitTimeout = Optional.of(value);
            return this;
        }

        /** Sets fields of the containers that are made, over all that the project says. */
        public Builder arguments(Map<FieldPath, Value> fields) {
            arguments = Ordered.sorted(fields);
            return this;
        }

        /** The options set so far. */
        public Options build() {
            return new Options(
                    forceUpdate,
                    updatePersistent,
                    skipLimitReset,
                    checkExec,
                    pullBeforeUpdate,
                    pullAllImages,
                    removePersistent,
                    removeAttached,
                    removeVolumes,
                    restartExec,
                    nonRecoverable,
                    signal,
                    waitTimeout,
                    arguments);
        }
    }
}
