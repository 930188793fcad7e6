package io.dockerops.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final String LINKED = "linked";
    private static final String PUBLISH = "publishExposed";
    private static final String DATA = "persistentData";
    private static final String OPT = "persistentOpt";
    private static final String LOG = "persistentLog";
    private static final String INTERACTIVE = "interactive";
    private static final String SAFEMODE = "safemode";

    /** Says nothing. */
    public static final Switches NONE = new Switches(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The switches that {@code said} turns on and off, by the names that {@link #said} gives them; others are left out. */
    static Switches of(Map<String, Boolean> said) {
        return new Switches(
                Optional.ofNullable(said.get(LINKED)),
                Optional.ofNullable(said.get(PUBLISH)),
                Optional.ofNullable(said.get(DATA)),
                Optional.ofNullable(said.get(OPT)),
                Optional.ofNullable(said.get(LOG)),
                Optional.ofNullable(said.get(INTERACTIVE)),
                Optional.ofNullable(said.get(SAFEMODE)));
    }

    /** What is said, by the words of the language. */
    Map<String, Boolean> said() {
        Map<String, Boolean> said = new LinkedHashMap<>();
        linked.ifPresent(on -> said.put(LINKED, on));
        publish.ifPresent(on -> said.put(PUBLISH, on));
        data.ifPresent(on -> said.put(DATA, on));
        opt.ifPresent(on -> said.put(OPT, on));
        log.ifPresent(on -> said.put(LOG, on));
        interactive.ifPresent(on -> said.put(INTERACTIVE, on));
        safemode.ifPresent(on -> said.put(SAFEMODE, on));
        return said;
    }

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
