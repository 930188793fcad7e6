package io.dockerops.engine.execute;

import io.dockerops.engine.port.Cancelled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to end a run, as Ctrl-C tells it: the first request lets running actions end and starts no others, the
 * second one stops at once. Safe for use by several threads, also by a signal handler.
 */
public final class Cancellation {

    private final List<Runnable> listeners = new ArrayList<>();
    private final CountDownLatch requested = new CountDownLatch(1);
    private volatile boolean atOnce;

    /** The first call asks for an orderly end, the second one for an end at once; further calls do nothing. */
    public void request() {
        List<Runnable> told;
        synchronized (listeners) {
            if (atOnce) {
                return;
            }
            atOnce = requested();
            requested.countDown();
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Asks for an end at once, whatever was asked for before. */
    public void requestAtOnce() {
        request();
        request();
    }

    /** Whether an end was asked for. */
    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** Whether an end at once was asked for. */
    public boolean atOnce() {
        return atOnce;
    }

    /** Waits for a request, at most {@code pause}; true when there is one. */
    boolean await(Duration pause) throws InterruptedException {
        return requested.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Lets {@code pause} pass before another attempt.
     *
     * @throws RuntimeException {@code failure} when there is a request before it is over
     * @throws Cancelled when the thread is interrupted
     */
    void rest(Duration pause, RuntimeException failure) {
        try {
            if (await(pause)) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** Calls {@code listener} at each request from now on, from the thread that makes it. */
    void addListener(Runnable listener) {
        synchronized (listeners) {
            listeners.add(listener);
        }
    }

    /** Calls {@code listener} no more. */
    void removeListener(Runnable listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
