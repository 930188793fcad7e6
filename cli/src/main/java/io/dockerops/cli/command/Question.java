package io.dockerops.cli.command;

import io.dockerops.cli.session.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks the user who sits at the terminal. */
final class Question {

    private final Surroundings surroundings;

    Question(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether the answer to {@code text} is yes; anything else, and no answer at all, is no. */
    boolean yes(String text) {
        surroundings.err().print(text + " [y/N] ");
        surroundings.err().flush();
        String answer = line().strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** The answer to {@code text}, without spaces around it; empty when there is none. */
    String text(String text) {
        surroundings.err().print(text + " ");
        surroundings.err().flush();
        return line().strip();
    }

    /** One line, read byte by byte: what follows may be meant for somebody else. */
    private String line() {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        try {
            int next = surroundings.in().read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = surroundings.in().read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
