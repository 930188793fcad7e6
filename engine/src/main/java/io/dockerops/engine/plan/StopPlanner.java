package io.dockerops.engine.plan;

import io.dockerops.engine.graph.Graph;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.VolumeDetails;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans that containers stop or go, those that depend on others first. */
final class StopPlanner {

    private final Topology topology;
    private final ObservedState state;
    private final Demand demand;
    private final Origins origins;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final Graph<InstanceId> dependents;
    private final Set<InstanceId> scope;
    private final Map<InstanceId, List<Node>> stopped = new LinkedHashMap<>();
    private final Map<InstanceId, List<Found>> found = new LinkedHashMap<>();
    private final List<Found> kept = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    StopPlanner(Topology topology, ObservedState state, Demand demand, Origins origins) {
        this.topology = topology;
        this.state = state;
        this.demand = demand;
        this.origins = origins;
        this.dependents = topology.dependencies().reversed();
        this.scope = demand.targets().map(dependents::closure).orElse(dependents.nodes());
    }

    Plan plan() {
        NameRemovals names = NameRemovals.in(topology, state, graph);
        find();
        for (InstanceId id : dependents.ordered()) {
            if (scope.contains(id)) {
                found.getOrDefault(id, List.of()).forEach(this::takeDown);
            }
        }
        if (demand.removeAttached()) {
            removeAttached();
        }
        if (demand.command() == Command.CLEAN && demand.targets().isEmpty()) {
            cleanHosts();
        }
        names.keepServer();
        warnings.addAll(new Registrations(topology, state, graph).warnings(origins));
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), warnings);
    }

    private record Found(ObservedHost host, ObservedContainer container) {
        HostId hostId() {
            return host.host().id();
        }
    }

    /** All containers on all hosts by instance, those left over by broken runs too. */
    private void find() {
        for (ObservedHost host : state.hosts().values()) {
            host.containers()
                    .values()
                    .forEach(container -> found.computeIfAbsent(container.instance(), key -> new ArrayList<>())
                            .add(new Found(host, container)));
        }
    }

    private void takeDown(Found it) {
        InstanceId id = it.container().instance();
        Cause cause = cause(id);
        List<Node> before = new ArrayList<>();
        dependents.dependencies(id).forEach(dependent -> before.addAll(stopped.getOrDefault(dependent, List.of())));
        List<Node> done = new ArrayList<>();
        if (it.container().status().active() && demand.command() != Command.REMOVE) {
            Action stop =
                    new Action.StopContainer(it.hostId(), id, it.container().name(), timeout(it.container()));
            done.add(graph.add(stop, cause, before));
        }
        if (goes(it)) {
            Action remove =
                    new Action.RemoveContainer(it.hostId(), id, it.container().name(), false);
            done = List.of(graph.add(remove, cause, done.isEmpty() ? before : done));
            FileRecords.forget(graph, it.host(), it.container(), cause, done);
        } else {
            kept.add(it);
        }
        stopped.computeIfAbsent(id, key -> new ArrayList<>()).addAll(done);
    }

    private boolean goes(Found it) {
        InstanceId id = it.container().instance();
        if (demand.command() == Command.STOP) {
            return false;
        }
        if (demand.command() == Command.REMOVE && it.container().status().active()) {
            warnings.add(new Problem(
                    Severity.WARNING,
                    origins.of(id),
                    "`" + id + "` runs and is not removed",
                    List.of("stop and remove it with `dockerops shutdown " + id + "`")));
            return false;
        }
        boolean persistent = topology.declares(id) && topology.instance(id).persistent();
        return !persistent || demand.removePersistent();
    }

    /** Volumes of owners that go, unless a container that stays has them too. */
    private void removeAttached() {
        for (ObservedHost host : state.hosts().values()) {
            List<Node> gone = graph.nodes(action -> action instanceof Action.RemoveContainer removed
                    && removed.host().equals(host.host().id()));
            for (Volume volume : topology.project().volumes()) {
                String name = topology.project().naming().volume(volume.id());
                VolumeDetails present = host.volumes().get(name);
                boolean owned = topology.attaching(volume.id()).stream().anyMatch(scope::contains);
                if (present != null && own(present.labels()) && owned && !stays(host, volume.id())) {
                    graph.add(
                            new Action.RemoveVolume(host.host().id(), volume.id(), name), Cause.Plain.REQUESTED, gone);
                }
            }
        }
    }

    private boolean stays(ObservedHost host, VolumeId volume) {
        return host.containers().values().stream()
                .filter(container -> topology.declares(container.instance()))
                .filter(container -> !scope.contains(container.instance()) || kept.contains(new Found(host, container)))
                .anyMatch(container -> topology.instance(container.instance()).settings().mounts().stream()
                        .anyMatch(mount -> mount instanceof Mount.OfVolume of
                                && of.volume().equals(volume)));
    }

    private Cause cause(InstanceId id) {
        if (demand.targets().isEmpty() || demand.targets().get().contains(id)) {
            return Cause.Plain.REQUESTED;
        }
        return topology.dependencies().dependencies(id).stream()
                .filter(scope::contains)
                .findFirst()
                .<Cause>map(Cause.DependsOn::new)
                .orElse(Cause.Plain.REQUESTED);
    }

    private void cleanHosts() {
        for (ObservedHost host : state.hosts().values()) {
            host.containers().values().stream()
                    .filter(container -> !topology.declares(container.instance()))
                    .forEach(container -> takeDown(new Found(host, container)));
        }
        for (ObservedHost host : state.hosts().values()) {
            List<Node> gone = graph.nodes(action -> action instanceof Action.RemoveContainer removed
                    && removed.host().equals(host.host().id()));
            host.networks().values().forEach(network -> removeNetwork(host, network));
            if (demand.removeVolumes()) {
                host.volumes().values().forEach(volume -> removeVolume(host, volume, gone));
                host.images().forEach((reference, image) -> removeImage(host, reference, image, gone));
            }
        }
    }

    private void removeNetwork(ObservedHost host, NetworkDetails network) {
        boolean used = kept.stream()
                .anyMatch(it -> it.host().equals(host) && Networks.connected(it.container(), network.name()));
        if (own(network.labels()) && !used) {
            Identities.of(topology.project(), network).ifPresent(id -> {
                List<Node> left = new ArrayList<>();
                for (ObservedContainer container : host.containers().values()) {
                    if (Networks.connected(container, network.name())) {
                        left.addAll(stopped.getOrDefault(container.instance(), List.of()));
                    }
                }
                Action action = new Action.RemoveNetwork(host.host().id(), id, network.name());
                graph.add(action, Cause.Plain.REQUESTED, left);
            });
        }
    }

    private void removeVolume(ObservedHost host, VolumeDetails volume, List<Node> gone) {
        boolean planned = !graph.nodes(action -> action instanceof Action.RemoveVolume removal
                        && removal.host().equals(host.host().id())
                        && removal.name().equals(volume.name()))
                .isEmpty();
        if (!planned && !FileRecords.is(volume.labels()) && own(volume.labels())) {
            Identities.of(topology.project(), volume)
                    .ifPresent(id -> graph.add(
                            new Action.RemoveVolume(host.host().id(), id, volume.name()), Cause.Plain.REQUESTED, gone));
        }
    }

    private void removeImage(ObservedHost host, String reference, ImageDetails image, List<Node> gone) {
        if (own(image.labels()) && reference.indexOf('@') < 0) {
            ImageId id = new ImageId(ImageReference.parse(reference));
            graph.add(new Action.RemoveImage(host.host().id(), id), Cause.Plain.REQUESTED, gone);
        }
    }

    private boolean own(Map<String, String> labels) {
        return topology.project().name().equals(labels.get(Labels.PROJECT));
    }

    /** How long a container has to stop: what it was made with. */
    static Duration timeout(ObservedContainer container) {
        return container
                .details()
                .live()
                .get(FieldPath.of("StopTimeout"))
                .filter(Value.Whole.class::isInstance)
                .map(value -> Duration.ofSeconds(((Value.Whole) value).number()))
                .orElse(Lifecycle.DEFAULT_STOP_TIMEOUT);
    }
}
