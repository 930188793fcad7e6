package io.dockerops.engine.plan;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.VolumeDetails;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which networks and volumes of an engine are which of a project: by the plain scheme of names, else by a label. */
final class Identities {

    private Identities() {}

    /** What is put on a network or volume called {@code name}, so that it is known again. */
    static Map<String, String> labels(Project project, ElementId id, String name) {
        return name.equals(project.name() + "." + id.label()) ? Map.of() : Map.of(Labels.NAME, id.label());
    }

    /** The project's network that {@code network} is; empty when it is none that a project names. */
    static Optional<NetworkId> of(Project project, NetworkDetails network) {
        return id(project, network.name(), network.labels(), NetworkId::new);
    }

    /** The project's volume that {@code volume} is; empty when it is none that a project names. */
    static Optional<VolumeId> of(Project project, VolumeDetails volume) {
        return id(project, volume.name(), volume.labels(), VolumeId::parse);
    }

    private static <I extends ElementId> Optional<I> id(
            Project project, String name, Map<String, String> labels, Function<String, I> make) {
        String prefix = project.name() + ".";
        String label = labels.getOrDefault(Labels.NAME, name.startsWith(prefix) ? name.substring(prefix.length()) : "");
        if (!project.name().equals(labels.get(Labels.PROJECT)) || label.isEmpty() || FileRecords.is(labels)) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(label));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
