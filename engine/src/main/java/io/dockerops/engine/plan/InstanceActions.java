package io.dockerops.engine.plan;

import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.state.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The actions that bring one instance after the other to what was decided.
 *
 * <p>A new container that replaces another, or that has commands to run once, is made under a name of its own and gets the
 * instance's name when it has proven itself. So the name tells, after whatever end of a run, which container is the good
 * one; the others are removed by the next run.
 */
final class InstanceActions {

    /** What the name of a container ends with until it has proven itself. */
    static final String UNPROVEN = ".next";

    /** How long a container without a health check has to run before the one that it replaces is removed. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    private final Topology topology;
    private final ActionGraph.Builder graph;
    private final Images images;
    private final Networks networks;
    private final Storage storage;
    private final Ports ports;
    private final Specifications specifications;
    private final InPlace inPlace;
    private final Map<InstanceId, List<Node>> exists = new HashMap<>();
    private final Map<InstanceId, List<Node>> ready = new HashMap<>();

    InstanceActions(
            Topology topology,
            ActionGraph.Builder graph,
            Images images,
            Networks networks,
            Storage storage,
            Ports ports) {
        this.topology = topology;
        this.graph = graph;
        this.images = images;
        this.networks = networks;
        this.storage = storage;
        this.ports = ports;
        this.specifications = new Specifications(topology);
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

        Steps(Decision decision, Optional<InstanceId> neededBy) {
            this.decision = decision;
            this.instance = decision.instance();
            this.id = instance.id();
            this.host = instance.host();
            this.name = topology.project().naming().container(id);
            this.neededBy = neededBy;
        }

        void create(List<Node> removed) {
            boolean proves = instance.settings().lifecycle().exec().stream().anyMatch(ExecCommand::once);
            String made = proves ? name + UNPROVEN : name;
            Node created = createContainer(made, removed);
            Node started = start(made, List.of(created));
            List<Node> proven = prove(made, started, true, decision.cause());
            if (proves) {
                proven = List.of(graph.add(new Action.RenameContainer(host, id, made, name), decision.cause(), proven));
            }
            exists.put(id, proves ? proven : List.of(created));
            ready.put(id, proven);
        }

        void replace(List<Node> removed) {
            ObservedContainer old = decision.current().orElseThrow();
            String made = name + UNPROVEN;
            Node created = createContainer(made, removed);
            List<Node> startAfter = new ArrayList<>(List.of(created));
            if (old.status().active()) {
                startAfter.add(stop(old, created));
            }
            Node started = start(made, startAfter);
            List<Node> proven = steady(made, started, prove(made, started, true, decision.cause()));
            Node gone = graph.add(new Action.RemoveContainer(host, id, name, false), Cause.Plain.REPLACED, proven);
            Node renamed =
                    graph.add(new Action.RenameContainer(host, id, made, name), Cause.Plain.REPLACED, List.of(gone));
            bringBack(old, made, List.of(created, started, proven.get(0)));
            exists.put(id, List.of(renamed));
            ready.put(id, proven);
        }

        /** The old container keeps running until the new one exists and all that it depends on is ready. */
        private Node stop(ObservedContainer old, Node created) {
            List<Node> after = new ArrayList<>(List.of(created));
            if (!ports.wantedByOthers(host, old)) {
                after.addAll(dependencies());
            }
            Duration timeout = instance.settings().lifecycle().stopTimeout().orElseGet(() -> StopPlanner.timeout(old));
            Node stopped = graph.add(new Action.StopContainer(host, id, name, timeout), Cause.Plain.REPLACED, after);
            ports.freed(host, old, stopped);
            return stopped;
        }

