package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The threads of a run and the lanes that they serve. A thread is made when none is idle; how many there are is bounded
 * by the limits of the lanes. Belongs to the thread of the run, which also gets all answers.
 */
final class Workers {

    /** Reads are cheap for an engine; this only bounds the threads that wait for its answers. */
    private static final int READS = 8;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Mailbox mailbox;
    private final Attempts attempts;
    private final ExecutorSettings settings;
    private final Map<HostId, Map<Lane.Kind, Lane>> lanes = new LinkedHashMap<>();
    private final List<Lane> all = new ArrayList<>();
    private final ThreadPoolExecutor threads;
    private long questions;

    Workers(Mailbox mailbox, Attempts attempts, ExecutorSettings settings) {
        this.mailbox = mailbox;
        this.attempts = attempts;
        this.settings = settings;
        AtomicInteger made = new AtomicInteger();
        String prefix = "dockerops-run-" + RUNS.incrementAndGet() + "-";
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), job -> {
                    Thread thread = new Thread(job, prefix + made.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The lane of {@code kind} on {@code host}. */
    Lane lane(HostId host, Lane.Kind kind) {
        return lanes.computeIfAbsent(host, key -> new EnumMap<>(Lane.Kind.class))
                .computeIfAbsent(kind, key -> {
                    Lane lane = new Lane(limit(kind));
                    all.add(lane);
                    return lane;
                });
    }

    private int limit(Lane.Kind kind) {
        return switch (kind) {
            case CHANGES -> settings.changes();
            case REMOVALS -> settings.removals();
            case IMAGES -> settings.images();
            case COMMANDS -> settings.commands();
            case READS -> READS;
            case WAITS -> Integer.MAX_VALUE;
        };
    }

    /** Begins what there is place for, also what becomes ready by that. */
    void fill() {
        boolean begun = true;
        while (begun) {
            begun = false;
            for (Lane lane : List.copyOf(all)) {
                begun |= lane.fill();
            }
        }
    }

    /** Runs {@code job} on a thread at once; not at all after {@link #interrupt}. */
    void start(Runnable job) {
        if (!threads.isShutdown()) {
            threads.execute(job);
        }
    }

    /** Runs {@code job} on a thread at once, so that it can be interrupted; not at all after {@link #interrupt}. */
    FutureTask<?> startInterruptible(Runnable job) {
        FutureTask<?> task = new FutureTask<>(job, true);
        start(task);
        return task;
    }

    /** Asks the engine of {@code host} something, again when that helps, and leaves the answer in the mailbox. */
    <T> void ask(Host host, Function<ContainerEngine, T> question, Consumer<T> answer, Consumer<RuntimeException> no) {
        Lane lane = lane(host.id(), Lane.Kind.READS);
        lane.offer(
                questions++,
                () -> start(() -> {
                    Runnable message = asked(host, question, answer, no);
                    mailbox.post(() -> {
                        lane.release();
                        message.run();
                    });
                }));
    }

    private <T> Runnable asked(
            Host host, Function<ContainerEngine, T> question, Consumer<T> answer, Consumer<RuntimeException> no) {
        Answer<T> asked = new Answer<>(question);
        try {
            attempts.make(host, Work.repeatable(Lane.Kind.READS, asked), false, (attempt, reason, pause) -> {});
            return () -> answer.accept(asked.get());
        } catch (EngineException e) {
            return () -> no.accept(e);
        } catch (Throwable e) {
            return () -> no.accept(bug(e));
        }
    }

    private static final class Answer<T> implements Work.Call {

        private final Function<ContainerEngine, T> question;
        private Optional<T> answer = Optional.empty();

        Answer(Function<ContainerEngine, T> question) {
            this.question = question;
        }

        @Override
        public void to(ContainerEngine engine) {
            answer = Optional.of(question.apply(engine));
        }

        T get() {
            return answer.orElseThrow();
        }
    }

    /** What is thrown by mistake on a worker, as something that a report can carry. */
    static RuntimeException bug(Throwable thrown) {
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown.toString(), thrown);
    }

    /** Interrupts what runs and starts nothing more. */
    void interrupt() {
        threads.shutdownNow();
    }

    /** Ends the idle threads. Those whose calls do not come back after an interrupt are left to the engine's patience. */
    void close() {
        threads.shutdownNow();
    }
}
