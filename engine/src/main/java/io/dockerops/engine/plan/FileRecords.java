package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.port.VolumeDetails;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.SpecificationLabel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container read from its files when it was told last to read them again. Labels of a container cannot be changed,
 * so an empty volume carries this; that keeps the state where all other state is, in the engine. A record that tells of
 * another container of the same name counts for nothing.
 */
final class FileRecords {

    /** The kind of these volumes, as their label says it. */
    static final String KIND = "files";

    private FileRecords() {}

    /** What was last applied to {@code container}, with its files as it read them last. */
    static Optional<Specification> lastApplied(ObservedHost host, ObservedContainer container) {
        return container
                .lastApplied()
                .map(applied -> record(host, container.name())
                        .filter(record ->
                                container.details().id().equals(record.labels().get(Labels.CONTAINER)))
                        .flatMap(record -> Optional.ofNullable(record.labels().get(Labels.SPECIFICATION)))
                        .flatMap(SpecificationLabel::decode)
                        .map(files -> {
                            Specification.Builder both = applied.toBuilder();
                            files.fields().forEach(both::put);
                            return both.build();
                        })
                        .orElse(applied));
    }

    private static Optional<VolumeDetails> record(ObservedHost host, String container) {
        return Optional.ofNullable(host.volumes().get(name(container)));
    }

    private static String name(String container) {
        return container + "." + KIND;
    }

    /** Notes the files that {@code decision} wants. */
    static Action note(Decision decision, String project) {
        ObservedContainer container = decision.current().orElseThrow();
        InstanceId id = decision.instance().id();
        Specification.Builder to = Specification.builder().put("Driver", "local");
        label(to, Labels.PROJECT, project);
        label(to, Labels.KIND, KIND);
        Storage.ownerLabels(id).forEach((key, value) -> label(to, key, value));
        label(to, Labels.CONTAINER, container.details().id());
        label(
                to,
                Labels.SPECIFICATION,
                SpecificationLabel.encode(decision.wanted().below(Specifications.FILES)));
        return new Action.RecordFiles(decision.instance().host(), id, name(container.name()), to.build());
    }

    private static void label(Specification.Builder to, String key, String value) {
        to.put(FieldPath.of("Labels", key), Value.text(value));
    }

    /** Forgets what {@code container}, which goes, has read. */
    static void forget(
            ActionGraph.Builder graph, ObservedHost host, ObservedContainer container, Cause cause, List<Node> after) {
        record(host, container.name())
                .ifPresent(record -> graph.add(
                        new Action.ForgetFiles(host.host().id(), container.instance(), record.name()), cause, after));
    }

    /** Whether a volume is such a record. */
    static boolean is(Map<String, String> labels) {
        return KIND.equals(labels.get(Labels.KIND));
    }
}
