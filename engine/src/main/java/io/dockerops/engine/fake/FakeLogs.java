package io.dockerops.engine.fake;

import io.dockerops.engine.fake.FakeContainer.Line;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.LogListener;
import io.dockerops.engine.port.LogRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads the logs of the fake engine's containers. */
final class FakeLogs {

    private final FakeWorld world;

    FakeLogs(FakeWorld world) {
        this.world = world;
    }

    /** Reads a log; when following, until the container ends or {@code closed} says so. */
    void read(String nameOrId, LogRequest request, LogListener listener, BooleanSupplier closed) {
        FakeContainer container;
        List<Line> lines;
        int seen;
        world.lock.lock();
        try {
            container = world.container(nameOrId);
            lines = wanted(container.log, request);
            seen = container.log.size();
        } finally {
            world.lock.unlock();
        }
        tell(lines, request, listener);
        while (request.follow()) {
            List<Line> more = await(container, seen, closed);
            if (more.isEmpty()) {
                return;
            }
            seen += more.size();
            tell(more, request, listener);
        }
    }

    private static List<Line> wanted(List<Line> log, LogRequest request) {
        List<Line> lines = log.stream()
                .filter(line -> request.since().filter(line.time()::isBefore).isEmpty())
                .toList();
        int tail = request.tail().orElse(lines.size());
        return List.copyOf(lines.subList(Math.max(0, lines.size() - tail), lines.size()));
    }

    private static void tell(List<Line> lines, LogRequest request, LogListener listener) {
        for (Line line : lines) {
            listener.onLine(request.timestamps() ? line.time() + " " + line.text() : line.text(), line.error());
        }
    }

    /** The lines after the first {@code seen} ones, when there are some; none when the container has ended. */
    private List<Line> await(FakeContainer container, int seen, BooleanSupplier closed) {
        world.lock.lock();
        try {
            while (container.log.size() == seen && container.running()) {
                if (closed.getAsBoolean()) {
                    throw new Cancelled();
                }
                world.changed.await();
            }
            return new ArrayList<>(container.log.subList(seen, container.log.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            world.lock.unlock();
        }
    }
}
