package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.RunEvent;
import java.util.HashSet;
import java.util.Set;

/** How many actions of a run are done, failed, running and to come. Not thread-safe. */
public final class Counts {

    private final Set<Integer> running = new HashSet<>();
    private int total;
    private int done;
    private int failed;
    private int skipped;

    /** Takes in the next event. */
    public void apply(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            total = started.plan().graph().actions().size();
        } else if (event instanceof RunEvent.ActionStarted started) {
            running.add(started.action().number());
        } else if (event instanceof RunEvent.ActionEnded ended) {
            running.remove(ended.action().number());
            count(ended.outcome());
        } else if (event instanceof RunEvent.ActionRevoked) {
            done--;
            failed++;
        }
    }

    private void count(ActionOutcome outcome) {
        if (outcome instanceof ActionOutcome.Done) {
            done++;
        } else if (outcome instanceof ActionOutcome.Failed) {
            failed++;
        } else if (outcome instanceof ActionOutcome.NotNeeded) {
            total--;
        } else {
            skipped++;
        }
    }

    /** All actions but those that turned out not to be needed. */
    public int total() {
        return total;
    }

    /** The actions that have ended, in whatever way. */
    public int ended() {
        return done + failed + skipped;
    }

    /** {@code 12 of 40 done, 1 failed, 4 running, 23 to come}; what is zero is left out. */
    public Line line() {
        Line line = Line.of(Tone.BOLD, done + " of " + total + " done");
        add(line, Tone.RED, failed, " failed");
        add(line, Tone.YELLOW, skipped, " not done");
        add(line, Tone.CYAN, running.size(), " running");
        add(line, Tone.PLAIN, total - ended() - running.size(), " to come");
        return line;
    }

    private static void add(Line line, Tone tone, int count, String words) {
        if (count > 0) {
            line.add(", ").add(tone, count + words);
        }
    }
}