        /** When the new container fails, it goes, and the old one runs again if it did before. */
        private void bringBack(ObservedContainer old, String made, List<Node> watched) {
            Cause cause = new Cause.ReplacementFailed(id);
            Node removed = graph.addOnFailure(new Action.RemoveContainer(host, id, made, true), cause, watched);
            if (old.status().active() && !instance.oneShot()) {
                graph.add(new Action.StartContainer(host, id, name, true), cause, List.of(removed));
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
            Action action = new Action.CreateContainer(
                    host, id, made, specifications.labelled(decision.wanted(), id.kind(), Storage.ownerLabels(id)));
            return graph.add(action, decision.cause(), decision.differences(), after);
        }

        private Node start(String made, List<Node> first) {
            List<Node> after = new ArrayList<>(first);
            after.addAll(storage.beforeStart(instance));
            after.addAll(dependencies());
            Action action = new Action.StartContainer(host, id, made, !instance.oneShot());
            Node started = graph.add(action, decision.cause(), after);
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

        /** What a started container has to show before others build upon it: health or a good end, then its commands. */
        private List<Node> prove(String made, Node started, boolean fresh, Cause cause) {
            Node last = started;
            if (instance.oneShot()) {
                last = graph.add(new Action.AwaitExit(host, id, made), awaiting(cause), List.of(last));
            } else if (checked()) {
                last = graph.add(new Action.AwaitHealthy(host, id, made, within()), awaiting(cause), List.of(last));
            }
            for (ExecCommand command : instance.settings().lifecycle().exec()) {
                if (fresh || !command.once()) {
                    Action exec = new Action.Exec(host, id, made, command);
                    last = graph.add(exec, Cause.Plain.STARTED, List.of(last));
                }
            }
            return List.of(last);
        }

        private List<Node> steady(String made, Node started, List<Node> proven) {
            if (instance.oneShot() || checked()) {
                return proven;
            }
            List<Node> after = new ArrayList<>(proven);
            after.add(started);
            return List.of(graph.add(new Action.AwaitSteady(host, id, made, STEADY), decision.cause(), after));
        }

        private boolean checked() {
            return instance.settings()
                    .health()
                    .filter(check -> !check.disabled())
                    .isPresent();
        }

        private Duration within() {
            return instance.settings().health().flatMap(HealthCheck::within).orElse(HealthCheck.DEFAULT_WITHIN);
        }

        private Cause awaiting(Cause otherwise) {
            return neededBy.<Cause>map(Cause.NeededBy::new).orElse(otherwise);
        }

        void keep() {
            ObservedContainer current = decision.current().orElseThrow();
            ContainerStatus status = current.status();
            List<Node> changed = inPlace.plan(decision);
            List<Node> done = changed;
            boolean ended = !status.active();
            if (instance.oneShot()) {
                done = oneShot(status, changed);
            } else if (ended) {
                done = prove(name, restart(Cause.Plain.NOT_RUNNING, changed), false, Cause.Plain.NOT_RUNNING);
            } else if (checked() && !status.health().equals(Optional.of(ContainerStatus.Health.HEALTHY))) {
                Action action = new Action.AwaitHealthy(host, id, name, within());
                done = List.of(graph.add(action, Cause.Plain.NOT_HEALTHY, changed));
            }
            exists.put(id, changed);
            ready.put(id, done);
        }

        private List<Node> oneShot(ContainerStatus status, List<Node> changed) {
            if (status.active()) {
                return List.of(
                        graph.add(new Action.AwaitExit(host, id, name), awaiting(Cause.Plain.INCOMPLETE), changed));
            }
            boolean done = status.everStarted() && status.exitCode() == 0;
            return done
                    ? changed
                    : prove(name, restart(Cause.Plain.INCOMPLETE, changed), false, Cause.Plain.INCOMPLETE);
        }

        private Node restart(Cause cause, List<Node> changed) {
            List<Node> after = new ArrayList<>(changed);
            after.addAll(storage.beforeStart(instance));
            after.addAll(dependencies());
            Node started = graph.add(new Action.StartContainer(host, id, name, !instance.oneShot()), cause, after);
            ports.taken(host, id, decision.wanted(), started);
            return started;
        }
    }
}
