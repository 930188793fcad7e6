package io.dockerops.cli.session;

/** What the program ends with. */
public final class ExitCode {

    /** Everything is as it was asked for. */
    public static final int FINE = 0;

    /** Something in the world did not do what was asked of it. */
    public static final int FAILED = 1;

    /** The script or the arguments are wrong; nothing was done. */
    public static final int WRONG_INPUT = 2;

    /** A host cannot be reached. */
    public static final int UNREACHABLE = 3;

    /** A bug of DockerOps. */
    public static final int BUG = 4;

    /** {@code plan --detailed-exitcode}: there is something to do. */
    public static final int CHANGES = 5;

    /** The user pressed Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
