package io.dockerops.cli.logs;

/**
 * One line of one container's log.
 *
 * @param source the number of the container, from 0
 * @param time when it was written, in RFC 3339 form with nine digits after the point, so that the order of texts is the
 *     order of times; empty when it was not asked for
 * @param text what was written
 * @param error whether it was written to standard error
 */
public record LogLine(int source, String time, String text, boolean error) {

    /** Takes the time off a line that begins with one. */
    static LogLine timed(int source, String line, boolean error) {
        int space = line.indexOf(' ');
        return space < 0
                ? new LogLine(source, line, "", error)
                : new LogLine(source, line.substring(0, space), line.substring(space + 1), error);
    }
}
