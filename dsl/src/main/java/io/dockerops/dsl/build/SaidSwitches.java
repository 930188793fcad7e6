package io.dockerops.dsl.build;

import io.dockerops.engine.model.Switches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The switches that a block has set so far, by the words for them. */
final class SaidSwitches {

    static final List<String> NAMES = List.of(
            "linked", "publishExposed", "persistentData", "persistentOpt", "persistentLog", "interactive", "safemode");

    private final Map<String, Boolean> said = new TreeMap<>();

    void set(String name, boolean on) {
        said.put(name, on);
    }

    Switches build() {
        return new Switches(
                of("linked"),
                of("publishExposed"),
                of("persistentData"),
                of("persistentOpt"),
                of("persistentLog"),
                of("interactive"),
                of("safemode"));
    }

    private Optional<Boolean> of(String name) {
        return Optional.ofNullable(said.get(name));
    }
}
