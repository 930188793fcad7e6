package io.dockerops.engine.execute;

/**
 * Hears how a run goes on. The events of one run come one after the other, all from the thread that called {@link
 * Executor#run}, which does nothing else meanwhile: a listener must return soon. What it throws is ignored.
 */
@FunctionalInterface
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = event -> {};

    /** The next event. */
    void onEvent(RunEvent event);
}
