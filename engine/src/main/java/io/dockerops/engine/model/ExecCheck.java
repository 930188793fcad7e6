package io.dockerops.engine.model;

/** How background commands are looked for among the processes of a running container. */
public enum ExecCheck {
    /** The whole command line is the same, and so is the user where both can be compared. */
    FULL,
    /** The command line occurs in that of a process. */
    PARTIAL,
    /** They are not looked for. */
    NONE
}
