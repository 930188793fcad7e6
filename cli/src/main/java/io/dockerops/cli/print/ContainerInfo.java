package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Width;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one instance and its container, without the values of its variables, which may be secret.
 *
 * @param instance the instance
 * @param host the name of its host
 * @param place where it is declared; empty when it is not
 * @param container as the engine lists it; empty when there is none
 * @param details all that the engine knows of it; empty when there is none
 * @param health what the last check of its health gave; empty without a check, or when none has ended
 * @param endpoints where its ports are reached
 */
public record ContainerInfo(
        String instance,
        String host,
        Optional<SourceRef> place,
        Optional<ContainerSummary> container,
        Optional<ContainerDetails> details,
        Optional<ExecResult> health,
        List<String> endpoints) {

    private static final int SHORT_ID = 12;
    private static final int INDENT = 12;

    public ContainerInfo {
        endpoints = List.copyOf(endpoints);
    }

    /** The state in words: {@code running, healthy}, {@code exited (1)}, {@code not made}. */
    private String state() {
        if (details.isEmpty()) {
            return "not made";
        }
        ContainerStatus status = details.get().status();
        String code = status.state() == ContainerStatus.State.EXITED ? " (" + status.exitCode() + ")" : "";
        return status.state()
                + code
                + status.health().map(health -> ", " + health).orElse("");
    }

    /** The lines: the instance with its state, and one line for each thing that is known. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean well = details.isPresent() && details.get().status().running();
        lines.add(Line.of(Tone.BOLD, instance).add("  ").add(well ? Tone.GREEN : Tone.PLAIN, state()));
        Map<String, Object> more = tree();
        more.keySet().removeAll(List.of("instance", "state"));
        more.forEach((name, value) -> {
            String title = name;
            for (String text : values(value)) {
                lines.add(new Line()
                        .add(Tone.DIM, "  " + Width.pad(title, INDENT))
                        .add(text));
                title = "";
            }
        });
        return lines;
    }

    private static List<String> values(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                    .toList();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : String.valueOf(value).lines().toList();
    }

    /** The same as a tree. What does not hold for the container is left out. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("instance", instance);
        tree.put("state", state());
        tree.put("host", host);
        place.ifPresent(where -> tree.put("declared", where.brief()));
        container.ifPresent(found -> {
            tree.put("container", found.name());
            tree.put("id", found.id().substring(0, Math.min(SHORT_ID, found.id().length())));
            tree.put("image", found.image());
            if (!found.publishedPorts().isEmpty()) {
                tree.put("ports", found.publishedPorts());
            }
        });
        if (!endpoints.isEmpty()) {
            tree.put("endpoints", endpoints);
        }
        details.ifPresent(found -> putDetails(tree, found));
        health.map(ExecResult::output)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> tree.put("health", text.strip()));
        return tree;
    }

    private static void putDetails(Map<String, Object> tree, ContainerDetails details) {
        if (!details.addresses().isEmpty()) {
            tree.put("addresses", details.addresses());
        }
        Map<String, Object> mounts = new LinkedHashMap<>();
        for (FieldPath below : List.of(FieldPath.of("HostConfig", "Binds"), FieldPath.of("HostConfig", "Mounts"))) {
            details.live().below(below).fields().forEach((path, value) -> {
                if (value instanceof Value.Text text
                        && path.segments().size() == below.segments().size() + 1) {
                    mounts.put(path.last(), text.text().replaceFirst(":rw$", ""));
                }
            });
        }
        if (!mounts.isEmpty()) {
            tree.put("mounts", mounts);
        }
        Optional.ofNullable(details.labels().get(Labels.RUN)).ifPresent(run -> tree.put("run", run));
        details.status().startedAt().ifPresent(time -> tree.put("started", time));
    }
}
