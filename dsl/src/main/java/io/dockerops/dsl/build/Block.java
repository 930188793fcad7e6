package io.dockerops.dsl.build;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of one block are spoken to. They work while the block is read, and only in it. */
abstract class Block {

    final Reading reading;
    private final String title;
    private final Map<String, SourceRef> said = new LinkedHashMap<>();
    private boolean ended;

    /** @param title what the block is called in messages, such as {@code the service block} */
    Block(Reading reading, String title) {
        this.reading = reading;
        this.title = title;
    }

    final String title() {
        return title;
    }

    final void end() {
        ended = true;
    }

    /** Reads the word {@code name}, unless it is used outside of its block. */
    final void word(String name, Runnable action) {
        reading.word(() -> {
            if (ended) {
                reading.problem(
                        "`" + name + "` is used after " + title + " that it belongs to has ended",
                        "write it between the braces of that block");
            } else if (reading.innermost() != this) {
                reading.problem(
                        "`" + name + "` belongs in " + title + ", and this is "
                                + reading.innermost().title(),
                        "write it outside of the inner braces");
            } else {
                action.run();
            }
        });
    }

    /** Reads the word {@code name} with an argument, which may be null where a script has computed it. */
    final void word(String name, @Nullable Object argument, Runnable action) {
        word(name, () -> {
            if (argument == null
                    || (argument instanceof Object[] several
                            && Arrays.asList(several).contains(null))) {
                throw new Mistake("`" + name + "` gets nothing (null)", "give it a value, or leave the word out");
            }
            action.run();
        });
    }

    /** Reads a word that has one value, and therefore stands in its block once. */
    final void once(String name, @Nullable Object argument, Runnable action) {
        word(name, argument, () -> {
            single(name, name);
            action.run();
        });
    }

    /** Reports a second word for the same {@code thing}. */
    final void single(String thing, String name) {
        SourceRef first = said.putIfAbsent(thing, reading.here());
        if (first != null) {
            reading.problem(
                    "`" + name + "` sets what is set already",
                    "the first one is in " + first.brief() + ": take one of them out");
        }
    }
}
