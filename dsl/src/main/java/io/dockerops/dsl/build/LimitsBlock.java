package io.dockerops.dsl.build;

import io.dockerops.dsl.words.LimitsWords;
import io.dockerops.engine.model.Limits;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code limits} block. */
final class LimitsBlock extends Block implements LimitsWords {

    private static final long LEAST_NANO_CPUS = 10_000_000;
    private static final int LEAST_SHARES = 2;
    private static final int MOST_SHARES = 262_144;

    private @Nullable Size memory;
    private @Nullable Size swap;
    private @Nullable Size reservation;
    private @Nullable Long nanoCpus;
    private @Nullable Long cpuShares;
    private @Nullable String cpuset;
    private @Nullable Long pids;

    LimitsBlock(Reading reading) {
        super(reading, "the limits block");
    }

    @Override
    public void memory(Size size) {
        once("memory", size, () -> memory = Rules.memory(size));
    }

    @Override
    public void swap(Size size) {
        once("swap", size, () -> swap = size);
    }

    @Override
    public void reservation(Size size) {
        once("reservation", size, () -> reservation = Rules.memory(size));
    }

    @Override
    public void cpus(Number number) {
        once("cpus", number, () -> setCpus(number));
    }

    @Override
    public void cpuShares(int weight) {
        once("cpuShares", weight, () -> setCpuShares(weight));
    }

    @Override
    public void cpuset(String processors) {
        once("cpuset", processors, () -> cpuset = Rules.cpuset(processors));
    }

    @Override
    public void pids(int number) {
        once("pids", number, () -> setPids(number));
    }

    /** The named arguments of the short form. */
    LimitsBlock with(Map<String, ?> limits) {
        Named named = new Named(
                reading, "limits", limits, "memory", "swap", "reservation", "cpus", "cpuShares", "cpuset", "pids");
        named.with("memory", Size.class, size -> memory = Rules.memory(size));
        named.with("swap", Size.class, size -> swap = size);
        named.with("reservation", Size.class, size -> reservation = Rules.memory(size));
        named.with("cpus", Number.class, this::setCpus);
        named.with("cpuShares", Integer.class, this::setCpuShares);
        named.with("cpuset", String.class, processors -> cpuset = Rules.cpuset(processors));
        named.with("pids", Integer.class, this::setPids);
        return this;
    }

    private void setCpus(Number number) {
        long nanos = new BigDecimal(number.toString()).movePointRight(9).longValue();
        if (nanos < LEAST_NANO_CPUS) {
            throw new Mistake("`cpus` must be at least 0.01, and " + number + " is less");
        }
        nanoCpus = nanos;
    }

    private void setCpuShares(int weight) {
        if (weight < LEAST_SHARES || weight > MOST_SHARES) {
            throw new Mistake("`cpuShares` must be from 2 to 262144, and " + weight + " is not");
        }
        cpuShares = (long) weight;
    }

    private void setPids(int number) {
        if (number < 1) {
            throw new Mistake("`pids` must be at least 1, and " + number + " is less");
        }
        pids = (long) number;
    }

    Limits build() {
        return new Limits(
                Optional.ofNullable(memory),
                Optional.ofNullable(swap),
                Optional.ofNullable(reservation),
                Optional.ofNullable(nanoCpus),
                Optional.ofNullable(cpuShares),
                Optional.ofNullable(cpuset),
                Optional.ofNullable(pids));
    }
}
