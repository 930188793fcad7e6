package io.dockerops.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an instance starts and ends.
 *
 * @param restart what the engine does when the process ends; nothing when empty
 * @param stopSignal the signal that stops it; the image's or SIGTERM when empty
 * @param stopTimeout time it has to stop before it is killed; 10 seconds when empty
 * @param oneShot whether it runs to its end and counts as done when it ends with exit code 0
 * @param persistent whether it is started once and then left alone: not started again when it has ended, and kept when asked
 *     for
 * @param startDelay time to wait after each start before what depends on it goes on; none when empty
 * @param copies what is put into its container before the first start
 * @param exec commands run after its start
 * @param watch paths of the container below its host mounts whose content counts as part of what it is made from
 * @param reload what is done when only the content of such paths has changed; the container is replaced when empty
 * @param permissions the mode set on the volumes it attaches, as chmod takes it
 */
public record Lifecycle(
        Optional<RestartPolicy> restart,
        Optional<String> stopSignal,
        Optional<Duration> stopTimeout,
        Optional<Boolean> oneShot,
        Optional<Boolean> persistent,
        Optional<Duration> startDelay,
        List<CopiedFile> copies,
        List<ExecCommand> exec,
        List<String> watch,
        Optional<Reload> reload,
        Optional<String> permissions) {

    /** How long a container has to stop unless the project says otherwise. */
    public static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(10);

    /** Says nothing. */
    public static final Lifecycle EMPTY = new Lifecycle(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Lifecycle {
        copies = List.copyOf(copies);
        exec = List.copyOf(exec);
        watch = List.copyOf(watch);
    }

    /** A life without files that are copied or watched. */
    public Lifecycle(
            Optional<RestartPolicy> restart,
            Optional<String> stopSignal,
            Optional<Duration> stopTimeout,
            Optional<Boolean> oneShot,
            Optional<Boolean> persistent,
            Optional<Duration> startDelay,
            List<ExecCommand> exec,
            Optional<String> permissions) {
        this(
                restart,
                stopSignal,
                stopTimeout,
                oneShot,
                persistent,
                startDelay,
                List.of(),
                exec,
                List.of(),
                Optional.empty(),
                permissions);
    }

    /** The same with {@code files} in place of those that are copied. */
    public Lifecycle copying(List<CopiedFile> files) {
        return new Lifecycle(
                restart,
                stopSignal,
                stopTimeout,
                oneShot,
                persistent,
                startDelay,
                files,
                exec,
                watch,
                reload,
                permissions);
    }

    Lifecycle over(Lifecycle base) {
        return new Lifecycle(
                Ordered.first(restart, base.restart),
                Ordered.first(stopSignal, base.stopSignal),
                Ordered.first(stopTimeout, base.stopTimeout),
                Ordered.first(oneShot, base.oneShot),
                Ordered.first(persistent, base.persistent),
                Ordered.first(startDelay, base.startDelay),
                Ordered.replaceByKey(copies, base.copies, CopiedFile::target),
                Ordered.replaceByKey(exec, base.exec, command -> command),
                Ordered.replaceByKey(watch, base.watch, path -> path),
                Ordered.first(reload, base.reload),
                Ordered.first(permissions, base.permissions));
    }
}
