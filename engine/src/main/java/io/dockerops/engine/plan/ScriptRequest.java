package io.dockerops.engine.plan;

import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Script;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A script that a user wants to be run.
 *
 * @param targets the instances in whose containers it runs, in the order of their declaration
 * @param script what runs
 * @param beside whether it runs beside the containers of the instances, in one of its own without their published ports,
 *     fixed addresses and names in networks; otherwise it takes their place
 */
public record ScriptRequest(Set<InstanceId> targets, Script script, boolean beside) {
    public ScriptRequest {
        targets = Collections.unmodifiableSet(new LinkedHashSet<>(targets));
    }
}
