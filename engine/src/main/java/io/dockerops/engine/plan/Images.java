package io.dockerops.engine.plan;

import io.dockerops.engine.graph.Graph;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans that hosts have the images of their instances: each image once per host. */
final class Images {

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Set<ImageId> forced;
    private final ImagesRequest request;
    private final Map<ImageId, Image> made;
    private final Map<String, List<Node>> planned = new LinkedHashMap<>();

    Images(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        this(topology, state, graph, Set.of(), new ImagesRequest(Optional.empty(), true, false));
    }

    /**
     * @param forced images that are made although nothing has changed
     * @param request how they are made
     */
    Images(
            Topology topology,
            ObservedState state,
            ActionGraph.Builder graph,
            Set<ImageId> forced,
            ImagesRequest request) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.forced = forced;
        this.request = request;
        this.made = topology.project().madeImages();
    }

    /** @throws ProblemException when Dockerfiles are wrong, or images are built upon each other in a circle */
    static void check(ObservedState state) {
        List<Problem> problems = new ArrayList<>(state.made().mistakes());
        Graph<ImageId> graph = new Graph<>();
        state.made().fingerprints().keySet().forEach(id -> {
            graph.node(id);
            state.made().bases(id).forEach(base -> graph.edge(id, base));
        });
        graph.cycle().map(cycle -> circle(state, cycle)).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static Problem circle(ObservedState state, List<ImageId> cycle) {
        List<String> hints = new ArrayList<>();
        Optional<SourceRef> first = Optional.empty();
        for (int i = 0; i < cycle.size(); i++) {
            ImageId base = cycle.get((i + 1) % cycle.size());
            for (BuildOutline.Base named : Objects.requireNonNull(
                            state.made().outlines().get(cycle.get(i)))
                    .bases()) {
                if (named.image().equals(base.reference())) {
                    first = first.or(() -> Optional.of(named.place()));
                    hints.add("`" + cycle.get(i) + "` is built upon `" + base + "` in " + named.place());
                }
            }
        }
        String drawn = cycle.stream().map(ImageId::label).collect(Collectors.joining(" → ")) + " → " + cycle.get(0);
        String summary = cycle.size() == 1
                ? "the image `" + cycle.get(0) + "` is built upon itself"
                : "images are built upon each other in a circle: " + drawn;
        return new Problem(Severity.ERROR, first, summary, hints);
    }

    /** Plans that {@code host} has the image {@code id} of the project, as it is to be now. */
    void make(Host host, ImageId id) {
        before(host, Objects.requireNonNull(made.get(id)), id, platform(id));
    }

    /** What the instances run on that have the image {@code id}. */
    private Optional<Platform> platform(ImageId id) {
        return topology.project().instances().stream()
                .filter(instance -> topology.project().imageOf(instance).equals(id.reference()))
                .flatMap(instance -> platform(instance).stream())
                .findFirst();
    }

    /** Whether the image of {@code instance} has to be made anew although its host has one. */
    boolean stale(Instance instance) {
        Host host = topology.host(instance.host());
        ImageId id = new ImageId(topology.project().imageOf(instance));
        return !(topology.project().sourceOf(instance) instanceof Image.Named)
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
        return before(
                topology.host(instance.host()),
                project.sourceOf(instance),
                new ImageId(project.imageOf(instance)),
                platform(instance));
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
        Image image = topology.project().sourceOf(instance);
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
            planned.put(key, known);
            Cause cause = cause(host, image, id, platform).orElse(null);
            if (cause != null) {
                known.add(graph.add(making(host, image, id, platform), cause, bases(host, id, platform)));
            }
        }
        return known;
    }

    /** What has to be done before {@code id} can be built: the images of the project, and those that are pulled anew. */
    private List<Node> bases(Host host, ImageId id, Optional<Platform> platform) {
        List<Node> before = new ArrayList<>();
        BuildOutline outline = state.made().outlines().getOrDefault(id, BuildOutline.EMPTY);
        for (BuildOutline.Base base : outline.bases()) {
            ImageId below = new ImageId(base.image());
            Image own = made.get(below);
            if (own != null) {
                before.addAll(before(host, own, below, platform));
            } else if (request.pull()) {
                before.addAll(planned.computeIfAbsent(
                        host.id() + "/" + below,
                        key -> List.of(graph.add(
                                new Action.PullImage(host.id(), below, platform),
                                Cause.Plain.PULL_REQUESTED,
                                List.of()))));
            }
        }
        return before;
    }

    private Optional<Cause> cause(Host host, Image image, ImageId id, Optional<Platform> platform) {
        Optional<ImageDetails> present = state.host(host).image(id.label()).filter(found -> fits(found, platform));
        if (present.isEmpty()) {
            return Optional.of(Cause.Plain.MISSING);
        }
        if (forced.contains(id)) {
            return Optional.of(Cause.Plain.REQUESTED);
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
        String fingerprint = state.made().fingerprints().get(id);
        return fingerprint == null || fingerprint.equals(present.labels().get(Labels.FINGERPRINT));
    }

    private Action making(Host host, Image image, ImageId id, Optional<Platform> platform) {
        if (image instanceof Image.Build build) {
            return new Action.BuildImage(host.id(), id, build, labels(id), request.cached(), platform);
        } else if (image instanceof Image.Rootfs rootfs) {
            return new Action.ImportImage(host.id(), id, rootfs, labels(id));
        }
        return new Action.PullImage(host.id(), id, platform);
    }

    private SortedMap<String, String> labels(ImageId id) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(Labels.PROJECT, topology.project().name());
        labels.put(Labels.KIND, id.kind());
        Optional.ofNullable(state.made().fingerprints().get(id))
                .ifPresent(text -> labels.put(Labels.FINGERPRINT, text));
        return labels;
    }
}
