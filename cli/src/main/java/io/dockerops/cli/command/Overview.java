package io.dockerops.cli.command;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style;
import io.dockerops.cli.terminal.Style.Tone;
import java.util.ArrayList;
import java.util.List;

/** The help of the program as a whole. */
final class Overview {

    private static final int COLUMN = 14;

    private Overview() {}

    static String text(Style style) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Tone.BOLD, "Usage: ").add("dockerops COMMAND [OPTIONS] [SCRIPT] [TARGET...]"));
        lines.add(new Line());
        lines.add(new Line().add("Brings up and keeps up the containers that project.groovy declares."));
        lines.add(new Line());
        lines.add(Line.of(Tone.BOLD, "Commands:"));
        for (Catalogue.Entry entry : Catalogue.ENTRIES) {
            String names = entry.alias().isEmpty() ? entry.name() : entry.name() + ", " + entry.alias();
            lines.add(
                    new Line().add("  ").add(Tone.CYAN, names).padTo(COLUMN + 2).add(entry.purpose()));
        }
        lines.add(new Line());
        lines.add(new Line().add("`dockerops COMMAND --help` explains a command and shows examples."));
        lines.add(new Line()
                .add("Exit codes: 0 fine, 1 something failed, 2 wrong script or arguments, 3 host not reachable,"));
        lines.add(new Line()
                .add("4 a bug of DockerOps, 130 ended by Ctrl-C; `plan --detailed-exitcode` adds 5, changes."));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.draw(style)).append('\n'));
        return text.toString();
    }
}
