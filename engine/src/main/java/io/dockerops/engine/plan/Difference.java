package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Value;
import java.util.Optional;

/**
 * One field that is not as wanted.
 *
 * @param field the field
 * @param live its value now; empty when it has none
 * @param wanted its value in the project; empty when it has none
 * @param origin who made them differ
 */
public record Difference(FieldPath field, Optional<Value> live, Optional<Value> wanted, Origin origin) {

    /** Who made project and live value differ; told apart by the value last applied. */
    public enum Origin {
        /** The project says something else than last time. */
        CHANGED("changed in the project"),
        /** The live value is not what was applied. */
        DRIFTED("drifted on the host"),
        /** Both. */
        BOTH("changed in the project, and drifted on the host");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@code Env.LANG: "C" -> "de_DE" (changed in the project)}; {@code (none)} where there is no value. */
    @Override
    public String toString() {
        return field + ": " + live.map(Value::toString).orElse("(none)") + " -> "
                + wanted.map(Value::toString).orElse("(none)") + " (" + origin + ")";
    }
}
