package io.dockerops.engine.execute;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Messages to the one thread that knows the state of a run, so that this state needs no locks. Messages come from any
 * thread; all else belongs to the thread that reads.
 */
final class Mailbox {

    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong((Timer timer) -> timer.due).thenComparing(timer -> timer.order));
    private final long epoch = System.nanoTime();
    private int timersMade;

    /** A message that comes later, unless it is cancelled before. */
    final class Timer {

        private final long due;
        private final int order;
        private final Runnable message;

        private Timer(long due, int order, Runnable message) {
            this.due = due;
            this.order = order;
            this.message = message;
        }

        void cancel() {
            timers.remove(this);
        }
    }

    /** Leaves a message. For any thread. */
    void post(Runnable message) {
        messages.add(message);
    }

    /** Nanoseconds since this mailbox was made. For any thread. */
    long now() {
        return System.nanoTime() - epoch;
    }

    /** Leaves a message that is read after {@code pause}. */
    Timer after(Duration pause, Runnable message) {
        Timer timer = new Timer(now() + pause.toNanos(), timersMade++, message);
        timers.add(timer);
        return timer;
    }

    /** Reads messages, calling {@code afterEach} after each of them, until {@code over} says so. */
    void read(BooleanSupplier over, Runnable afterEach) throws InterruptedException {
        afterEach.run();
        while (!over.getAsBoolean()) {
            Runnable message = next();
            if (message != null) {
                message.run();
                afterEach.run();
            }
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        Timer first = timers.peek();
        if (first == null) {
            return messages.take();
        }
        Runnable message = messages.poll(first.due - now(), TimeUnit.NANOSECONDS);
        if (message != null || first.due > now()) {
            return message;
        }
        timers.remove(first);
        return first.message;
    }
}
