package io.dockerops.dsl;

import io.dockerops.engine.folder.FolderProjects;
import io.dockerops.engine.model.Asked;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project is read from.
 *
 * @param file a script, a container map when it ends in {@code .yaml} or {@code .yml}, or a folder of services
 * @param parameters values for the parameters that the script declares, or the variables that the map names
 * @param environment the environment that variables of maps are looked up in
 * @param clients the file with the clients of a map; empty for none
 * @param confs the files that list the instances of a folder of services, in place of its {@code run.conf}
 * @param everything whether services of such a folder count that no such file lists
 * @param overlay the environment of the project that is chosen; empty for none
 * @param asked what the command line asks of instances, over all that files say
 */
public record ProjectInput(
        Path file,
        Map<String, String> parameters,
        Map<String, String> environment,
        Optional<Path> clients,
        List<String> confs,
        boolean everything,
        Optional<String> overlay,
        List<Asked> asked) {

    /** A project of which the command line asks nothing. */
    public ProjectInput(
            Path file,
            Map<String, String> parameters,
            Map<String, String> environment,
            Optional<Path> clients,
            List<String> confs,
            boolean everything,
            Optional<String> overlay) {
        this(file, parameters, environment, clients, confs, everything, overlay, List.of());
    }

    /** A project without an environment that is chosen; of a folder of services, with what its {@code run.conf} lists. */
    public ProjectInput(
            Path file, Map<String, String> parameters, Map<String, String> environment, Optional<Path> clients) {
        this(file, parameters, environment, clients, List.of(), false, Optional.empty());
    }

    public ProjectInput {
        confs = List.copyOf(confs);
        asked = List.copyOf(asked);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** The same, of which the command line asks {@code instances}. */
    public ProjectInput asking(List<Asked> instances) {
        return new ProjectInput(file, parameters, environment, clients, confs, everything, overlay, instances);
    }

    /** Whether {@code file} is a folder of services. */
    public static boolean isFolder(Path file) {
        return FolderProjects.isProject(file);
    }

    /** Whether {@code file} is a container map. */
    public static boolean isMap(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
