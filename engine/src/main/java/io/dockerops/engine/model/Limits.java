package io.dockerops.engine.model;

import java.util.Optional;

/**
 * What an instance may use at most. What is empty is not limited.
 *
 * @param memory memory
 * @param memorySwap memory and swap together; twice the memory when only that is given
 * @param memoryReservation memory it is pressed down to when the host runs out
 * @param nanoCpus processors in billionths
 * @param cpuShares weight against other containers, 1024 being usual
 * @param cpuset the processors it may run on, such as {@code 0-2,4}
 * @param pids processes and threads
 */
public record Limits(
        Optional<Size> memory,
        Optional<Size> memorySwap,
        Optional<Size> memoryReservation,
        Optional<Long> nanoCpus,
        Optional<Long> cpuShares,
        Optional<String> cpuset,
        Optional<Long> pids) {

    /** No limits. */
    public static final Limits NONE = new Limits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Limits over(Limits base) {
        return new Limits(
                Ordered.first(memory, base.memory),
                Ordered.first(memorySwap, base.memorySwap),
                Ordered.first(memoryReservation, base.memoryReservation),
                Ordered.first(nanoCpus, base.nanoCpus),
                Ordered.first(cpuShares, base.cpuShares),
                Ordered.first(cpuset, base.cpuset),
                Ordered.first(pids, base.pids));
    }
}
