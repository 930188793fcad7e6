package io.dockerops.cli.logs;

import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.LogRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the logs of containers at the same time, one thread each. What is there already comes in the order of its times;
 * what is followed comes as it is written.
 */
public final class LogReader {

    private static final int AHEAD = 256;

    private final List<Source> sources;
    private final LogRequest request;

    /**
     * A container's log.
     *
     * @param engine the engine that has it
     * @param container name or id
     */
    public record Source(ContainerEngine engine, String container) {}

    /**
     * A reader of {@code sources}.
     *
     * @param request which part is wanted; times are always read, so its {@code timestamps} does not matter
     */
    public LogReader(List<Source> sources, LogRequest request) {
        this.sources = List.copyOf(sources);
        this.request = new LogRequest(request.follow(), request.tail(), request.since(), true);
    }

    /**
     * Gives every line to {@code lines}, from this thread, until the logs are read or, when following, until the
     * containers have ended.
     *
     * @param ended is given the number of a source whose container has ended while it was followed
     * @throws EngineException when a log cannot be read, after all others have been
     */
    public void read(Consumer<LogLine> lines, IntConsumer ended) {
        try {
            if (request.follow()) {
                follow(lines, ended);
            } else {
                merge(lines);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new io.dockerops.engine.port.Cancelled();
        }
    }

    /** What the reading threads give: a line, or the end of a source. */
    private record Item(
            int source, @Nullable LogLine line, @Nullable RuntimeException failure) {}

    private void follow(Consumer<LogLine> lines, IntConsumer ended) throws InterruptedException {
        BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
        for (int i = 0; i < sources.size(); i++) {
            start(i, items);
        }
        RuntimeException failure = null;
        for (int open = sources.size(); open > 0; ) {
            Item item = items.take();
            if (item.line() != null) {
                lines.accept(item.line());
                continue;
            }
            open--;
            failure = failure == null ? item.failure() : failure;
            if (item.failure() == null) {
                ended.accept(item.source());
            }
        }
        rethrow(failure);
    }

    /** Every log is in order by itself, so the earliest of their first lines is the earliest of all. */
    private void merge(Consumer<LogLine> lines) throws InterruptedException {
        List<BlockingQueue<Item>> queues = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            queues.add(new ArrayBlockingQueue<>(AHEAD));
            start(i, queues.get(i));
        }
        PriorityQueue<LogLine> heads = new PriorityQueue<>((a, b) -> {
            int byTime = a.time().compareTo(b.time());
            return byTime != 0 ? byTime : Integer.compare(a.source(), b.source());
        });
        RuntimeException failure = null;
        for (BlockingQueue<Item> queue : queues) {
            failure = advance(queue, heads, failure);
        }
        while (!heads.isEmpty()) {
            LogLine earliest = heads.remove();
            lines.accept(earliest);
            failure = advance(queues.get(earliest.source()), heads, failure);
        }
        rethrow(failure);
    }

    private static @Nullable RuntimeException advance(
            BlockingQueue<Item> queue, PriorityQueue<LogLine> heads, @Nullable RuntimeException before)
            throws InterruptedException {
        Item item = queue.take();
        if (item.line() != null) {
            heads.add(item.line());
        }
        return before == null ? item.failure() : before;
    }

    private void start(int number, BlockingQueue<Item> items) {
        Thread thread = new Thread(() -> read(number, items), "dockerops-logs");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(int number, BlockingQueue<Item> items) {
        Source source = sources.get(number);
        RuntimeException failure = null;
        try {
            source.engine()
                    .logs(
                            source.container(),
                            request,
                            (line, error) -> put(items, new Item(number, LogLine.timed(number, line, error), null)));
        } catch (RuntimeException e) {
            failure = e;
        }
        put(items, new Item(number, null, failure));
    }

    private static void put(BlockingQueue<Item> items, Item item) {
        try {
            items.put(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
