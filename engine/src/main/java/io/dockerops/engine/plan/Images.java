package io.dockerops.engine.plan;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans that hosts have the images of their instances: each image once per host. */
final class Images {

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Map<String, List<Node>> planned = new LinkedHashMap<>();

    Images(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
    }

    /** Whether the image of {@code instance} has to be made anew although its host has one. */
    boolean stale(Instance instance) {
        Host host = topology.host(instance.host());
        ImageId id = new ImageId(topology.project().imageOf(instance));
        return instance.settings()
                        .image()
                        .filter(image -> !(image instanceof Image.Named))
                        .isPresent()
                && state.host(host)
                        .image(id.label())
                        .filter(image -> !fresh(id, image))
                        .isPresent();
    }

    private static Optional<Platform> platform(Instance instance) {
        return Platform.of(instance.settings());
    }

    /** What has to be done before a container of {@code instance} can be made. */
    List<Node> before(Instance instance) {
        Project project = topology.project();
        Image image = instance.settings()
                .image()
                .orElseGet(() -> new Image.Named(instance.id().service().name()));
        return before(
                topology.host(instance.host()), image, new ImageId(project.imageOf(instance)), platform(instance));
    }

    /** What has to be done before a helper container can run on {@code host}. */
    List<Node> beforeHelper(Host host) {
        return before(host, topology.project().helper(), helperId(), Optional.empty());
    }

    ImageId helperId() {
        return new ImageId(topology.project().referenceOf(topology.project().helper(), "helper"));
    }

    /**
     * Pulls the image of {@code instance}; does nothing for images that are made here.
     *
     * @param present whether also when its host has it
     */
    void pull(Instance instance, boolean present) {
        Image image = instance.settings()
                .image()
                .orElseGet(() -> new Image.Named(instance.id().service().name()));
        ImageId id = new ImageId(topology.project().imageOf(instance));
        boolean there = state.host(topology.host(instance.host()))
                .image(id.label())
                .filter(found -> fits(found, platform(instance)))
                .isPresent();
        if (image instanceof Image.Named && (present || !there)) {
            planned.computeIfAbsent(
                    instance.host() + "/" + id,
                    key -> List.of(graph.add(
                            new Action.PullImage(instance.host(), id, platform(instance)),
                            Cause.Plain.PULL_REQUESTED,
                            List.of())));
        }
    }

    private List<Node> before(Host host, Image image, ImageId id, Optional<Platform> platform) {
        String key = host.id() + "/" + id;
        List<Node> known = planned.get(key);
        if (known == null) {
            known = new ArrayList<>();
            cause(host, image, id, platform)
                    .map(cause -> graph.add(making(host, image, id, platform), cause, List.of()))
                    .ifPresent(known::add);
            planned.put(key, known);
        }
        return known;
    }

    private Optional<Cause> cause(Host host, Image image, ImageId id, Optional<Platform> platform) {
        Optional<ImageDetails> present = state.host(host).image(id.label()).filter(found -> fits(found, platform));
        if (present.isEmpty()) {
            return Optional.of(Cause.Plain.MISSING);
        }
        boolean stale = !(image instanceof Image.Named) && !fresh(id, present.get());
        return stale ? Optional.of(Cause.Plain.SOURCE_CHANGED) : Optional.empty();
    }

    /** An image for another platform is as good as none. */
    private static boolean fits(ImageDetails present, Optional<Platform> wanted) {
        return wanted.isEmpty()
                || present.platform().isEmpty()
                || wanted.get().takes(present.platform().get());
    }

    private boolean fresh(ImageId id, ImageDetails present) {
        String fingerprint = state.fingerprints().get(id);
        return fingerprint == null || fingerprint.equals(present.labels().get(Labels.FINGERPRINT));
    }

    private Action making(Host host, Image image, ImageId id, Optional<Platform> platform) {
        if (image instanceof Image.Build build) {
            return new Action.BuildImage(host.id(), id, build, labels(id), platform);
        } else if (image instanceof Image.Rootfs rootfs) {
            return new Action.ImportImage(host.id(), id, rootfs, labels(id));
        }
        return new Action.PullImage(host.id(), id, platform);
    }

    private SortedMap<String, String> labels(ImageId id) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(Labels.PROJECT, topology.project().name());
        labels.put(Labels.KIND, id.kind());
        Optional.ofNullable(state.fingerprints().get(id)).ifPresent(text -> labels.put(Labels.FINGERPRINT, text));
        return labels;
    }
}
