package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Difference;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanText;
import io.dockerops.engine.plan.PlannedAction;

/** Plans for people. */
public final class PlanPrinter {

    private static final String INDENT = "      ";

    private PlanPrinter() {}

    /**
     * The text of {@code plan}, one line per action and one per field that differs; empty for an empty plan. Without
     * colours it is what {@link PlanText} makes of it, byte for byte, so that plans can be kept and compared.
     */
    public static String text(Plan plan, Style style) {
        if (!style.coloured()) {
            return PlanText.of(plan, true);
        }
        StringBuilder text = new StringBuilder();
        for (PlannedAction planned : plan.graph().actions()) {
            text.append(action(planned).draw(style)).append('\n');
            for (Difference difference : planned.differences()) {
                text.append(difference(difference).draw(style)).append('\n');
            }
        }
        return text.toString();
    }

    private static Line action(PlannedAction planned) {
        Mark mark = mark(planned.action());
        String whole = PlanText.line(planned);
        int number = whole.indexOf("> #") + 2;
        int words = whole.indexOf(' ', number) + 1;
        String cause = ", " + planned.cause();
        return Line.of(mark.tone, mark.symbol)
                .add(Tone.DIM, whole.substring(0, words))
                .add(mark.tone, whole.substring(words, whole.length() - cause.length()))
                .add(cause);
    }

    private static Line difference(Difference difference) {
        return Line.of(Tone.PLAIN, INDENT + difference.field() + ": ")
                .add(Tone.RED, difference.live().map(Value::toString).orElse("(none)"))
                .add(" -> ")
                .add(Tone.GREEN, difference.wanted().map(Value::toString).orElse("(none)"))
                .add(Tone.DIM, " (" + difference.origin() + ")");
    }

    private record Mark(String symbol, Tone tone) {}

    private static Mark mark(Action action) {
        return switch (ActionKind.of(action).effect()) {
            case CREATES -> new Mark("+ ", Tone.GREEN);
            case CHANGES -> new Mark("~ ", Tone.YELLOW);
            case REMOVES -> new Mark("- ", Tone.RED);
            case STARTS, STOPS, RUNS, ENDS, WAITS, SIGNALS, NAMES -> new Mark("  ", Tone.PLAIN);
        };
    }

    /** {@code Plan: 3 to create, 1 to change, 0 to remove.} */
    public static Line summary(Plan plan) {
        return Line.of(Tone.BOLD, "Plan: " + Tally.of(plan).planned() + ".");
    }
}
