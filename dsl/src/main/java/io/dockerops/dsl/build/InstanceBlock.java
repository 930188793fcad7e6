package io.dockerops.dsl.build;

import io.dockerops.engine.model.InstanceId;

/** An {@code instance} block. */
final class InstanceBlock extends TypeLayer {

    InstanceBlock(Reading reading, InstanceId id) {
        super(reading, "the instance block", id);
    }
}
