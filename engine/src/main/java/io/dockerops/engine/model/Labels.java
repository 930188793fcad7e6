package io.dockerops.engine.model;

/** The labels by which DockerOps knows what it made. */
public final class Labels {

    /** What all labels of DockerOps begin with. */
    public static final String PREFIX = "io.dockerops.";

    /** The project's name; on containers, networks, volumes and images. */
    public static final String PROJECT = PREFIX + "project";

    /** The service's name; on containers. */
    public static final String SERVICE = PREFIX + "service";

    /** The instance's name; on containers of named instances. */
    public static final String INSTANCE = PREFIX + "instance";

    /** The name in the project; on networks and volumes that are not called {@code project.name}. */
    public static final String NAME = PREFIX + "name";

    /** The kind of element: {@code instance}, {@code network}, {@code volume}, {@code image}, {@code preparation}, {@code files}. */
    public static final String KIND = PREFIX + "kind";

    /** The specification last applied, as JSON with a version, without the values of secrets. */
    public static final String SPECIFICATION = PREFIX + "specification";

    /** The engine's id of the container that it tells of; on the records of files that a container has read. */
    public static final String CONTAINER = PREFIX + "container";

    /** The run that made it; put on containers when the engine is called, so not part of plans. */
    public static final String RUN = PREFIX + "run";

    /** The project's folder on the machine that made it; put on containers when the engine is called, so not part of plans. */
    public static final String FOLDER = PREFIX + "folder";

    /** What the command line asked for; on containers of instances that no file lists. */
    public static final String ASKED = PREFIX + "asked";

    /** What an image was made from; on images that a project builds. */
    public static final String FINGERPRINT = PREFIX + "fingerprint";

    private Labels() {}
}
