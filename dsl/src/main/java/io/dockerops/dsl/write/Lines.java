package io.dockerops.dsl.write;

import java.util.ArrayList;
import java.util.List;

/** The lines of a script while it is written. */
final class Lines {

    private static final int LONGEST = 110;

    private final List<String> lines = new ArrayList<>();
    private int depth;

    void add(String line) {
        lines.add("    ".repeat(depth) + line);
    }

    /** An empty line, unless there is one already or nothing stands above. */
    void gap() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    /** A word whose arguments stand in one line, or each in its own when they are too long. */
    void word(String name, List<String> arguments) {
        String line = name + " " + String.join(", ", arguments);
        if (line.length() + 4 * depth <= LONGEST || arguments.size() == 1) {
            add(line);
            return;
        }
        String indent = " ".repeat(name.length() + 1);
        for (int i = 0; i < arguments.size(); i++) {
            add((i == 0 ? name + " " : indent) + arguments.get(i) + (i < arguments.size() - 1 ? "," : ""));
        }
    }

    /** A block, written by {@code inside}. */
    void block(String head, Runnable inside) {
        add(head + " {");
        depth++;
        inside.run();
        depth--;
        add("}");
    }

    String text() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
