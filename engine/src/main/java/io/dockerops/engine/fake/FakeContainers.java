package io.dockerops.engine.fake;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerStatus.State;
import io.dockerops.engine.port.ContainerSummary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the fake engine does with containers that needs no process: making, listing, changing, removing them. */
final class FakeContainers {

    private static final int BAD_REQUEST = 400;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final FieldPath MOUNTS = FieldPath.of("HostConfig", "Mounts");
    private static final String OF_CONTAINER = "container:";

    private final FakeWorld world;
    private final FakeImages images;
    private final FakeVolumes volumes;
    private final FakeLife life;

    FakeContainers(FakeWorld world, FakeImages images, FakeVolumes volumes, FakeLife life) {
        this.world = world;
        this.images = images;
        this.volumes = volumes;
        this.life = life;
    }

    List<ContainerSummary> list(SortedMap<String, String> labels) {
        return world.containers.values().stream()
                .filter(container -> container.labels().entrySet().containsAll(labels.entrySet()))
                .map(FakeContainers::summary)
                .toList();
    }

    private static ContainerSummary summary(FakeContainer container) {
        List<String> ports =
                container.bindings.stream().map(FakeContainer.Binding::toString).toList();
        return new ContainerSummary(
                container.id,
                container.name,
                container.wanted.text("Image").orElse(""),
                container.image.id(),
                container.state,
                statusText(container),
                container.labels(),
                ports);
    }

    private static String statusText(FakeContainer container) {
        return switch (container.state) {
            case CREATED -> "Created";
            case RUNNING -> "Up" + (container.health == null ? "" : " (" + container.health + ")");
            case EXITED -> "Exited (" + container.exitCode + ")";
            default -> container.state.toString();
        };
    }

    Optional<ContainerDetails> inspect(String nameOrId) {
        return world.find(nameOrId)
                .map(container -> new ContainerDetails(
                        container.id,
                        container.name,
                        container.image.id(),
                        container.status(),
                        container.labels(),
                        live(container),
                        Collections.unmodifiableSortedMap(new TreeMap<>(container.addresses))));
    }

    /** What was asked for, over what the image and the engine give. */
    private Specification live(FakeContainer container) {
        Specification.Builder live = container.image.config().toBuilder();
        if (container.wanted.get(FieldPath.of("Entrypoint")).isPresent()) {
            live.remove(FieldPath.of("Cmd"));
        }
        container.image.labels().forEach((key, value) -> live.put(FieldPath.of("Labels", key), Value.text(value)));
        live.put("Hostname", container.id.substring(0, 12));
        live.put("HostConfig.ShmSize", 64L * 1024 * 1024);
        live.put("HostConfig.LogConfig.Type", "json-file");
        container.wanted.fields().forEach((path, value) -> {
            if (path.first().equals("Env") && value.equals(Value.flag(false))) {
                live.remove(path);
            } else {
                live.put(path, value);
            }
        });
        for (String network : container.networks()) {
            FieldPath at = FieldPath.of("Networks", network);
            if (container.wanted.get(at.child("Aliases")).isEmpty()) {
                live.put(at.child("Aliases"), Value.texts(List.of()));
            }
            Optional.ofNullable(world.networks.get(network))
                    .ifPresent(known -> live.put(at.child("NetworkID"), Value.text(known.id())));
        }
        return live.remove(Platform.FIELD).build().withoutDefaults();
    }

    String create(String name, Specification specification) {
        Specification wanted = specification.canonical();
        if (!NAME.matcher(name).matches()) {
            throw FakeWorld.refused(
                    BAD_REQUEST, "Invalid container name (" + name + "), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed");
        }
        FakeImage image = images.find(wanted);
        world.checkFree(name, "");
        checkMounts(wanted);
        FakeContainer container = new FakeContainer(world.newId(), name, image, wanted);
        joinDefault(container);
        world.containers.put(container.id, container);
        volumes.createFor(container);
        world.happened(container, "create", 0);
        return container.id;
    }

    private void checkMounts(Specification wanted) {
        wanted.below(MOUNTS).fields().forEach((path, value) -> {
            String source = FakeContainer.text(value);
            if (path.last().equals("Source") && world.machine.lacks(source)) {
                throw FakeWorld.refused(
                        BAD_REQUEST,
                        "invalid mount config for type \"bind\": bind source path does not exist: " + source);
            }
        });
        FakeContainer.texts(wanted.get(FieldPath.of("HostConfig", "VolumesFrom")))
                .forEach(from -> world.container(from.replaceFirst(":r[ow]$", "")));
    }

    /** A container that names no network is in the one of its mode, or in the default bridge. */
    private static void joinDefault(FakeContainer container) {
        String mode = container.wanted.text("HostConfig", "NetworkMode").orElse("default");
        if (container.networks().isEmpty() && !mode.startsWith(OF_CONTAINER)) {
            container.join(mode.equals("default") ? "bridge" : mode, Specification.EMPTY);
        }
    }

    void remove(String nameOrId, boolean kill) {
        FakeContainer container = world.container(nameOrId);
        if (container.running() || container.state == State.RESTARTING) {
            if (!kill) {
                throw FakeWorld.refused(
                        FakeWorld.CONFLICT,
                        "You cannot remove a running container " + container.id
                                + ". Stop the container before attempting removal or force remove");
            }
            life.end(container, FakeLife.KILLED, false);
        }
        world.containers.remove(container.id);
        world.happened(container, "destroy", 0);
    }

    void rename(String nameOrId, String name) {
        FakeContainer container = world.container(nameOrId);
        world.checkFree(name, "Error when allocating new name: ");
        container.name = name;
        world.happened(container, "rename", 0);
    }

    void update(String nameOrId, Specification changes) {
        FakeContainer container = world.container(nameOrId);
        Specification.Builder changed = container.wanted.toBuilder();
        for (Map.Entry<FieldPath, Value> field : changes.canonical().fields().entrySet()) {
            changed.put(field.getKey(), field.getValue());
        }
        container.wanted = changed.build();
        world.happened(container, "update", 0);
    }
}
