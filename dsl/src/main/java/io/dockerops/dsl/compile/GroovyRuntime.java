package io.dockerops.dsl.compile;

import groovy.lang.GroovySystem;

/**
 * The Groovy runtime, which takes longer to start than anything else that a command does. It starts on a thread of its own
 * while arguments and files are read.
 *
 * <p>Nothing may touch Groovy's classes on another thread meanwhile: their static initialisers need each other, in
 * different orders, and two threads that go through them at once would wait for each other for ever.
 */
final class GroovyRuntime {

    private static final Thread STARTING = start();

    private GroovyRuntime() {}

    private static Thread start() {
        Thread thread = new Thread(GroovySystem::getMetaClassRegistry, "dockerops-groovy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Begins to start it, unless that has been done. */
    static void prepare() {
        // Loading this class was all.
    }

    /** Returns when it has started. */
    static void await() {
        boolean interrupted = false;
        while (STARTING.isAlive()) {
            try {
                STARTING.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
