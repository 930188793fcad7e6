package io.dockerops.engine.execute;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Jobs of one kind on one host, of which a limited number run at the same time, those of lower rank first. Belongs to
 * the thread of a run.
 */
final class Lane {

    /** Kinds of work that have a limit of their own. */
    enum Kind {
        CHANGES,
        REMOVALS,
        IMAGES,
        COMMANDS,
        READS,
        WAITS
    }

    /**
     * How many times the limit may have stepped aside: those that step aside together end together, and the ones behind them
     * a little later.
     */
    private static final int ASIDE = 4;

    private record Job(long rank, Runnable begin) {}

    private final PriorityQueue<Job> ready = new PriorityQueue<>(Comparator.comparingLong(Job::rank));
    private final int limit;
    private int running;
    private int aside;

    Lane(int limit) {
        this.limit = limit;
    }

    /** Puts a job into the queue. When it begins it holds a place until {@link #release} is called for it. */
    void offer(long rank, Runnable begin) {
        ready.add(new Job(rank, begin));
    }

    /** Begins the jobs that there is place for; whether there was any. */
    boolean fill() {
        boolean begun = false;
        while (running < limit && !ready.isEmpty()) {
            running++;
            ready.remove().begin.run();
            begun = true;
        }
        return begun;
    }

    /** Gives a place back. */
    void release() {
        running--;
    }

    /**
     * Gives a place back for a job that goes on without keeping the engine busy; false when too many do so. They may all come
     * to life again at once, and too many calls at once make engines lose count of network endpoints.
     */
    boolean stepAside() {
        if (aside == ASIDE * limit) {
            return false;
        }
        aside++;
        running--;
        return true;
    }

    /** Ends a job that has stepped aside. */
    void returnFromAside() {
        aside--;
    }
}
