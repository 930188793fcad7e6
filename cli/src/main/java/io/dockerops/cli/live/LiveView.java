package io.dockerops.cli.live;

import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.engine.execute.RunEvent;

/** Shows a run on a terminal until closed: at most ten times a second, and only when something changed. */
public final class LiveView implements RunView {

    private static final long PAUSE_MILLIS = 100;

    private final Terminal terminal;
    private final LiveRun run;
    private final Screen screen;
    private final Terminal.Registration resizing;
    private final Thread painter = new Thread(this::paintUntilClosed, "dockerops-view");
    private final Thread restorer = new Thread(this::restore, "dockerops-cursor");
    private volatile boolean sizeStale = true;
    private Terminal.Size size = Terminal.Size.USUAL;
    private boolean closed;

    /**
     * Begins to show.
     *
     * @param terminal the terminal behind standard output
     * @param output where lines go
     * @param symbols the signs in front of lines
     */
    public static LiveView open(Terminal terminal, Output output, Symbols symbols) {
        LiveView view = new LiveView(terminal, output, symbols);
        Runtime.getRuntime().addShutdownHook(view.restorer);
        view.painter.setDaemon(true);
        view.painter.start();
        return view;
    }

    private LiveView(Terminal terminal, Output output, Symbols symbols) {
        this.terminal = terminal;
        this.run = new LiveRun(symbols);
        this.screen = new Screen(output.out(), output.outStyle());
        this.resizing = terminal.onResize(() -> sizeStale = true);
    }

    @Override
    public synchronized void onEvent(RunEvent event) {
        run.apply(event, System.nanoTime());
    }

    private void paintUntilClosed() {
        try {
            while (true) {
                Terminal.Size now = currentSize();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    if (sizeStale) {
                        continue;
                    }
                    size = now;
                    screen.show(run.takeOver(), run.frame(System.nanoTime(), size.rows()), size);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asked for outside the lock, since it takes some milliseconds. Only the painter calls this. */
    private Terminal.Size currentSize() {
        if (!sizeStale) {
            return size;
        }
        sizeStale = false;
        return terminal.size();
    }

    private synchronized void restore() {
        screen.showCursor();
    }

    /** Shows what is over, takes the rest away and gives the terminal back. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            screen.show(run.takeOver(), java.util.List.of(), size);
            screen.close();
        }
        painter.interrupt();
        resizing.close();
        forgetRestorer();
    }

    private void forgetRestorer() {
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook has run or will run.
        }
    }
}
