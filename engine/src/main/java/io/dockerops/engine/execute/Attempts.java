package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.HostUnreachable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Does work, and does it again where that is safe and may help. Used by the workers of a run. */
final class Attempts {

    /** What a busy engine says; it passes by itself. */
    private static final List<String> BUSY = List.of(
            "context deadline exceeded",
            "resource temporarily unavailable",
            "device or resource busy",
            "connection reset by peer");

    private final HostConnections hosts;
    private final ExecutorSettings settings;
    private final Cancellation cancellation;
    /** Hosts that did not come back in the time that one action gives them; the next actions do not wait again. */
    private final Set<HostId> given = ConcurrentHashMap.newKeySet();

    /** Hears of attempts that failed. */
    interface Listener {
        void onRetry(int attempt, EngineException reason, Duration pause);
    }

    Attempts(HostConnections hosts, ExecutorSettings settings, Cancellation cancellation) {
        this.hosts = hosts;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    /**
     * Does {@code work}.
     *
     * @param patient whether pauses go on when the user wants the run to end
     * @throws EngineException of the last attempt
     */
    void make(Host host, Work work, boolean patient, Listener listener) {
        Duration pause = settings.firstPause();
        for (int attempt = 1; ; attempt++) {
            try {
                once(host, work, attempt > 1);
                given.remove(host.id());
                return;
            } catch (EngineException failure) {
                if (failure instanceof EngineRefused refused && work.doneWhen().test(refused)) {
                    return;
                }
                boolean last = attempt >= settings.attempts() || !mayHelp(host, work, failure);
                if (last || (cancellation.requested() && !patient)) {
                    remember(host, failure);
                    throw failure;
                }
                listener.onRetry(attempt, failure, pause);
                // Nobody ends the pauses of what is patient.
                (patient ? new Cancellation() : cancellation).rest(pause, failure);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private void once(Host host, Work work, boolean again) {
        ContainerEngine engine = hosts.engine(host);
        if (!again || !work.probe().ask(engine)) {
            work.call().to(engine);
        }
    }

    private boolean mayHelp(Host host, Work work, EngineException failure) {
        if (failure instanceof HostUnreachable unreachable) {
            return !given.contains(host.id())
                    && switch (unreachable.reason()) {
                        case LOST -> work.repeatable();
                        case NOT_RUNNING -> true;
                        case NO_PERMISSION, NO_CONNECTION -> false;
                    };
        }
        return failure instanceof EngineRefused refused
                && (work.againWhen().test(refused) || (work.repeatable() && busy(refused)));
    }

    private static boolean busy(EngineRefused refused) {
        return refused.status() == 503
                || (refused.status() == 500 && BUSY.stream().anyMatch(refused.engineMessage()::contains));
    }

    private void remember(Host host, EngineException failure) {
        if (failure instanceof HostUnreachable) {
            given.add(host.id());
        }
    }
}
