package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Variables;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads docker-map's container maps. */
public final class ContainerMaps {

    private ContainerMaps() {}

    /**
     * Reads a map. Its services have not inherited yet, and are not part of its project.
     *
     * @param file the map; without a {@code name} in it, it is named after the file
     * @param clients the file with the clients that it names; null for none
     * @param variables values for what the tags {@code !env} and {@code !path} name
     * @throws ProblemException when a file cannot be read or is not YAML
     */
    public static ProjectDeclaration read(Path file, @Nullable Path clients, Variables variables) {
        Findings findings = new Findings();
        Clients known = clients == null
                ? Clients.NONE
                : ClientFile.read(clients, YamlFile.read(clients, variables, findings), findings);
        Item root = YamlFile.read(file, variables, findings);
        MapReader reader = new MapReader(findings, known, nameOf(file));
        try {
            Project frame = reader.read(root);
            return new ProjectDeclaration(frame, reader.services(), reader.origins(), findings.problems());
        } catch (Mistake e) {
            throw new ProblemException(e.at(SourceRef.line(file, root.place().line())));
        }
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
