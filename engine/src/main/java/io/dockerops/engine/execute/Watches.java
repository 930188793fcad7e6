package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a run has to know of containers while it goes on, host by host. Belongs to the thread of the run. */
final class Watches {

    private record Name(HostId host, String container) {}

    private final Set<HostId> listening = new LinkedHashSet<>();
    private final Set<Name> awaited = new HashSet<>();
    private final Map<HostId, HostWatch> byHost = new LinkedHashMap<>();

    Watches(Plan plan, Map<HostId, Host> hosts, Function<Host, HostWatch> watch) {
        hosts.forEach((id, host) -> byHost.put(id, watch.apply(host)));
        for (PlannedAction planned : plan.graph().actions()) {
            Action action = planned.action();
            if (action instanceof Action.AwaitHealthy wait) {
                awaited.add(new Name(wait.host(), wait.name()));
            } else if (action instanceof Action.AwaitSteady wait) {
                awaited.add(new Name(wait.host(), wait.name()));
            }
            if (needsEvents(action)) {
                listening.add(action.host());
            }
        }
    }

    private static boolean needsEvents(Action action) {
        return action instanceof Action.AwaitHealthy
                || action instanceof Action.AwaitSteady
                || action instanceof Action.AwaitExit
                || action instanceof Action.AwaitEnd
                || (action instanceof Action.StartContainer start && start.stays());
    }

    /** Begins to listen to the hosts that have something to wait for. */
    void listen() {
        listening.forEach(host -> of(host).listen(() -> {}));
    }

    /** Calls {@code begin}, for an action that needs events when these are heard. */
    void whenReady(Action action, Runnable begin) {
        if (needsEvents(action)) {
            of(action.host()).listen(begin);
        } else {
            begin.run();
        }
    }

    /** Begins to wait. */
    void await(PlannedAction planned) {
        Action action = planned.action();
        if (action instanceof Action.AwaitHealthy wait) {
            of(wait.host()).await(planned, wait.name());
        } else if (action instanceof Action.AwaitSteady wait) {
            of(wait.host()).await(planned, wait.name());
        } else if (action instanceof Action.AwaitExit wait) {
            of(wait.host()).await(planned, wait.name());
        } else if (action instanceof Action.AwaitEnd wait) {
            of(wait.host()).await(planned, wait.name());
        } else {
            throw new IllegalArgumentException(action.verb() + " is not a wait");
        }
    }

    /** Says that the engine is about to be called. */
    void calling(PlannedAction planned) {
        Action action = planned.action();
        if (action instanceof Action.StartContainer start && !start.stays()) {
            of(start.host()).startingToEnd(start.name());
        } else if (action instanceof Action.StartContainer start) {
            boolean proves = awaited.contains(new Name(start.host(), start.name()));
            of(start.host()).startingToStay(planned, start.name(), proves);
        } else if (action instanceof Action.StopContainer stop) {
            of(stop.host()).release(stop.name());
        } else if (action instanceof Action.RemoveContainer removal) {
            of(removal.host()).release(removal.name());
        }
    }

    /** Says that the engine was called with success. */
    void called(Action action) {
        if (action instanceof Action.StartContainer start && start.stays()) {
            of(start.host()).started(start.name());
        } else if (action instanceof Action.RenameContainer renaming) {
            of(renaming.host()).renamed(renaming.name(), renaming.newName());
        }
    }

    /** Says that the call failed. */
    void refused(Action action) {
        if (action instanceof Action.StartContainer start && start.stays()) {
            of(start.host()).release(start.name());
        }
    }

    /** Ends the waits that {@code wanted} accepts and gives their actions. */
    List<PlannedAction> cancelWaits(Predicate<PlannedAction> wanted) {
        List<PlannedAction> cancelled = new ArrayList<>();
        byHost.values().forEach(watch -> cancelled.addAll(watch.cancelWaits(wanted)));
        return cancelled;
    }

    /** Whether a started container still has to prove itself. */
    boolean settling() {
        return byHost.values().stream().anyMatch(HostWatch::settling);
    }

    /** Stops listening. */
    void close() {
        byHost.values().forEach(HostWatch::close);
    }

    private HostWatch of(HostId host) {
        return Objects.requireNonNull(byHost.get(host));
    }
}
