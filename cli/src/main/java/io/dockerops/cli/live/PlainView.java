package io.dockerops.cli.live;

import io.dockerops.cli.print.ActionLines;
import io.dockerops.cli.terminal.Output;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.plan.PlannedAction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows a run as lines that are never changed, for files and for the logs of build servers. An action that takes long is
 * told of after 10, 20, 40, … seconds, so that nobody takes silence for a standstill.
 */
public final class PlainView implements RunView {

    private static final Duration FIRST_SIGN = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 1000;

    private final Output output;
    private final ActionLines lines = new ActionLines();
    private final Map<Integer, Running> running = new LinkedHashMap<>();
    private final Thread ticker = new Thread(this::tickUntilClosed, "dockerops-view");

    private static final class Running {
        private final PlannedAction action;
        private final long start;
        private Duration nextSign = FIRST_SIGN;

        Running(PlannedAction action, long start) {
            this.action = action;
            this.start = start;
        }
    }

    /** A view that never tells of time; for specs and as the base of {@link #open}. */
    PlainView(Output output) {
        this.output = output;
    }

    /** Begins to show. */
    public static PlainView open(Output output) {
        PlainView view = new PlainView(output);
        view.ticker.setDaemon(true);
        view.ticker.start();
        return view;
    }

    private void tickUntilClosed() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                tick(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onEvent(RunEvent event) {
        onEvent(event, System.nanoTime());
    }

    synchronized void onEvent(RunEvent event, long now) {
        if (event instanceof RunEvent.ActionStarted started) {
            running.put(started.action().number(), new Running(started.action(), now));
        } else if (event instanceof RunEvent.ActionEnded ended) {
            running.remove(ended.action().number());
        }
        lines.of(event).forEach(output::say);
    }

    synchronized void tick(long now) {
        for (Running each : running.values()) {
            Duration elapsed = Duration.ofNanos(now - each.start);
            if (elapsed.compareTo(each.nextSign) >= 0) {
                output.say(lines.running(each.action, elapsed));
                each.nextSign = each.nextSign.multipliedBy(2);
            }
        }
    }

    @Override
    public void close() {
        ticker.interrupt();
    }
}
