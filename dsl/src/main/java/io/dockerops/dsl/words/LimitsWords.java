package io.dockerops.dsl.words;

import io.dockerops.engine.model.Size;

/** The words in a {@code limits} block. What is not said is not limited. */
public interface LimitsWords {

    /**
     * Limits the memory.
     *
     * <pre>{@code
     * memory 512.mb
     * }</pre>
     *
     * @param size at least 6.mb
     * @since 0.1.0
     */
    @KnownAs({"mem_limit", "mem"})
    void memory(Size size);

    /**
     * Limits memory and swap together. By default twice the memory.
     *
     * <pre>{@code
     * swap 1.gb
     * }</pre>
     *
     * @param size at least the memory
     * @since 0.1.0
     */
    @KnownAs("memswap_limit")
    void swap(Size size);

    /**
     * Sets the memory that the container is pressed down to when the host runs out of it.
     *
     * <pre>{@code
     * reservation 256.mb
     * }</pre>
     *
     * @param size at most the memory
     * @since 0.1.0
     */
    @KnownAs("mem_reservation")
    void reservation(Size size);

    /**
     * Limits the processors.
     *
     * <pre>{@code
     * cpus 0.5
     * }</pre>
     *
     * @param number how many, parts allowed, at least 0.01
     * @since 0.1.0
     */
    @KnownAs("cpu")
    void cpus(Number number);

    /**
     * Sets the weight against other containers when processors are short. By default 1024.
     *
     * <pre>{@code
     * cpuShares 512
     * }</pre>
     *
     * @param weight 2 to 262144
     * @since 0.1.0
     */
    void cpuShares(int weight);

    /**
     * Sets the processors that the container may run on. By default all.
     *
     * <pre>{@code
     * cpuset '0-2,4'
     * }</pre>
     *
     * @param processors numbers and ranges, counted from 0
     * @since 0.1.0
     */
    @KnownAs("cpuset_cpus")
    void cpuset(String processors);

    /**
     * Limits the number of processes and threads.
     *
     * <pre>{@code
     * pids 200
     * }</pre>
     *
     * @param number at least 1
     * @since 0.1.0
     */
    @KnownAs("pids_limit")
    void pids(int number);
}
