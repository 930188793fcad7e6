package io.dockerops.engine.fake;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.VolumeDetails;
import java.util.List;

/** What the fake engine does with named volumes. */
final class FakeVolumes {

    private final FakeWorld world;

    FakeVolumes(FakeWorld world) {
        this.world = world;
    }

    List<VolumeDetails> list() {
        return List.copyOf(world.volumes.values());
    }

    void create(String name, Specification specification) {
        if (world.volumes.containsKey(name)) {
            throw FakeWorld.refused(FakeWorld.CONFLICT, "volume with name " + name + " already exists");
        }
        add(name, specification.canonical());
    }

    /** Makes the volumes that a new container names and that are not there. */
    void createFor(FakeContainer container) {
        for (String name : container.volumes()) {
            if (!world.volumes.containsKey(name)) {
                add(name, Specification.EMPTY);
            }
        }
    }

    private void add(String name, Specification specification) {
        Specification.Builder live = specification.toBuilder();
        if (specification.text("Driver").isEmpty()) {
            live.put("Driver", "local");
        }
        Specification full = live.build().withoutDefaults();
        world.volumes.put(name, new VolumeDetails(name, FakeWorld.labels(full), full));
    }

    void remove(String name) {
        if (!world.volumes.containsKey(name)) {
            throw FakeWorld.refused(FakeWorld.NOT_FOUND, "get " + name + ": no such volume");
        }
        List<String> users = world.containers.values().stream()
                .filter(container -> container.volumes().contains(name))
                .map(container -> container.id)
                .toList();
        if (!users.isEmpty()) {
            throw FakeWorld.refused(
                    FakeWorld.CONFLICT, "remove " + name + ": volume is in use - [" + String.join(", ", users) + "]");
        }
        world.volumes.remove(name);
    }
}
