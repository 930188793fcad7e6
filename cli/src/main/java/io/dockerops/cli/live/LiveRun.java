package io.dockerops.cli.live;

import io.dockerops.cli.print.ActionLines;
import io.dockerops.cli.print.Amounts;
import io.dockerops.cli.print.Counts;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Width;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to see of a run: lines about what is over, each given once, and a frame about what goes on. The same
 * events at the same times give the same lines. Not thread-safe; times are in nanoseconds from any fixed point.
 */
public final class LiveRun {

    private static final int WIDEST_LABEL = 32;

    private final Symbols symbols;
    private final Map<Key, Subject> subjects = new LinkedHashMap<>();
    private final Set<Subject> shown = new LinkedHashSet<>();
    private final Set<Integer> waysBack = new HashSet<>();
    private final List<Line> over = new ArrayList<>();
    private final Counts counts = new Counts();
    private List<PlannedAction> actions = List.of();
    private int labelWidth;
    private long start;
    private boolean severalHosts;
    private boolean ended;

    /** Ways back after a failure have a line of their own: they begin when all else about the element is over. */
    private record Key(HostId host, ElementId element, boolean wayBack) {}

    /** @param symbols the signs in front of lines */
    public LiveRun(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Takes in what happened at {@code now}. */
    public void apply(RunEvent event, long now) {
        counts.apply(event);
        if (event instanceof RunEvent.RunStarted started) {
            begin(started.plan(), now);
        } else if (event instanceof RunEvent.ActionStarted started) {
            Subject subject = subject(started.action());
            subject.started(started.action(), now);
            shown.add(subject);
        } else if (event instanceof RunEvent.ActionProgress progress) {
            subject(progress.action()).progressed(progress);
        } else if (event instanceof RunEvent.ActionRetried retried) {
            subject(retried.action()).retried(retried);
        } else if (event instanceof RunEvent.ActionEnded end) {
            end(end);
        } else if (event instanceof RunEvent.ActionRevoked revoked) {
            over.add(Line.of(Tone.RED, symbols.failed())
                    .add(" " + subject(revoked.action()).label())
                    .padTo(labelWidth + 4)
                    .add(Tone.RED, revoked.outcome().message()));
        } else if (event instanceof RunEvent.Cancelling cancelling) {
            over.add(ActionLines.cancelling(cancelling));
        } else if (event instanceof RunEvent.RunEnded) {
            ended = true;
        }
    }

    private void begin(Plan plan, long now) {
        start = now;
        actions = plan.graph().actions();
        severalHosts = plan.hosts().size() > 1;
        for (PlannedAction action : actions) {
            if (action.trigger() == PlannedAction.Trigger.ANY_FAILED
                    || action.after().stream().anyMatch(waysBack::contains)) {
                waysBack.add(action.number());
            }
            subject(action).expect();
        }
    }

    private void end(RunEvent.ActionEnded event) {
        Subject subject = subject(event.action());
        subject.ended(event.action(), event.outcome(), blamed(event.outcome()));
        if (!subject.isRunning()) {
            shown.remove(subject);
        }
        if (subject.isOver()) {
            over.addAll(subject.end(labelWidth, symbols));
        }
    }

    private String blamed(ActionOutcome outcome) {
        return outcome instanceof ActionOutcome.SkippedBecauseOf skipped
                ? subject(actions.get(skipped.action() - 1)).label()
                : "";
    }

    private Subject subject(PlannedAction planned) {
        HostId host = planned.action().host();
        ElementId element = planned.action().subject();
        Key key = new Key(host, element, waysBack.contains(planned.number()));
        return subjects.computeIfAbsent(key, any -> {
            String name = element instanceof InstanceId ? element.label() : element.kind() + " " + element.label();
            String label = severalHosts ? host + " " + name : name;
            labelWidth = Math.max(labelWidth, Math.min(WIDEST_LABEL, Width.of(label)));
            return new Subject(label, key.wayBack);
        });
    }

    /** The lines about what is over that were not taken yet. */
    public List<Line> takeOver() {
        List<Line> taken = List.copyOf(over);
        over.clear();
        return taken;
    }

    /** What goes on at {@code now}, in at most {@code rows} lines; empty before the run and after it. */
    public List<Line> frame(long now, int rows) {
        if (actions.isEmpty() || ended) {
            return List.of();
        }
        int room = Math.max(0, rows - 2);
        List<Line> frame = new ArrayList<>();
        for (Subject subject : shown) {
            if (frame.size() == room - 1 && shown.size() > room) {
                frame.add(Line.of(Tone.DIM, "  and " + (shown.size() - frame.size()) + " more"));
            }
            if (frame.size() == room) {
                break;
            }
            frame.add(subject.now(labelWidth, now));
        }
        String elapsed = Amounts.of(Duration.ofNanos(now - start));
        frame.add(counts.line().add(Tone.DIM, "  " + elapsed));
        return frame;
    }
}
