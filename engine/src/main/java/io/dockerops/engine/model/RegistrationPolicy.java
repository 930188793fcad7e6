package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.List;
import java.util.Locale;

/** What becomes of the address of an instance in the project's DNS. */
public enum RegistrationPolicy {
    /** It is not there. */
    HIDE,
    /** It is one of those of the service. */
    APPEND,
    /** It takes the place of all others of the service. */
    REPLACE;

    /**
     * Reads {@code append}, in any case of letters.
     *
     * @throws IllegalArgumentException when the text is no policy
     */
    public static RegistrationPolicy parse(String text) {
        for (RegistrationPolicy policy : values()) {
            if (policy.name().equalsIgnoreCase(text)) {
                return policy;
            }
        }
        throw new Mistake(
                "`" + text + "` says nothing of registering",
                Suggest.hint(text.toLowerCase(Locale.ROOT), List.of("append", "replace", "hide"))
                        .orElse("write `append`, `replace` or `hide`"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
