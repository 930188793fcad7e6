package io.dockerops.engine.plan;

import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Reload;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.Starts.Commands;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The actions that bring one instance after the other to what was decided.
 *
 * <p>A new container that replaces another, or that has commands to run once, is made under a name of its own and gets the
 * instance's name when it has proven itself. So the name tells, after whatever end of a run, which container is the good
 * one; the others are removed by the next run.
 */
final class InstanceActions {

    /** How long a container without a health check has to run before the one that it replaces is removed. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Images images;
    private final Networks networks;
    private final Storage storage;
    private final Ports ports;
    private final Starts starts;
    private final Specifications specifications;
    private final InPlace inPlace;
    private final boolean starting;
    private final Map<InstanceId, List<Node>> exists = new HashMap<>();
    private final Map<InstanceId, List<Node>> ready = new HashMap<>();

    /** @param starting whether containers are started, not only made */
    InstanceActions(
            Topology topology,
            ObservedState state,
            ActionGraph.Builder graph,
            Images images,
            Networks networks,
            Storage storage,
            Ports ports,
            boolean starting) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.images = images;
        this.networks = networks;
        this.storage = storage;
        this.ports = ports;
        this.starts = new Starts(graph);
        this.starting = starting;
        this.specifications = new Specifications(topology, state);
        this.inPlace = new InPlace(topology, graph, networks);
    }

    /** Adds the actions for {@code decision}; those for all that the instance depends on have been added. */
    void plan(Decision decision, Optional<InstanceId> neededBy, Map<InstanceId, List<Node>> removed) {
        Steps steps = new Steps(decision, neededBy);
        switch (decision.kind()) {
            case CREATE -> steps.create(removed.getOrDefault(decision.instance().id(), List.of()));
            case REPLACE ->
                steps.replace(removed.getOrDefault(decision.instance().id(), List.of()));
            case UPDATE, KEEP -> steps.keep();
        }
    }

    /** The actions for one instance. */
    private final class Steps {

        private final Decision decision;
        private final Instance instance;
        private final InstanceId id;
        private final HostId host;
        private final String name;
        private final Optional<InstanceId> neededBy;
        private final ObservedHost observed;

        Steps(Decision decision, Optional<InstanceId> neededBy) {
            this.decision = decision;
            this.instance = decision.instance();
            this.id = instance.id();
            this.host = instance.host();
            this.name = topology.project().naming().container(id);
            this.neededBy = neededBy;
            this.observed = state.host(topology.host(host));
        }

        void create(List<Node> removed) {
            boolean proves = starting && Starts.proves(instance);
            String made = proves ? name + Starts.UNPROVEN : name;
            Node created = createContainer(made, removed);
            Node filled = copyFiles(made, created);
            if (!starting) {
                exists.put(id, List.of(filled));
                ready.put(id, List.of(filled));
                return;
            }
            Node started = start(made, List.of(filled));
            List<Node> proven = starts.prove(instance, made, started, Commands.ALL, awaiting(decision.cause()));
            if (proves) {
                proven = List.of(graph.add(new Action.RenameContainer(host, id, made, name), decision.cause(), proven));
            }
            exists.put(id, proves ? proven : List.of(created));
            ready.put(id, proven);
        }

        void replace(List<Node> removed) {
            ObservedContainer old = decision.current().orElseThrow();
            String made = name + Starts.UNPROVEN;
            Node created = createContainer(made, removed);
            Node filled = copyFiles(made, created);
            List<Node> startAfter = new ArrayList<>(List.of(filled));
            if (old.status().active()) {
                startAfter.add(stop(old, filled));
            }
            Node started = start(made, startAfter);
            List<Node> proven = steady(
                    made, started, starts.prove(instance, made, started, Commands.ALL, awaiting(decision.cause())));
            Node gone =
                    graph.add(new Action.RemoveContainer(host, id, old.name(), false), Cause.Plain.REPLACED, proven);
            Node renamed =
                    graph.add(new Action.RenameContainer(host, id, made, name), Cause.Plain.REPLACED, List.of(gone));
            bringBack(
                    old,
                    made,
                    Stream.of(created, filled, started, proven.get(0))
                            .distinct()
                            .toList());
            FileRecords.forget(graph, observed, old, Cause.Plain.REPLACED, List.of(gone));
            exists.put(id, List.of(renamed));
            ready.put(id, proven);
        }

        /** The old container keeps running until the new one exists and all that it depends on is ready. */
        private Node stop(ObservedContainer old, Node created) {
            List<Node> after = new ArrayList<>();
            boolean wanted = ports.wantedByOthers(host, old);
            // What is made with the address of another waits for it too, and that one may be who wants the port.
            if (!wanted || LinkedAddresses.targets(topology, instance).isEmpty()) {
                after.add(created);
            }
            if (!wanted) {
                after.addAll(dependencies());
            }
            Duration timeout = instance.settings().lifecycle().stopTimeout().orElseGet(() -> StopPlanner.timeout(old));
            Node stopped =
                    graph.add(new Action.StopContainer(host, id, old.name(), timeout), Cause.Plain.REPLACED, after);
            ports.freed(host, old, stopped);
            return stopped;
        }

        /** When the new container fails, it goes, and the old one runs again if it did before. */
        private void bringBack(ObservedContainer old, String made, List<Node> watched) {
            Cause cause = new Cause.ReplacementFailed(id);
            Node removed = graph.addOnFailure(new Action.RemoveContainer(host, id, made, true), cause, watched);
            if (old.status().active() && !instance.oneShot()) {
                graph.add(new Action.StartContainer(host, id, old.name(), true), cause, List.of(removed));
            }
        }

        private Node createContainer(String made, List<Node> removed) {
            List<Node> after = new ArrayList<>(removed);
            after.addAll(images.before(instance));
            for (Endpoint endpoint : Topology.endpoints(instance)) {
                after.addAll(networks.before(host, endpoint.network()));
            }
            after.addAll(storage.beforeCreate(instance));
            topology.builtUpon(instance).forEach(other -> after.addAll(exists.getOrDefault(other, List.of())));
            // Only what runs has an address to be made with.
            LinkedAddresses.targets(topology, instance)
                    .forEach(other -> after.addAll(ready.getOrDefault(other, List.of())));
            Action action = new Action.CreateContainer(
                    host, id, made, specifications.labelled(decision.wanted(), id.kind(), Storage.ownerLabels(id)));
            return graph.add(action, decision.cause(), decision.differences(), after);
        }

        private Node copyFiles(String made, Node created) {
            return starts.fill(instance, made, specifications.copied(instance), decision.cause(), List.of(created))
                    .orElse(created);
        }

        private Node start(String made, List<Node> first) {
            List<Node> after = new ArrayList<>(first);
            after.addAll(storage.beforeStart(instance, decision.differences()));
            after.addAll(dependencies());
            Node started = starts.start(instance, made, decision.cause(), after);
            ports.taken(host, id, decision.wanted(), started);
            return started;
        }

        private List<Node> dependencies() {
            List<Node> nodes = new ArrayList<>();
            topology.dependencies()
                    .dependencies(id)
                    .forEach(dependency -> nodes.addAll(ready.getOrDefault(dependency, List.of())));
            return nodes;
        }

        private List<Node> steady(String made, Node started, List<Node> proven) {
            if (instance.oneShot()
                    || Starts.checked(instance)
                    || instance.settings().lifecycle().startDelay().isPresent()) {
                return proven;
            }
            List<Node> after = new ArrayList<>(proven);
            after.add(started);
            return List.of(graph.add(new Action.AwaitSteady(host, id, made, STEADY), decision.cause(), after));
        }

        private Cause awaiting(Cause otherwise) {
            return neededBy.<Cause>map(Cause.NeededBy::new).orElse(otherwise);
        }

        void keep() {
            ObservedContainer current = decision.current().orElseThrow();
            ContainerStatus status = current.status();
            List<Node> changed = renamed(current, inPlace.plan(decision));
            exists.put(id, changed);
            List<Difference> files = decision.differences().stream()
                    .filter(Specifications::ofFile)
                    .toList();
            if (files.isEmpty() || !starting) {
                ready.put(id, starting ? running(status, changed) : changed);
                return;
            }
            List<Node> done = status.running() ? reload(current, files, changed) : running(status, changed);
            Action note = FileRecords.note(decision, topology.project().name());
            graph.add(note, Cause.Plain.FILES_CHANGED, done);
            ready.put(id, done);
        }

        /** Tells a running container that its files have changed. */
        private List<Node> reload(ObservedContainer current, List<Difference> files, List<Node> changed) {
            Cause cause = Cause.Plain.FILES_CHANGED;
            Reload reload = instance.settings().lifecycle().reload().orElseThrow();
            if (reload instanceof Reload.Signal signal) {
                Action action = new Action.SignalContainer(host, id, name, signal.name());
                Node told = graph.add(action, cause, files, changed);
                return running(current.status(), List.of(told));
            }
            Duration timeout =
                    instance.settings().lifecycle().stopTimeout().orElseGet(() -> StopPlanner.timeout(current));
            Node stopped = graph.add(new Action.StopContainer(host, id, name, timeout), cause, files, changed);
            return restart(current.status(), cause, List.of(stopped));
        }

        /** A container that goes by a name that its instance had before gets the present one. */
        private List<Node> renamed(ObservedContainer current, List<Node> changed) {
            if (current.name().equals(name)) {
                return changed;
            }
            Action action = new Action.RenameContainer(host, id, current.name(), name);
            return List.of(graph.add(action, Cause.Plain.NAME_CHANGED, changed));
        }

        private List<Node> running(ContainerStatus status, List<Node> changed) {
            if (!decision.held().isEmpty() && status.active()) {
                // It is not what the project says, so nothing can be expected of it.
                return changed;
            }
            if (instance.oneShot() && status.active()) {
                return List.of(
                        graph.add(new Action.AwaitExit(host, id, name), awaiting(Cause.Plain.INCOMPLETE), changed));
            } else if (instance.oneShot()) {
                boolean done = status.everStarted() && (status.exitCode() == 0 || instance.persistent());
                return done ? changed : restart(status, Cause.Plain.INCOMPLETE, changed);
            } else if (!status.active()) {
                boolean left = instance.persistent() && status.everStarted();
                return left ? changed : restart(status, Cause.Plain.NOT_RUNNING, changed);
            }
            List<Node> done = starts.missing(instance, name, decision.missing(), changed);
            if (Starts.checked(instance) && !status.health().equals(Optional.of(ContainerStatus.Health.HEALTHY))) {
                return List.of(graph.add(Starts.healthy(instance, name), Cause.Plain.NOT_HEALTHY, done));
            }
            return done;
        }

        private List<Node> restart(ContainerStatus status, Cause cause, List<Node> changed) {
            List<Node> after = new ArrayList<>(changed);
            for (Endpoint endpoint : Topology.endpoints(instance)) {
                after.addAll(networks.before(host, endpoint.network()));
            }
            after.addAll(storage.beforeStart(instance, List.of()));
            after.addAll(dependencies());
            if (!status.everStarted()) {
                // A run that was broken off may have made it and copied nothing.
                starts.fill(instance, name, specifications.copied(instance), cause, after)
                        .ifPresent(after::add);
            }
            Starts.Started started =
                    starts.existing(instance, name, !status.everStarted(), Commands.EVERY_START, cause, after);
            ports.taken(host, id, decision.wanted(), started.start());
            return started.proven();
        }
    }
}
