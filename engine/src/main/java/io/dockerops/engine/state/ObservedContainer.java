package io.dockerops.engine.state;

import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerStatus;
import java.util.Optional;

/**
 * A container of the project.
 *
 * @param instance the instance that it was made for
 * @param details what the engine knows of it
 * @param lastApplied what was asked for when it was made; empty when its label cannot be read
 */
public record ObservedContainer(InstanceId instance, ContainerDetails details, Optional<Specification> lastApplied) {

    /** Its name. */
    public String name() {
        return details.name();
    }

    /** What it is doing. */
    public ContainerStatus status() {
        return details.status();
    }
}
