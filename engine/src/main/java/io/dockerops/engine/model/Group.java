package io.dockerops.engine.model;

import java.util.List;

/**
 * A named set of services and instances.
 *
 * @param id its name
 * @param members the services and instances that belong to it
 * @param groups the groups all of whose members belong to it
 */
public record Group(GroupId id, List<Selector> members, List<GroupId> groups) {
    public Group {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
    }

    /** A group without other groups in it. */
    public Group(GroupId id, List<Selector> members) {
        this(id, members, List.of());
    }
}
