package io.dockerops.engine.plan;

import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
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
    private final boolean force;
    private final Map<InstanceId, Decision> made = new LinkedHashMap<>();

    Decisions(Topology topology, ObservedState state, Images images, boolean force) {
        this.topology = topology;
        this.state = state;
        this.specifications = new Specifications(topology);
        this.images = images;
        this.force = force;
    }

    /** Decides about {@code instance}; those that it depends on have been decided about. */
    Decision decide(Instance instance) {
        ObservedHost host = state.host(topology.host(instance.host()));
        String name = topology.project().naming().container(instance.id());
        Specification wanted = specifications.of(instance);
        Optional<ObservedContainer> current = Optional.ofNullable(
                        host.containers().get(name))
                .filter(container -> container.instance().equals(instance.id()));
        Decision decision = current.map(container -> compare(instance, wanted, container, host))
                .orElseGet(() ->
                        new Decision(instance, wanted, current, Decision.Kind.CREATE, Cause.Plain.MISSING, List.of()));
        made.put(instance.id(), decision);
        return decision;
    }

    private Decision compare(Instance instance, Specification wanted, ObservedContainer container, ObservedHost host) {
        List<Difference> differences = new ArrayList<>(Comparison.of(
                wanted, container.lastApplied(), container.details().live()));
        imageDifference(instance, container, host).ifPresent(differences::add);
        Optional<Cause> replacing = replacing(instance, differences);
        Decision.Kind kind = replacing.isPresent()
                ? Decision.Kind.REPLACE
                : differences.isEmpty() ? Decision.Kind.KEEP : Decision.Kind.UPDATE;
        Cause cause = replacing.orElseGet(() -> cause(differences));
        return new Decision(instance, wanted, Optional.of(container), kind, cause, differences);
    }

    /** Why a new container is needed, if one is. */
    private Optional<Cause> replacing(Instance instance, List<Difference> differences) {
        for (InstanceId dependency : topology.builtUpon(instance)) {
            Decision decision = made.get(dependency);
            if (decision != null && decision.makes()) {
                return Optional.of(new Cause.DependencyReplaced(dependency));
            }
        }
        if (images.stale(instance)) {
            return Optional.of(Cause.Plain.SOURCE_CHANGED);
        }
        if (differences.stream().allMatch(Comparison::inPlace)) {
            return force ? Optional.of(Cause.Plain.REQUESTED) : Optional.empty();
        }
        return Optional.of(cause(differences));
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
                        Optional.of(shortId(container.details().imageId())),
                        Optional.of(shortId(id)),
                        Difference.Origin.CHANGED));
    }

    private static Value shortId(String id) {
        return Value.text(id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id);
    }

    private static Cause cause(List<Difference> differences) {
        if (differences.stream().anyMatch(difference -> difference.field().equals(Specifications.IMAGE))) {
            return Cause.Plain.IMAGE_CHANGED;
        }
        boolean changed = differences.stream().anyMatch(each -> each.origin() != Difference.Origin.DRIFTED);
        boolean drifted = differences.stream().anyMatch(each -> each.origin() != Difference.Origin.CHANGED);
        if (changed && drifted) {
            return Cause.Plain.CHANGED_AND_DRIFTED;
        }
        return drifted ? Cause.Plain.DRIFTED : Cause.Plain.CHANGED;
    }
}
