package io.dockerops.engine.model;

import java.util.Optional;

/**
 * Something of a project that can be said from outside.
 *
 * @param name its name
 * @param kind what values it takes
 * @param defaultValue the value unless another is given, as it would be given; empty when one must be given
 * @param description what it is
 */
public record Parameter(String name, Kind kind, Optional<String> defaultValue, Optional<String> description) {

    /** What values a parameter takes. */
    public enum Kind {
        TEXT("a text"),
        WHOLE_NUMBER("a whole number"),
        FLAG("`true` or `false`"),
        SIZE("a size such as `512mb`"),
        DURATION("a duration such as `30s`");

        private final String phrase;

        Kind(String phrase) {
            this.phrase = phrase;
        }

        /** The kind in words, with an example where one helps. */
        public String phrase() {
            return phrase;
        }
    }

    /** @throws IllegalArgumentException when the name breaks the rule for names */
    public Parameter {
        Names.check("parameter", name);
    }
}
