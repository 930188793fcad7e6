package io.dockerops.cli.terminal;

import java.io.PrintStream;

/**
 * Where text goes: results to standard output, notes and problems to standard error. Each with its own style, since one of
 * them may be a terminal and the other a file.
 *
 * @param out standard output
 * @param err standard error
 * @param outStyle the style of standard output
 * @param errStyle the style of standard error
 * @param quiet whether {@link #say} and {@link #note} print nothing
 */
public record Output(PrintStream out, PrintStream err, Style outStyle, Style errStyle, boolean quiet) {

    /** The same, with all on standard error, so that standard output is left to something else. */
    public Output beside() {
        return new Output(err, err, errStyle, errStyle, quiet);
    }

    /** Prints a line that was asked for. */
    public void result(String line) {
        out.print(line);
        out.print('\n');
        out.flush();
    }

    /** Prints a line that was asked for, in the style of standard output. */
    public void result(Line line) {
        result(line.draw(outStyle));
    }

    /** Prints text that was asked for and ends its lines itself. */
    public void text(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints a line that tells how it goes, unless quiet. */
    public void say(Line line) {
        if (!quiet) {
            result(line);
        }
    }

    /** Prints a line beside the result, unless quiet. */
    public void note(Line line) {
        if (!quiet) {
            error(line);
        }
    }

    /** Prints a line about something that is wrong. */
    public void error(Line line) {
        err.print(line.draw(errStyle));
        err.print('\n');
        err.flush();
    }

    /** Prints text about something that is wrong, which ends its lines itself. */
    public void errorText(String text) {
        err.print(text);
        err.flush();
    }
}
