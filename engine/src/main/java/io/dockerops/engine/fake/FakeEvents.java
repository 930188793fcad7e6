package io.dockerops.engine.fake;

import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EventListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who listens to events, and the events that they have not heard yet. Events are told in their order by the thread that
 * caused one, after its call has let go of the world, so that a listener may call the engine.
 */
final class FakeEvents {

    private final class Subscription implements AutoCloseable {

        private final SortedMap<String, String> labels;
        private final EventListener listener;
        private volatile boolean closed;

        Subscription(SortedMap<String, String> labels, EventListener listener) {
            this.labels = labels;
            this.listener = listener;
        }

        @Override
        public void close() {
            closed = true;
            synchronized (subscriptions) {
                subscriptions.remove(this);
            }
        }

        private void hear(ContainerEvent event) {
            if (!closed) {
                listener.onEvent(event);
            }
        }

        private void lose(EngineException reason) {
            if (!closed) {
                listener.onLost(reason);
            }
        }
    }

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> untold = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();

    AutoCloseable subscribe(SortedMap<String, String> labels, EventListener listener) {
        Subscription subscription = new Subscription(labels, listener);
        synchronized (subscriptions) {
            subscriptions.add(subscription);
        }
        return subscription;
    }

    /** Keeps an event of a container with {@code labels} for those who listen now. */
    void add(ContainerEvent event, Map<String, String> labels) {
        synchronized (subscriptions) {
            for (Subscription subscription : subscriptions) {
                if (labels.entrySet().containsAll(subscription.labels.entrySet())) {
                    untold.add(() -> subscription.hear(event));
                }
            }
        }
    }

    /** Breaks all streams. */
    void lose(EngineException reason) {
        synchronized (subscriptions) {
            subscriptions.forEach(subscription -> untold.add(() -> subscription.lose(reason)));
            subscriptions.clear();
        }
    }

    /** Tells what is untold. What another thread is telling just now, or this one further up, is left to it. */
    void tell() {
        while (!untold.isEmpty() && telling.tryLock()) {
            try {
                if (telling.getHoldCount() > 1) {
                    return;
                }
                for (Runnable next = untold.poll(); next != null; next = untold.poll()) {
                    next.run();
                }
            } finally {
                telling.unlock();
            }
        }
    }
}
