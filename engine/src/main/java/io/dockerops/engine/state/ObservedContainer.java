package io.dockerops.engine.state;

import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ProcessLine;
import java.util.List;
import java.util.Optional;

/**
 * A container of the project.
 *
 * @param instance the instance that it was made for
 * @param details what the engine knows of it
 * @param lastApplied what was asked for when it was made; empty when its label cannot be read
 * @param processes its processes; empty when nothing depends on them, or when the engine cannot tell
 */
public record ObservedContainer(
        InstanceId instance,
        ContainerDetails details,
        Optional<Specification> lastApplied,
        Optional<List<ProcessLine>> processes) {

    public ObservedContainer {
        processes = processes.map(List::copyOf);
    }

    /** A container whose processes nobody has asked for. */
    public ObservedContainer(InstanceId instance, ContainerDetails details, Optional<Specification> lastApplied) {
        this(instance, details, lastApplied, Optional.empty());
    }

    /** Its name. */
    public String name() {
        return details.name();
    }

    /** What it is doing. */
    public ContainerStatus status() {
        return details.status();
    }
}
