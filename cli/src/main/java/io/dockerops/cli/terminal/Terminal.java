package io.dockerops.cli.terminal;

/** The terminal behind standard input, output and error, as far as they are one. */
public interface Terminal {

    /** Whether standard input is a terminal. */
    boolean input();

    /** Whether standard output is a terminal. */
    boolean output();

    /** Whether standard error is a terminal. */
    boolean error();

    /** Its size now; {@link Size#USUAL} when it has none. Takes some milliseconds. */
    Size size();

    /** Calls {@code listener} whenever the size changes, until closed. */
    Registration onResize(Runnable listener);

    /**
     * Calls {@code listener} instead of ending the program when the user presses Ctrl-C, until closed.
     *
     * @param listener called from a thread of its own
     */
    Registration onInterrupt(Runnable listener);

    /** Gives every key to the program unchanged and unechoed, until closed. Does nothing when input is no terminal. */
    Registration raw();

    /**
     * A number of rows and columns.
     *
     * @param rows at least 1
     * @param columns at least 1
     */
    record Size(int rows, int columns) {

        /** What is assumed of an unknown terminal. */
        public static final Size USUAL = new Size(24, 80);
    }

    /** Something to be undone, without exceptions. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
