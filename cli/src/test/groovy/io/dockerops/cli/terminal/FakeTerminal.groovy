package io.dockerops.cli.terminal

import groovy.transform.CompileStatic

/** A terminal that a spec holds in its hands. */
@CompileStatic
class FakeTerminal implements Terminal {

    boolean input
    boolean output
    boolean error
    volatile Terminal.Size size = new Terminal.Size(24, 80)
    volatile boolean rawNow
    boolean wasRaw
    private final List<Runnable> interrupts = [].asSynchronized() as List<Runnable>
    private final List<Runnable> resizes = [].asSynchronized() as List<Runnable>

    /** Makes all three streams a terminal. */
    FakeTerminal everywhere() {
        input = output = error = true
        this
    }

    @Override
    boolean input() {
        input
    }

    @Override
    boolean output() {
        output
    }

    @Override
    boolean error() {
        error
    }

    @Override
    Terminal.Size size() {
        size
    }

    @Override
    Terminal.Registration onResize(Runnable listener) {
        registered(resizes, listener)
    }

    @Override
    Terminal.Registration onInterrupt(Runnable listener) {
        registered(interrupts, listener)
    }

    @Override
    Terminal.Registration raw() {
        rawNow = wasRaw = true
        return { rawNow = false } as Terminal.Registration
    }

    boolean hearsInterrupts() {
        !interrupts.empty
    }

    boolean hearsResizes() {
        !resizes.empty
    }

    void pressCtrlC() {
        new ArrayList<>(interrupts)*.run()
    }

    void resize(int rows, int columns) {
        size = new Terminal.Size(rows, columns)
        new ArrayList<>(resizes)*.run()
    }

    private static Terminal.Registration registered(List<Runnable> listeners, Runnable listener) {
        listeners.add(listener)
        return { listeners.remove(listener) } as Terminal.Registration
    }
}
