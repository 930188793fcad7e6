package io.dockerops.engine.fake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The calls that were made to a {@link FakeEngine}, in the order in which they began. Safe for use by several threads. */
public final class FakeCalls {

    private final List<FakeCall> all = new ArrayList<>();
    private final Set<FakeCall> running = new LinkedHashSet<>();
    private final List<List<FakeCall>> together = new ArrayList<>();

    FakeCalls() {}

    /** All calls. */
    public synchronized List<FakeCall> all() {
        return List.copyOf(all);
    }

    /** The calls that change something, as texts such as {@code start shop.web}. */
    public List<String> changes() {
        return all().stream()
                .filter(call -> !call.kind().reads())
                .map(FakeCall::toString)
                .toList();
    }

    /** The calls of {@code kind}. */
    public List<FakeCall> of(FakeCall.Kind kind) {
        return all().stream().filter(call -> call.kind() == kind).toList();
    }

    /** How many calls of {@code kinds} were under way at the same time at most; of all kinds that change something if none. */
    public synchronized int mostAtOnce(FakeCall.Kind... kinds) {
        List<FakeCall.Kind> wanted = List.of(kinds);
        return together.stream()
                .mapToInt(calls -> (int) calls.stream()
                        .filter(call -> wanted.isEmpty() ? !call.kind().reads() : wanted.contains(call.kind()))
                        .count())
                .max()
                .orElse(0);
    }

    /** The calls that are under way. */
    public synchronized List<FakeCall> running() {
        return List.copyOf(running);
    }

    /** Forgets all calls that have ended. */
    public synchronized void clear() {
        all.retainAll(running);
        together.clear();
    }

    synchronized FakeCall begin(FakeCall.Kind kind, String target) {
        FakeCall call = new FakeCall(all.size() + 1, kind, target);
        all.add(call);
        running.add(call);
        together.add(List.copyOf(running));
        return call;
    }

    synchronized void end(FakeCall call) {
        running.remove(call);
    }
}
