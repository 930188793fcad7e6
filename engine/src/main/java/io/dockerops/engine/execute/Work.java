package io.dockerops.engine.execute;

import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineRefused;
import java.util.function.Predicate;

/**
 * What is to be done at an engine for one action, and when it may be done again.
 *
 * @param lane whose limit it counts to
 * @param call the call
 * @param repeatable whether it may be made again although the answer to it was lost
 * @param probe tells before another attempt whether an earlier one was carried out after all
 * @param doneWhen refusals that mean that there is nothing to do
 * @param againWhen refusals that pass by themselves
 */
record Work(
        Lane.Kind lane,
        Call call,
        boolean repeatable,
        Probe probe,
        Predicate<EngineRefused> doneWhen,
        Predicate<EngineRefused> againWhen) {

    /** A call to an engine. */
    interface Call {
        void to(ContainerEngine engine);
    }

    /** A question to an engine. */
    interface Probe {
        boolean ask(ContainerEngine engine);
    }

    /** A call that is made once, because making it twice could do something twice. */
    static Work once(Lane.Kind lane, Call call) {
        return new Work(lane, call, false, engine -> false, refused -> false, refused -> false);
    }

    /** A call that does no more when it is made twice. */
    static Work repeatable(Lane.Kind lane, Call call) {
        return new Work(lane, call, true, engine -> false, refused -> false, refused -> false);
    }

    /** A call that is made again only when {@code probe} says that it was not carried out. */
    static Work repeatableUnless(Lane.Kind lane, Probe probe, Call call) {
        return new Work(lane, call, true, probe, refused -> false, refused -> false);
    }

    Work doneWhen(Predicate<EngineRefused> refusal) {
        return new Work(lane, call, repeatable, probe, refusal, againWhen);
    }

    Work againWhen(Predicate<EngineRefused> refusal) {
        return new Work(lane, call, repeatable, probe, doneWhen, refusal);
    }
}
