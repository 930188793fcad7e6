package io.dockerops.engine.plan;

import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.plan.Decision.Kind;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides instance by instance, in the order of their dependencies, what is to become of them. */
final class Decisions {

    private static final int SHORT_ID = 19;

    private final Topology topology;
    private final ObservedState state;
    private final Specifications specifications;
    private final Images images;
    private final Demand demand;
    private final LinkedAddresses addresses;
    private final Map<InstanceId, Decision> made = new LinkedHashMap<>();

    Decisions(Topology topology, ObservedState state, Images images, Demand demand) {
        this.topology = topology;
        this.state = state;
        this.specifications = new Specifications(topology, state);
        this.images = images;
        this.demand = demand;
        this.addresses = new LinkedAddresses(topology, state);
    }

    /** Decides about {@code instance}; those that it depends on have been decided about. */
    Decision decide(Instance instance) {
        ObservedHost host = state.host(topology.host(instance.host()));
        Specification wanted = specifications.of(instance);
        Optional<ObservedContainer> current = current(topology, host, instance);
        Decision decision;
        if (current.isEmpty()) {
            decision = new Decision(instance, wanted, current, Kind.CREATE, Cause.Plain.MISSING, List.of());
        } else if (demand.compares()) {
            decision = compare(instance, wanted, current.get(), host);
        } else {
            decision = keep(instance, wanted, current.get(), host);
        }
        made.put(instance.id(), decision);
        return decision;
    }

    /** The container of {@code instance}: the one with its name, or a good one with a name that it had before. */
    static Optional<ObservedContainer> current(Topology topology, ObservedHost host, Instance instance) {
        String name = topology.project().naming().container(instance.id());
        return Optional.ofNullable(host.containers().get(name))
                .filter(container -> container.instance().equals(instance.id()))
                .or(() -> host.containers().values().stream()
                        .filter(container -> container.instance().equals(instance.id()))
                        .filter(container -> !container.name().endsWith(Starts.UNPROVEN))
                        .findFirst());
    }

    /** What has a container keeps it as it is, unless it could not be started. */
    private Decision keep(Instance instance, Specification wanted, ObservedContainer container, ObservedHost host) {
        Optional<Cause> replacing = demand.command() == Command.STARTUP && !persistent(instance)
                ? beyondStart(instance, container, host)
                : Optional.empty();
        List<Difference> differences = replacing.isPresent() ? List.of() : lostNetworks(container, host, wanted);
        Kind kind = replacing.isPresent() ? Kind.REPLACE : differences.isEmpty() ? Kind.KEEP : Kind.UPDATE;
        Cause cause = replacing.orElseGet(() -> cause(differences));
        return new Decision(instance, wanted, Optional.of(container), kind, cause, differences);
    }

    /** Why starting the container would not do. */
    private Optional<Cause> beyondStart(Instance instance, ObservedContainer container, ObservedHost host) {
        for (InstanceId dependency : topology.builtUpon(instance)) {
            Decision decision = made.get(dependency);
            if (decision != null && decision.makes()) {
                return Optional.of(new Cause.DependencyReplaced(dependency));
            }
        }
        if (Starts.lost(container, demand.nonRecoverable())) {
            return Optional.of(new Cause.NotRecoverable(container.status().exitCode()));
        }
        Optional<InstanceId> changed = addresses.changed(instance, container, made);
        if (changed.isPresent()) {
            return Optional.of(new Cause.AddressChanged(changed.get()));
        }
        return attachedMissing(instance, host) ? Optional.of(Cause.Plain.VOLUME_MISSING) : Optional.empty();
    }

    private boolean attachedMissing(Instance instance, ObservedHost host) {
        return instance.settings().mounts().stream()
                .filter(Mount.OfVolume.class::isInstance)
                .map(Mount.OfVolume.class::cast)
                .filter(mount -> mount.role() != Mount.Role.MOUNTED)
                .map(mount -> topology.volume(mount.volume()))
                .filter(volume -> volume.storage() instanceof Volume.Named)
                .anyMatch(volume ->
                        !host.volumes().containsKey(topology.project().naming().volume(volume.id())));
    }

