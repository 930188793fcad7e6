package io.dockerops.engine.model;

import java.util.Optional;

/**
 * What can be turned on and off for an instance of the base image, each part empty where nothing is said of it.
 *
 * @param linked whether its links count
 * @param publish whether the ports that its image exposes are published
 * @param data whether {@code /data} outlives the container
 * @param opt whether {@code /opt} does
 * @param log whether {@code /var/log} does
 * @param interactive whether it runs a shell in place of its command
 * @param safemode whether its entrypoints are left out
 */
public record Switches(
        Optional<Boolean> linked,
        Optional<Boolean> publish,
        Optional<Boolean> data,
        Optional<Boolean> opt,
        Optional<Boolean> log,
        Optional<Boolean> interactive,
        Optional<Boolean> safemode) {

    /** Says nothing. */
    public static final Switches NONE = new Switches(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** These over {@code base}. */
    public Switches over(Switches base) {
        return new Switches(
                Ordered.first(linked, base.linked),
                Ordered.first(publish, base.publish),
                Ordered.first(data, base.data),
                Ordered.first(opt, base.opt),
                Ordered.first(log, base.log),
                Ordered.first(interactive, base.interactive),
                Ordered.first(safemode, base.safemode));
    }
}
