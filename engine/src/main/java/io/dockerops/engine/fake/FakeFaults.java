package io.dockerops.engine.fake;

import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.HostUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong in a {@link FakeEngine}. Safe for use by several threads. */
public final class FakeFaults {

    private final List<Rule> rules = new ArrayList<>();
    private final Runnable onDeath;
    private volatile boolean dead;

    /** @param onDeath is told when the engine dies */
    FakeFaults(Runnable onDeath) {
        this.onDeath = onDeath;
    }

    /** Begins a rule for the calls of {@code kind}. */
    public Rule on(FakeCall.Kind kind) {
        return new Rule(call -> call.kind() == kind);
    }

    /** Begins a rule for the calls of {@code kind} about {@code target}. */
    public Rule on(FakeCall.Kind kind, String target) {
        return new Rule(call -> call.kind() == kind && call.target().equals(target));
    }

    /** Begins a rule for all calls that change something. */
    public Rule onChanges() {
        return new Rule(call -> !call.kind().reads());
    }

    /** From now on no call is answered or carried out, and whoever listens to events loses them. */
    public void die() {
        dead = true;
        onDeath.run();
    }

    /** Ends being dead; everything is as it was. */
    public void revive() {
        dead = false;
    }

    /** Takes all rules back. */
    public void clear() {
        synchronized (rules) {
            rules.clear();
        }
    }

    /** Where calls wait until they are let go on. */
    public static final class Gate {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        private Gate() {}

        /** Waits until a call has come to the gate. */
        public void awaitArrival() throws InterruptedException {
            arrived.await();
        }

        /** Whether a call has come to the gate. */
        public boolean reached() {
            return arrived.getCount() == 0;
        }

        /** Lets all calls go on, those that come later too. */
        public void open() {
            open.countDown();
        }

        private void pass() {
            arrived.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
    }

    /** Which calls something happens to, and what. */
    public final class Rule {

        private final Predicate<FakeCall> wanted;
        private int from = 1;
        private int to = Integer.MAX_VALUE;
        private int seen;
        private @Nullable RuntimeException before;
        private boolean dies;
        private boolean afterwards;
        private boolean unanswered;
        private @Nullable Gate gate;
        private @Nullable Runnable interference;

        private Rule(Predicate<FakeCall> wanted) {
            this.wanted = wanted;
        }

        /** Only the call that is the {@code n}th one, from 1, of those since the rule was made. */
        public Rule nth(int n) {
            from = n;
            to = n;
            return this;
        }

        /** Only the first {@code n} calls since the rule was made. */
        public Rule first(int n) {
            to = n;
            return this;
        }

        /** They fail with {@code failure} and do nothing. */
        public void fail(RuntimeException failure) {
            before = failure;
            add();
        }

        /** They are carried out, and the answer gets lost. */
        public void loseAnswer() {
            unanswered = true;
            add();
        }

        /** They wait at the gate that is returned before they do something. */
        public Gate block() {
            Gate made = new Gate();
            gate = made;
            add();
            return made;
        }

        /** Somebody else does {@code work} before they do something. */
        public void meanwhile(Runnable work) {
            interference = work;
            add();
        }

        /** The engine dies before it does something. */
        public void die() {
            dies = true;
            add();
        }

        /** The engine carries the call out and dies before it answers. */
        public void dieAfterwards() {
            dies = true;
            afterwards = true;
            add();
        }

        private void add() {
            synchronized (rules) {
                rules.add(this);
            }
        }

        private boolean applies(FakeCall call) {
            if (!wanted.test(call)) {
                return false;
            }
            seen++;
            return seen >= from && seen <= to;
        }
    }

    /** What happens to {@code call}. */
    List<Rule> of(FakeCall call) {
        synchronized (rules) {
            return rules.stream().filter(rule -> rule.applies(call)).toList();
        }
    }

    void before(List<Rule> applying) {
        checkAlive();
        for (Rule rule : applying) {
            if (rule.gate != null) {
                rule.gate.pass();
                checkAlive();
            }
            if (rule.interference != null) {
                rule.interference.run();
            }
            if (rule.dies && !rule.afterwards) {
                die();
                checkAlive();
            }
            if (rule.before != null) {
                throw rule.before;
            }
        }
    }

    void after(List<Rule> applying) {
        for (Rule rule : applying) {
            if (rule.dies && rule.afterwards) {
                die();
            }
            if (rule.unanswered) {
                throw lost();
            }
        }
        checkAlive();
    }

    private void checkAlive() {
        if (dead) {
            throw lost();
        }
    }

    static HostUnreachable lost() {
        return new HostUnreachable(
                HostUnreachable.Reason.LOST,
                "lost the Docker engine at fake://",
                "see whether the engine still runs, and run the same command again: it goes on from what is there",
                new IllegalStateException("the fake engine was told to die"));
    }
}
