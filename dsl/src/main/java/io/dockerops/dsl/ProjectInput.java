package io.dockerops.dsl;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a project is read from.
 *
 * @param file a script, or a container map when it ends in {@code .yaml} or {@code .yml}
 * @param parameters values for the parameters that the script declares, or the variables that the map names
 * @param environment the environment that variables of maps are looked up in
 * @param clients the file with the clients of a map; empty for none
 */
public record ProjectInput(
        Path file, Map<String, String> parameters, Map<String, String> environment, Optional<Path> clients) {

    public ProjectInput {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Whether {@code file} is a container map. */
    public static boolean isMap(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
