package io.dockerops.dsl.build;

import io.dockerops.engine.model.InstanceId;

/** An {@code instance} block. */
final class InstanceBlock extends LifecycleLayer {

    InstanceBlock(Reading reading, InstanceId id) {
        super(reading, "the instance block", id);
    }
}
