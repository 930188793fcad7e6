package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A map whose keys are known. */
public final class Fields {

    private final Findings findings;
    private final Keyed keyed;

    /**
     * Notes an error for each key that is not known.
     *
     * @param findings where errors go
     * @param what what the map describes, such as {@code a container}
     * @param keyed the map
     * @param known the keys that it may have
     */
    public Fields(Findings findings, String what, Keyed keyed, List<String> known) {
        this.findings = findings;
        this.keyed = keyed;
        for (Entry entry : keyed.entries()) {
            if (!known.contains(entry.name())) {
                unknown(findings, what, entry.key(), known);
            }
        }
    }

    private static void unknown(Findings findings, String what, Single key, List<String> known) {
        findings.error(
                key,
                "there is no key `" + key.text() + "` in " + what,
                Suggest.hint(key.text(), known)
                        .orElse(
                                known.size() > 8
                                        ? "take it out"
                                        : "the keys are `" + String.join("`, `", known) + "`"));
    }

    /** The entry {@code name}, also when nothing stands behind its colon. */
    public Optional<Entry> entry(String name) {
        return keyed.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    /** What stands behind {@code name}, when something does. */
    public Optional<Item> get(String name) {
        return entry(name).map(Entry::value).filter(value -> !(value instanceof Single single && single.nothing()));
    }

    /** Gives what stands behind {@code name} to {@code reader}; a value that it refuses becomes an error there. */
    public void with(String name, Consumer<Item> reader) {
        get(name).ifPresent(value -> findings.attempt(value, () -> reader.accept(value)));
    }
}
