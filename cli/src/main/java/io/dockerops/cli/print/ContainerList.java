package io.dockerops.cli.print;

import io.dockerops.cli.print.Table.Cell;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ContainerStatus.Health;
import io.dockerops.engine.port.ContainerStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The containers of a project as a table or as a JSON tree. */
public final class ContainerList {

    private final List<Row> rows = new ArrayList<>();

    /**
     * One instance.
     *
     * @param service its service
     * @param instance its name; empty for the only one
     * @param host where it runs
     * @param declared whether the project declares it
     * @param asked whether it is there because the command line asked for it
     * @param status what its container is doing; empty when there is none
     * @param ports its published ports as the engine lists them
     * @param addresses its address per network
     * @param container the name that its container has or would have
     */
    public record Row(
            String service,
            String instance,
            String host,
            boolean declared,
            boolean asked,
            Optional<ContainerStatus> status,
            List<String> ports,
            SortedMap<String, String> addresses,
            String container) {}

    /** A list without rows. */
    public ContainerList() {}

    /** Adds a row. */
    public void add(Row row) {
        rows.add(row);
    }

    /** The lines of the table. */
    public List<Line> lines() {
        Table table = new Table("SERVICE", "INSTANCE", "HOST", "STATE", "HEALTH", "PORTS", "ADDRESSES", "CONTAINER");
        for (Row row : rows) {
            table.row(List.of(
                    Cell.of(row.service),
                    Cell.of(row.instance),
                    Cell.of(row.host),
                    state(row),
                    health(row),
                    Cell.of(String.join(", ", withoutTwins(row.ports))),
                    Cell.of(String.join(", ", row.addresses.values())),
                    Cell.of(row.status.isPresent() ? row.container : "")));
        }
        return table.lines();
    }

    private static Cell state(Row row) {
        if (row.status.isEmpty()) {
            return new Cell(Tone.DIM, "not made");
        }
        ContainerStatus status = row.status.get();
        String text = status.state().toString();
        if (status.state() == State.EXITED) {
            text += " (" + status.exitCode() + ")";
        }
        if (!row.declared) {
            text += row.asked ? ", from the command line" : ", not declared";
        }
        boolean well = status.state() == State.RUNNING;
        boolean ended = status.state() == State.CREATED || (status.state() == State.EXITED && status.exitCode() == 0);
        return new Cell(well ? Tone.GREEN : ended ? Tone.PLAIN : Tone.RED, text);
    }

    private static Cell health(Row row) {
        Optional<Health> health = row.status.flatMap(ContainerStatus::health);
        if (health.isEmpty()) {
            return Cell.of("");
        }
        Tone tone = switch (health.get()) {
            case HEALTHY -> Tone.GREEN;
            case STARTING -> Tone.YELLOW;
            case UNHEALTHY -> Tone.RED;
        };
        return new Cell(tone, health.get().toString());
    }

    /** Engines list a port that listens on all addresses twice, for IPv4 and IPv6. */
    private static List<String> withoutTwins(List<String> ports) {
        List<String> kept = new ArrayList<>();
        for (String port : ports) {
            boolean twin = port.startsWith(":::") || port.startsWith("[::]:");
            if (!twin) {
                kept.add(port.startsWith("0.0.0.0:") ? port.substring("0.0.0.0:".length()) : port);
            }
        }
        return kept;
    }

    /** The list as a tree: one object per row. */
    public List<Map<String, Object>> tree() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("service", row.service);
            tree.put("instance", row.instance);
            tree.put("host", row.host);
            tree.put("declared", row.declared);
            tree.put("container", row.container);
            tree.put(
                    "state", row.status.map(status -> status.state().toString()).orElse("missing"));
            row.status.ifPresent(status -> {
                tree.put("exitCode", status.exitCode());
                status.health().ifPresent(health -> tree.put("health", health.toString()));
                status.startedAt().ifPresent(time -> tree.put("startedAt", time));
            });
            tree.put("ports", row.ports);
            tree.put("addresses", row.addresses);
            trees.add(tree);
        }
        return trees;
    }
}
