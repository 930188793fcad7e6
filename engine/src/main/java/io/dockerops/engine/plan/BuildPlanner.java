package io.dockerops.engine.plan;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.state.ObservedState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans that images are made, on each host that needs them, and before them those that they are built upon. */
final class BuildPlanner {

    private final Topology topology;
    private final ObservedState state;
    private final ImagesRequest request;
    private final Map<ImageId, Image> made;

    BuildPlanner(Project project, ObservedState state, ImagesRequest request) {
        this.topology = new Topology(project);
        this.state = state;
        this.request = request;
        this.made = project.madeImages();
    }

    Plan plan() {
        Images.check(state);
        Set<ImageId> named = new LinkedHashSet<>(request.images().orElse(made.keySet()));
        Set<ImageId> forced = request.anew() ? upon(named) : Set.of();
        ActionGraph.Builder graph = new ActionGraph.Builder();
        Images images = new Images(topology, state, graph, forced, request);
        Set<ImageId> wanted = new LinkedHashSet<>(named);
        wanted.addAll(forced);
        for (ImageId id : wanted) {
            for (Host host : hosts(id)) {
                images.make(host, id);
            }
        }
        Project project = topology.project();
        return new Plan(project.name(), project.hosts(), graph.build(), List.of());
    }

    /** {@code bases} and all that is built upon them, so that nothing is left that was built upon the old ones. */
    private Set<ImageId> upon(Set<ImageId> bases) {
        Set<ImageId> found = new LinkedHashSet<>(bases);
        boolean more = true;
        while (more) {
            more = false;
            for (ImageId id : made.keySet()) {
                boolean above = state.made().bases(id).stream().anyMatch(found::contains);
                more |= above && found.add(id);
            }
        }
        return found;
    }

    /** The hosts whose containers run the image or one built upon it; this machine when there are none. */
    private Iterable<Host> hosts(ImageId image) {
        Set<ImageId> users = upon(Set.of(image));
        Map<HostId, Host> hosts = new LinkedHashMap<>();
        for (Instance instance : topology.instances()) {
            if (users.contains(new ImageId(topology.project().imageOf(instance)))) {
                hosts.put(instance.host(), topology.host(instance.host()));
            }
        }
        if (hosts.isEmpty()) {
            hosts.put(HostId.LOCAL, topology.host(HostId.LOCAL));
        }
        return hosts.values();
    }
}
