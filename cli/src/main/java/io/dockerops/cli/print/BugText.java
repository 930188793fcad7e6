package io.dockerops.cli.print;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What is told of a mistake that is DockerOps' own. */
public final class BugText {

    private BugText() {}

    /** What to do about it, and what a report needs. */
    public static List<String> hints() {
        return List.of(
                "this is a mistake of DockerOps: please report it with what you did and the lines below",
                "DockerOps " + Version.text() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name"));
    }

    /** The stack trace of {@code failure}, each line ended. */
    public static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
