package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.HostUnreachable;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out more about failures, each in limited time. Belongs to the thread of the run, which also gets the findings. */
final class Diagnoses {

    private final HostConnections hosts;
    private final Mailbox mailbox;
    private final Workers workers;
    private final Duration limit;
    private int open;

    Diagnoses(HostConnections hosts, Mailbox mailbox, Workers workers, Duration limit) {
        this.hosts = hosts;
        this.mailbox = mailbox;
        this.workers = workers;
        this.limit = limit;
    }

    /** Whether some are still under way. */
    boolean open() {
        return open > 0;
    }

    /** Gives what can be found out to {@code then}, exactly once. */
    void find(Host host, Action action, RuntimeException failure, Consumer<Diagnosis> then) {
        if (failure instanceof EngineException known && !(failure instanceof HostUnreachable)) {
            open++;
            new Search(then).begin(host, action, known);
        } else {
            then.accept(Diagnosis.plain(failure));
        }
    }

    private final class Search {

        private final Consumer<Diagnosis> then;
        private Mailbox.@Nullable Timer deadline;
        private boolean over;

        Search(Consumer<Diagnosis> then) {
            this.then = then;
        }

        void begin(Host host, Action action, EngineException failure) {
            FutureTask<?> asking = workers.startInterruptible(() -> {
                Diagnosis found = ask(host, action, failure);
                mailbox.post(() -> end(found));
            });
            deadline = mailbox.after(limit, () -> {
                asking.cancel(true);
                end(Diagnosis.plain(failure));
            });
        }

        private Diagnosis ask(Host host, Action action, EngineException failure) {
            try {
                return Diagnosis.ask(hosts.engine(host), action, failure);
            } catch (RuntimeException e) {
                // The failure itself is reported; that no more could be found out about it is not worth a second one.
                return Diagnosis.plain(failure);
            }
        }

        private void end(Diagnosis found) {
            if (!over) {
                over = true;
                open--;
                if (deadline != null) {
                    deadline.cancel();
                }
                then.accept(found);
            }
        }
    }
}
