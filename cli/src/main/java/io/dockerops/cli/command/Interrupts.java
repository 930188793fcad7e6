package io.dockerops.cli.command;

import io.dockerops.cli.live.RunView;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.engine.execute.Cancellation;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Ctrl-C does during a run: first it asks for an orderly end, then for one at once. Should the run not even hear
 * that, a third one ends the program.
 */
final class Interrupts implements Runnable {

    private static final int LAST = 3;

    private final Cancellation cancellation;
    private final RunView view;
    private final AtomicInteger pressed = new AtomicInteger();

    Interrupts(Cancellation cancellation, RunView view) {
        this.cancellation = cancellation;
        this.view = view;
    }

    @Override
    public void run() {
        if (pressed.incrementAndGet() >= LAST) {
            view.close();
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        cancellation.request();
    }
}
