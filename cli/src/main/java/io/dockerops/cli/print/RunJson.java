package io.dockerops.cli.print;

import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.ContainerOutput;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events of runs as JSON trees. Each has {@code event}, and those of actions {@code number} and what identifies them. */
public final class RunJson {

    private static final double MILLIS = 1000.0;

    private RunJson() {}

    /** The tree of {@code event}. */
    public static Map<String, Object> tree(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            Map<String, Object> tree = named("run-started");
            tree.put("project", started.plan().project());
            tree.put("actions", started.plan().graph().actions().size());
            return tree;
        }
        if (event instanceof RunEvent.Cancelling cancelling) {
            Map<String, Object> tree = named("cancelling");
            tree.put("atOnce", cancelling.atOnce());
            tree.put("running", cancelling.running());
            return tree;
        }
        return event instanceof RunEvent.RunEnded ended ? tree(ended.report()) : ofAction((RunEvent.OfAction) event);
    }

    private static Map<String, Object> ofAction(RunEvent.OfAction event) {
        if (event instanceof RunEvent.ActionStarted) {
            return about("action-started", event.action());
        }
        if (event instanceof RunEvent.ActionProgress progress) {
            return progress(progress.action(), progress.progress());
        }
        if (event instanceof RunEvent.ActionRetried retried) {
            Map<String, Object> tree = about("action-retried", retried.action());
            tree.put("attempt", retried.attempt());
            tree.put("message", retried.reason().getMessage());
            tree.put("pauseSeconds", seconds(retried.pause()));
            return tree;
        }
        if (event instanceof RunEvent.ActionRevoked revoked) {
            Map<String, Object> tree = about("action-revoked", revoked.action());
            failed(tree, revoked.outcome());
            return tree;
        }
        if (event instanceof RunEvent.OutputRead read) {
            return output(read);
        }
        Map<String, Object> tree = about("action-ended", event.action());
        outcome(tree, ((RunEvent.ActionEnded) event).outcome());
        return tree;
    }

    private static Map<String, Object> progress(PlannedAction action, Progress progress) {
        Map<String, Object> tree = about("action-progress", action);
        tree.put("text", progress.text());
        if (!progress.part().isEmpty()) {
            tree.put("part", progress.part());
        }
        if (progress.current() > 0) {
            tree.put("current", progress.current());
        }
        if (progress.total() > 0) {
            tree.put("total", progress.total());
        }
        return tree;
    }

    private static Map<String, Object> output(RunEvent.OutputRead read) {
        Map<String, Object> tree = about("output-read", read.action());
        tree.put("container", read.output().container());
        tree.put("exitCode", read.output().exitCode());
        tree.put(
                "lines",
                read.output().lines().stream().map(ContainerOutput.Line::text).toList());
        return tree;
    }

    private static void outcome(Map<String, Object> tree, ActionOutcome outcome) {
        if (outcome instanceof ActionOutcome.Done done) {
            tree.put("outcome", "done");
            tree.put("seconds", seconds(done.duration()));
        } else if (outcome instanceof ActionOutcome.Failed failed) {
            failed(tree, failed);
        } else if (outcome instanceof ActionOutcome.SkippedBecauseOf skipped) {
            tree.put("outcome", "skipped");
            tree.put("because", skipped.action());
        } else {
            tree.put("outcome", outcome instanceof ActionOutcome.NotNeeded ? "not-needed" : "cancelled");
        }
    }

    private static void failed(Map<String, Object> tree, ActionOutcome.Failed failed) {
        tree.put("outcome", "failed");
        tree.put("seconds", seconds(failed.duration()));
        tree.put("message", failed.message());
        tree.put("log", failed.log());
        if (failed.hint().isPresent()) {
            tree.put("hint", failed.hint().get());
        }
        tree.put("bug", failed.internal());
    }

    private static Map<String, Object> tree(RunReport report) {
        Map<String, Object> tree = named("run-ended");
        tree.put("succeeded", report.succeeded());
        tree.put("cancelled", report.cancelled());
        tree.put("done", report.select(ActionOutcome.Done.class::isInstance).size());
        tree.put("failed", report.failed().size());
        tree.put(
                "skipped",
                report.select(ActionOutcome.SkippedBecauseOf.class::isInstance).size());
        tree.put("seconds", seconds(report.duration()));
        return tree;
    }

    private static Map<String, Object> named(String event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", event);
        return tree;
    }

    private static Map<String, Object> about(String event, PlannedAction planned) {
        Map<String, Object> tree = named(event);
        Action action = planned.action();
        tree.put("number", planned.number());
        tree.put("host", action.host().name());
        tree.put("subject", action.subject().qualified());
        tree.put("action", action.verb());
        return tree;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
