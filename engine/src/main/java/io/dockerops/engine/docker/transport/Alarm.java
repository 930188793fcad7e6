package io.dockerops.engine.docker.transport;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends blocking calls that take too long, by running something that unblocks them.
 *
 * <p>Streams have no timeouts of their own: Unix socket channels refuse them and SSH channels don't know them. Its
 * thread is made when the first wait with a limit begins and ends by itself when no wait has begun for a second, so that
 * an alarm needs no closing.
 */
final class Alarm {

    private static final long KEEP_THREAD_MILLIS = 1_000;

    private @Nullable ScheduledThreadPoolExecutor timer;

    /** Runs {@code expiry} when {@code limit} is over, unless the wait is stopped before. */
    Wait start(Duration limit, Runnable expiry) {
        Wait wait = new Wait(expiry);
        wait.future = timer().schedule(wait, limit.toNanos(), TimeUnit.NANOSECONDS);
        return wait;
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads());
            timer.setRemoveOnCancelPolicy(true);
            timer.setKeepAliveTime(KEEP_THREAD_MILLIS, TimeUnit.MILLISECONDS);
            timer.allowCoreThreadTimeOut(true);
        }
        return timer;
    }

    /** Not a lambda: see the package's description. */
    private static final class DaemonThreads implements ThreadFactory {

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "dockerops-alarm");
            thread.setDaemon(true);
            return thread;
        }
    }

    /** One wait: it is either stopped or expires, never both. */
    static final class Wait implements Runnable {

        private final Runnable expiry;
        private final AtomicBoolean over = new AtomicBoolean();
        private @Nullable Future<?> future;

        private Wait(Runnable expiry) {
            this.expiry = expiry;
        }

        /** Ends the wait; false when it has expired already. */
        boolean stop() {
            if (future != null) {
                future.cancel(false);
            }
            return over.compareAndSet(false, true);
        }

        @Override
        public void run() {
            if (over.compareAndSet(false, true)) {
                expiry.run();
            }
        }
    }
}
