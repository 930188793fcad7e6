package io.dockerops.dsl.compile.unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a file names a library, or says that it is one.
 *
 * @param word {@code library} or {@code provides}
 * @param said the texts and numbers behind the word by their names; what has no name by the empty one
 * @param call the word
 */
public record LibrarySite(String word, Map<String, String> said, CallSite call) {

    /** The word that names a library. */
    public static final String LIBRARY = "library";

    /** The word by which a file says that it is a library. */
    public static final String PROVIDES = "provides";

    public LibrarySite {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }
}
