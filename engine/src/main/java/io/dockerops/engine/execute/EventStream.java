package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EventListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of one host's containers of a project, opened when first needed and again when lost. Belongs to the thread
 * of the run, which also hears the events.
 */
final class EventStream {

    /** Hears what comes. */
    interface Follower {

        void heard(ContainerEvent event);

        /** The stream was lost and is open again: what happened between was not heard. */
        void reopened();

        /** The stream is lost and cannot be opened again. */
        void broken(RuntimeException reason);
    }

    private enum State {
        CLOSED,
        OPENING,
        OPEN,
        BROKEN
    }

    private final Host host;
    private final SortedMap<String, String> labels = new TreeMap<>();
    private final Mailbox mailbox;
    private final Workers workers;
    private final Duration pause;
    private final Follower follower;
    private final List<Runnable> waiting = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    private State state = State.CLOSED;
    private boolean lostBefore;
    private int generation;
    private @Nullable RuntimeException failure;

    EventStream(Host host, String project, Mailbox mailbox, Workers workers, Duration pause, Follower follower) {
        this.host = host;
        this.labels.put(Labels.PROJECT, project);
        this.mailbox = mailbox;
        this.workers = workers;
        this.pause = pause;
        this.follower = follower;
    }

    /** Opens the stream unless it is open, and then calls {@code then}, also when that fails. */
    void open(Runnable then) {
        if (state == State.OPEN) {
            then.run();
            return;
        }
        waiting.add(then);
        if (state != State.OPENING) {
            subscribe();
        }
    }

    /** Whether events are heard now. */
    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Why the stream could not be opened; empty when it was, or was not tried. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Closes the stream, also one that is just being opened. */
    void close() {
        subscriptions.close();
    }

    private void subscribe() {
        state = State.OPENING;
        int number = ++generation;
        EventListener listener = new EventListener() {
            @Override
            public void onEvent(ContainerEvent event) {
                mailbox.post(() -> follower.heard(event));
            }

            @Override
            public void onLost(EngineException reason) {
                mailbox.post(() -> lost(number));
            }
        };
        workers.ask(
                host,
                engine -> subscriptions.add(engine, labels, listener),
                opened -> nowOpen(number),
                reason -> nowBroken(number, reason));
    }

    private void nowOpen(int number) {
        if (number != generation) {
            return;
        }
        state = State.OPEN;
        failure = null;
        if (lostBefore) {
            follower.reopened();
        }
        callWaiting();
    }

    private void nowBroken(int number, RuntimeException reason) {
        if (number != generation) {
            return;
        }
        state = State.BROKEN;
        failure = reason;
        follower.broken(reason);
        callWaiting();
    }

    private void callWaiting() {
        List<Runnable> called = List.copyOf(waiting);
        waiting.clear();
        called.forEach(Runnable::run);
    }

    /** A stream that is lost at once, again and again, would else keep the engine busy with nothing but opening it. */
    private void lost(int number) {
        if (number == generation) {
            generation++;
            lostBefore = true;
            state = State.OPENING;
            mailbox.after(pause, this::subscribe);
        }
    }

    /** Subscriptions that are made on workers and closed by the run, in whatever order. */
    private static final class Subscriptions {

        private final List<AutoCloseable> open = new ArrayList<>();
        private boolean closed;

        boolean add(ContainerEngine engine, SortedMap<String, String> labels, EventListener listener) {
            AutoCloseable subscription = engine.events(labels, listener);
            synchronized (this) {
                if (!closed) {
                    open.add(subscription);
                    return true;
                }
            }
            closeQuietly(subscription);
            return false;
        }

        void close() {
            List<AutoCloseable> all;
            synchronized (this) {
                closed = true;
                all = List.copyOf(open);
                open.clear();
            }
            all.forEach(Subscriptions::closeQuietly);
        }

        private static void closeQuietly(AutoCloseable subscription) {
            try {
                subscription.close();
            } catch (Exception e) {
                // It is not listened to any more; that it cannot be closed in order changes nothing for the run.
            }
        }
    }
}
