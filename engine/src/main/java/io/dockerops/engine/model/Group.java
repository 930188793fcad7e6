package io.dockerops.engine.model;

import java.util.List;

/**
 * A named set of services and instances.
 *
 * @param id its name
 * @param members what belongs to it
 */
public record Group(GroupId id, List<Selector> members) {
    public Group {
        members = List.copyOf(members);
    }
}
