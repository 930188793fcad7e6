package io.dockerops.engine.model;

/** The typed identity of something that a project declares. */
public sealed interface ElementId
        permits HostId, NetworkId, VolumeId, ImageId, ImageName, ServiceId, InstanceId, GroupId, ActionId {

    /** The kind in lower case, such as {@code network}. */
    String kind();

    /** The name without its kind, such as {@code web.one}. */
    String label();

    /** {@code kind:label}, such as {@code instance:web.one}; how plans and reports name the element. */
    default String qualified() {
        return kind() + ":" + label();
    }
}