    private Decision compare(Instance instance, Specification wanted, ObservedContainer container, ObservedHost host) {
        List<Difference> differences = new ArrayList<>(Comparison.of(
                LinkedAddresses.now(wanted, host),
                FileRecords.lastApplied(host, container).map(applied -> LinkedAddresses.now(applied, host)),
                container.details().live()));
        differences.addAll(lostNetworks(container, host, wanted));
        imageDifference(instance, container, host).ifPresent(differences::add);
        if (demand.skipLimitReset()) {
            differences.removeIf(Comparison::takesLimitAway);
        }
        boolean forced = demand.forced().contains(instance.id());
        Optional<Cause> replacing =
                forced ? Optional.of(Cause.Plain.REQUESTED) : replacing(instance, container, host, differences);
        if (replacing.isPresent() && !forced && persistent(instance)) {
            return hold(instance, wanted, container, differences);
        }
        Kind kind = replacing.isPresent() ? Kind.REPLACE : differences.isEmpty() ? Kind.KEEP : Kind.UPDATE;
        Cause cause = replacing.orElseGet(() -> cause(differences));
        Decision decision = new Decision(instance, wanted, Optional.of(container), kind, cause, differences);
        return decision.makes()
                ? decision
                : decision.missing(Processes.missing(instance, container, demand.checkExec()));
    }

    private boolean persistent(Instance instance) {
        return instance.persistent() && !demand.updatePersistent();
    }

    private static Decision hold(
            Instance instance, Specification wanted, ObservedContainer container, List<Difference> differences) {
        List<Difference> inPlace =
                differences.stream().filter(each -> inPlace(instance, each)).toList();
        List<Difference> held =
                differences.stream().filter(each -> !inPlace(instance, each)).toList();
        Kind kind = inPlace.isEmpty() ? Kind.KEEP : Kind.UPDATE;
        return new Decision(instance, wanted, Optional.of(container), kind, cause(inPlace), inPlace).holding(held);
    }

    /** Why a new container is needed, if one is. */
    private Optional<Cause> replacing(
            Instance instance, ObservedContainer container, ObservedHost host, List<Difference> differences) {
        Optional<Cause> beyond = beyondStart(instance, container, host);
        if (beyond.isPresent()) {
            return beyond;
        }
        if (images.stale(instance)) {
            return Optional.of(Cause.Plain.SOURCE_CHANGED);
        }
        return differences.stream().allMatch(each -> inPlace(instance, each))
                ? Optional.empty()
                : Optional.of(cause(differences));
    }

    private static boolean inPlace(Instance instance, Difference difference) {
        boolean reloads = instance.settings().lifecycle().reload().isPresent();
        return Comparison.inPlace(difference) || (reloads && Specifications.ofFile(difference));
    }

    /** The networks that the container was in and that are gone, or are others of the same name. */
    private static List<Difference> lostNetworks(ObservedContainer container, ObservedHost host, Specification wanted) {
        List<Difference> lost = new ArrayList<>();
        container.details().live().below(Specifications.NETWORKS).fields().forEach((path, id) -> {
            if (path.last().equals("NetworkID") && id instanceof Value.Text text) {
                String network = path.segments().get(1);
                boolean ours = !wanted.below(Specifications.NETWORKS.child(network))
                        .fields()
                        .isEmpty();
                Optional<String> present =
                        Optional.ofNullable(host.networks().get(network)).map(details -> details.id());
                if (ours && !present.equals(Optional.of(text.text()))) {
                    Optional<Value> now = present.map(other -> Value.text(shortened(other)));
                    lost.add(new Difference(
                            path, Optional.of(Value.text(shortened(text.text()))), now, Difference.Origin.DRIFTED));
                }
            }
        });
        return lost;
    }

    /** The container's image is not the one that its name means now. */
    private Optional<Difference> imageDifference(Instance instance, ObservedContainer container, ObservedHost host) {
        ImageReference reference = topology.project().imageOf(instance);
        Optional<Value> named = container.details().live().get(Specifications.IMAGE);
        return host.image(reference.toString())
                .map(ImageDetails::id)
                .filter(id -> !id.equals(container.details().imageId()))
                .filter(id -> named.equals(Optional.of(Value.text(reference.toString()))))
                .map(id -> new Difference(
                        Specifications.IMAGE,
                        Optional.of(Value.text(shortened(container.details().imageId()))),
                        Optional.of(Value.text(shortened(id))),
                        Difference.Origin.CHANGED));
    }

    private static String shortened(String id) {
        return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
    }

    private static Cause cause(List<Difference> differences) {
        if (differences.stream().anyMatch(difference -> difference.field().equals(Specifications.IMAGE))) {
            return Cause.Plain.IMAGE_CHANGED;
        }
        if (!differences.isEmpty() && differences.stream().allMatch(Specifications::ofContent)) {
            return Cause.Plain.FILES_CHANGED;
        }
        boolean changed = differences.stream().anyMatch(each -> each.origin() != Difference.Origin.DRIFTED);
        boolean drifted = differences.stream().anyMatch(each -> each.origin() != Difference.Origin.CHANGED);
        if (changed && drifted) {
            return Cause.Plain.CHANGED_AND_DRIFTED;
        }
        return drifted ? Cause.Plain.DRIFTED : Cause.Plain.CHANGED;
    }
}
