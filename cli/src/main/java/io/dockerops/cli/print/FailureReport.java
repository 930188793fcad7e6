package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Width;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.ActionOutcome.Failed;
import io.dockerops.engine.execute.ActionOutcome.SkippedBecauseOf;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong in a run: per failed action the line of the script that asked for it, the engine's words, the last lines
 * of the log, a hint, and what was skipped because of it.
 */
public final class FailureReport {

    /** What a run that did not succeed leaves behind. */
    public static final String GOES_ON = "The next run goes on from there.";

    private final RunReport report;
    private final FailurePlace places;
    private final ProblemPrinter printer;

    /**
     * For one run.
     *
     * @param project what was run
     * @param origins where the elements of the project were declared
     * @param printer draws the places in the script
     */
    public FailureReport(RunReport report, Project project, Origins origins, ProblemPrinter printer) {
        this.report = report;
        this.places = new FailurePlace(project, origins);
        this.printer = printer;
    }

    /** The text in {@code style}, each line ended, an empty line between failures; empty when nothing failed. */
    public String text(Style style) {
        List<String> parts = new ArrayList<>();
        for (PlannedAction planned : report.failed()) {
            parts.add(text(planned, (Failed) report.outcome(planned.number()), style));
        }
        return String.join("\n", parts);
    }

    private String text(PlannedAction planned, Failed failed, Style style) {
        Action action = planned.action();
        String on = action.host().equals(HostId.LOCAL) ? "" : " on " + action.host();
        String summary = name(action) + on + ": " + ActionKind.of(action).doing() + " failed after "
                + Amounts.of(failed.duration()) + " (#" + planned.number() + " " + action.verb() + ")";
        Problem head = new Problem(Severity.ERROR, places.of(planned, failed.message()), summary, List.of());
        StringBuilder text = new StringBuilder(printer.draw(List.of(head), style));
        int digits = head.place()
                .map(place -> Integer.toString(place.line()).length())
                .orElse(1);
        Hints hints = new Hints(text, style, " ".repeat(digits));
        hints.add(failed.message());
        if (!failed.log().isEmpty()) {
            hints.add(action instanceof Action.BuildImage ? "all that it printed:" : "its log ends with:");
            failed.log().forEach(hints::addLog);
        }
        failed.hint().ifPresent(hints::add);
        skipped(planned.number()).ifPresent(hints::add);
        if (failed.internal()) {
            BugText.hints().forEach(hints::add);
            text.append('\n').append(BugText.stackTrace(failed.cause()));
        }
        return text.toString();
    }

    /** What stands below the place, in the margin that the place has. */
    private record Hints(StringBuilder text, Style style, String margin) {

        void add(String words) {
            String sign = " = ";
            for (String line : words.lines().toList()) {
                append(sign, line);
                sign = "   ";
            }
        }

        void addLog(String line) {
            append("     | ", line);
        }

        private void append(String sign, String line) {
            text.append(style.paint(Tone.BOLD_BLUE, margin + sign))
                    .append(Width.printable(line))
                    .append('\n');
        }
    }

    private static String name(Action action) {
        return action.subject() instanceof io.dockerops.engine.model.InstanceId
                ? action.subject().label()
                : action.subject().kind() + " " + action.subject().label();
    }

    private Optional<String> skipped(int number) {
        List<PlannedAction> skipped =
                report.select(outcome -> outcome instanceof SkippedBecauseOf because && because.action() == number);
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (PlannedAction each : skipped) {
            String what = ActionKind.of(each.action()).doing() + " " + name(each.action());
            names.add(what);
        }
        return Optional.of("skipped because of it: " + Amounts.listed(names));
    }

    /** One line about how the run ended: what was done in how long, or what was not. */
    public static Line summary(RunReport report) {
        String duration = Amounts.of(report.duration());
        if (report.succeeded()) {
            return Line.of(Tone.GREEN, "Done")
                    .add(" in " + duration + ": " + Tally.of(report).done() + ".");
        }
        int done = report.select(ActionOutcome.Done.class::isInstance).size();
        int needed = report.select(outcome -> !(outcome instanceof ActionOutcome.NotNeeded))
                .size();
        int skipped = report.select(SkippedBecauseOf.class::isInstance).size();
        int failed = report.failed().size();
        Line line = report.cancelled() ? Line.of(Tone.YELLOW, "Ended by Ctrl-C") : Line.of(Tone.RED, "Failed");
        line.add(" after " + duration + ": " + done + " of " + Amounts.count(needed, "action") + " done");
        line.add(failed > 0 ? ", " + failed + " failed" : "").add(skipped > 0 ? ", " + skipped + " skipped" : "");
        int open = needed - done - failed - skipped;
        line.add(open > 0 ? ", " + open + " not begun or broken off" : "");
        return line.add(".");
    }
}
