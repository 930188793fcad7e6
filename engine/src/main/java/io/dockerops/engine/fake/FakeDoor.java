package io.dockerops.engine.fake;

import io.dockerops.engine.port.Cancelled;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One connection to a fake world: records each call, lets faults happen to it, locks the world, and tells events after it. */
final class FakeDoor {

    private final FakeWorld world;
    private final FakeFaults faults;
    private final FakeCalls calls;
    private volatile boolean closed;

    FakeDoor(FakeWorld world, FakeFaults faults, FakeCalls calls) {
        this.world = world;
        this.faults = faults;
        this.calls = calls;
    }

    /** Ends what is under way; no further call is let in. */
    void close() {
        closed = true;
        change(world.changed::signalAll);
    }

    boolean closed() {
        return closed;
    }

    /** A call that gives something. */
    <T> T call(FakeCall.Kind kind, String target, Supplier<T> work) {
        return callUnlocked(kind, target, () -> locked(work));
    }

    /** A call that gives nothing. */
    void run(FakeCall.Kind kind, String target, Runnable work) {
        call(kind, target, () -> {
            work.run();
            return true;
        });
    }

    /** A call that may last, and locks the world itself when it has to. */
    <T> T callUnlocked(FakeCall.Kind kind, String target, Supplier<T> work) {
        if (closed || Thread.currentThread().isInterrupted()) {
            throw new Cancelled();
        }
        FakeCall call = calls.begin(kind, named(target));
        try {
            List<FakeFaults.Rule> applying = faults.of(call);
            faults.before(applying);
            T result = work.get();
            faults.after(applying);
            return result;
        } finally {
            calls.end(call);
            world.events.tell();
        }
    }

    /** {@code target} with the names of containers in place of their ids, as nobody knows those in advance. */
    private String named(String target) {
        return locked(() -> Arrays.stream(target.split(" ", -1))
                .map(word -> word.length() == FakeWorld.ID_LENGTH
                        ? world.find(word).map(container -> container.name).orElse(word)
                        : word)
                .collect(Collectors.joining(" ")));
    }

    /** What a test does to the world, which is no call. */
    void change(Runnable change) {
        locked(() -> {
            change.run();
            return true;
        });
        world.events.tell();
    }

    <T> T locked(Supplier<T> work) {
        Lock lock = world.lock;
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
