package io.dockerops.engine.model;

import io.dockerops.engine.model.RestartPolicy.Condition;
import java.util.List;
import java.util.Optional;

/** A job ends, and limits fit each other. */
final class LifecycleRules {

    private LifecycleRules() {}

    static void check(Inquiry inquiry) {
        inquiry.eachMerged((owner, merged) -> {
            restart(inquiry, owner, merged.lifecycle());
            limits(inquiry, owner, merged.limits());
        });
    }

    private static void restart(Inquiry inquiry, ElementId owner, Lifecycle lifecycle) {
        Optional<Condition> condition = lifecycle.restart().map(RestartPolicy::condition);
        boolean forEver = condition
                .filter(is -> is == Condition.ALWAYS || is == Condition.UNLESS_STOPPED)
                .isPresent();
        if (forEver && lifecycle.oneShot().orElse(false)) {
            inquiry.error(
                    owner,
                    "restart",
                    "",
                    "`" + owner.label() + "` is to end, as `oneShot` says, and to be started again whenever it ends",
                    List.of("write `restart onFailure`, or take `oneShot` out"
                            + inquiry.in(owner, "oneShot", "").replaceFirst(" in ", ": ")));
        }
    }

    private static void limits(Inquiry inquiry, ElementId owner, Limits limits) {
        limits.memorySwap().ifPresent(swap -> {
            if (limits.memory().isEmpty()) {
                limit(inquiry, owner, "`swap` counts memory and swap together, and there is no limit of `memory`");
            } else if (swap.compareTo(limits.memory().get()) < 0) {
                limit(
                        inquiry,
                        owner,
                        "`swap` counts memory and swap together, and " + swap + " is less than the memory's "
                                + limits.memory().get());
            }
        });
        limits.memoryReservation()
                .ifPresent(reserved -> limits.memory()
                        .filter(memory -> reserved.compareTo(memory) > 0)
                        .ifPresent(memory -> limit(
                                inquiry,
                                owner,
                                "`reservation` of " + reserved + " is more than the memory's " + memory)));
    }

    private static void limit(Inquiry inquiry, ElementId owner, String summary) {
        inquiry.error(owner, "limits", "", summary, List.of("write `memory` and the other one so that they fit"));
    }
}
