package io.dockerops.cli.print;

import io.dockerops.cli.print.Diagram.Kind;
import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Draws projects and plans. */
public final class Diagrams {

    private Diagrams() {}

    /** Services with what they need of each other, their volumes and the networks that they name. */
    public static Diagram of(Project project) {
        Diagram diagram = new Diagram(project.name());
        for (Service service : project.services()) {
            diagram.node(service.id().qualified(), Kind.SERVICE, lines(project, service));
        }
        for (Volume volume : project.volumes()) {
            Kind kind = volume.storage() instanceof Volume.HostPath ? Kind.HOST_PATH : Kind.VOLUME;
            diagram.node(volume.id().qualified(), kind, List.of(volume.id().label()));
        }
        project.networks()
                .forEach(network -> diagram.node(
                        network.id().qualified(),
                        Kind.NETWORK,
                        List.of(network.id().label())));
        for (Instance instance : project.instances()) {
            connect(diagram, instance.id().service().qualified(), instance.settings());
        }
        return diagram;
    }

    private static List<String> lines(Project project, Service service) {
        List<String> lines = new ArrayList<>();
        lines.add(service.id().name());
        Set<String> images = new LinkedHashSet<>();
        Set<String> ports = new LinkedHashSet<>();
        for (Instance instance : service.instances()) {
            images.add(image(project, instance));
            instance.settings().networking().published().forEach(port -> ports.add(port(port)));
        }
        lines.addAll(images);
        if (!service.overrides().isEmpty()) {
            lines.add("instances: " + String.join(", ", service.overrides().keySet()));
        }
        if (!ports.isEmpty()) {
            lines.add("ports: " + String.join(", ", ports));
        }
        return lines;
    }

    private static String image(Project project, Instance instance) {
        Image image = instance.settings().image().orElse(null);
        if (image instanceof Image.Build build) {
            return "built from " + build.context().getFileName();
        }
        return image instanceof Image.Rootfs rootfs
                ? "root file system " + rootfs.name()
                : project.imageOf(instance).toString();
    }

    private static String port(Port.Published port) {
        return port.hostPort().map(number -> number + ":").orElse("") + port.container();
    }

    private static void connect(Diagram diagram, String service, Settings settings) {
        for (Link link : settings.links()) {
            diagram.edge(
                    service, link.target().service().qualified(), link.alias().orElse("link"), true);
        }
        for (Mount mount : settings.mounts()) {
            if (mount instanceof Mount.OfVolume volume) {
                String label = volume.role().name().toLowerCase(java.util.Locale.ROOT)
                        + (volume.readOnly() ? ", read-only" : "");
                diagram.edge(service, volume.volume().qualified(), label, false);
            } else if (mount instanceof Mount.From from) {
                diagram.edge(service, from.source().service().qualified(), "volumes", true);
            }
        }
        for (Endpoint endpoint : settings.networking().endpoints()) {
            diagram.edge(service, endpoint.network().qualified(), "", false);
        }
        if (settings.networking().mode().orElse(null) instanceof NetworkMode.OfInstance shared) {
            diagram.edge(service, shared.target().service().qualified(), "network", true);
        }
    }

    /** Actions, each with lines to those that it waits for. */
    public static Diagram of(Plan plan) {
        Diagram diagram = new Diagram(plan.project());
        for (PlannedAction planned : plan.graph().actions()) {
            Action action = planned.action();
            String head = "#" + planned.number() + " " + action.verb()
                    + (action.detail().isEmpty() ? "" : " " + action.detail());
            diagram.node(
                    id(planned.number()),
                    Kind.ACTION,
                    List.of(
                            head,
                            action.host() + " " + action.subject().qualified(),
                            planned.cause().toString()));
            String label = label(planned.trigger());
            planned.after().forEach(before -> diagram.edge(id(planned.number()), id(before), label, true));
        }
        return diagram;
    }

    private static String id(int number) {
        return "#" + number;
    }

    private static String label(PlannedAction.Trigger trigger) {
        return switch (trigger) {
            case ALL_DONE -> "";
            case ANY_FAILED -> "if it fails";
            case ALL_TRIED, ALL_ENDED -> "in any case";
        };
    }
}
