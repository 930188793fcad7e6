package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.model.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields behind the mounts of an instance. Volumes and writable host paths become binds, with which the engine makes
 * what is missing; a read-only host path becomes a mount, which the engine refuses when the path is missing, since
 * reading what is not there is always a mistake.
 */
final class MountFields {

    private final Topology topology;

    MountFields(Topology topology) {
        this.topology = topology;
    }

    void put(Instance instance, Specification.Builder to) {
        List<String> from = new ArrayList<>();
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume volume) {
                volume(instance, volume, to);
            } else if (mount instanceof Mount.OfHost host) {
                hostPath(topology.project().hostPath(host.source()), host.path(), host.readOnly(), to);
            } else if (mount instanceof Mount.Shared shared) {
                to.put(FieldPath.of("Volumes", shared.path()), Value.flag(true));
            } else if (mount instanceof Mount.From other) {
                topology.select(instance, other.source()).forEach(id -> from.add(volumesFrom(id, other.readOnly())));
            }
        }
        if (!from.isEmpty()) {
            to.put(FieldPath.of("HostConfig", "VolumesFrom"), Value.texts(from));
        }
    }

    private String volumesFrom(InstanceId id, boolean readOnly) {
        return topology.project().naming().container(id) + (readOnly ? ":ro" : "");
    }

    private void volume(Instance instance, Mount.OfVolume mount, Specification.Builder to) {
        Project project = topology.project();
        Volume volume = topology.volume(mount.volume());
        String path = mount.path().orElse(volume.path());
        if (volume.storage() instanceof Volume.HostPath host) {
            String source = host.pathFor(instance)
                    .orElseThrow(() -> new IllegalStateException(
                            "the project was not validated: no path of " + volume.id() + " for " + instance.id()));
            hostPath(project.hostPath(source), path, mount.readOnly(), to);
        } else {
            bind(project.naming().volume(volume.id()), path, mount.readOnly(), to);
        }
    }

    private static void hostPath(String source, String path, boolean readOnly, Specification.Builder to) {
        if (!readOnly) {
            bind(source, path, false, to);
            return;
        }
        FieldPath at = FieldPath.of("HostConfig", "Mounts", path);
        to.put(at.child("Type"), Value.text("bind"));
        to.put(at.child("Source"), Value.text(source));
        to.put(at.child("ReadOnly"), Value.flag(true));
    }

    private static void bind(String source, String path, boolean readOnly, Specification.Builder to) {
        to.put(FieldPath.of("HostConfig", "Binds", path), Value.text(source + (readOnly ? ":ro" : ":rw")));
    }
}
