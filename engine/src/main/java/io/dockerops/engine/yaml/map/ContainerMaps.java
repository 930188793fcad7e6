package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Inheritance;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Variables;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads docker-map's container maps. */
public final class ContainerMaps {

    /**
     * A map that was read.
     *
     * @param project what it declares; not to be used when there are errors among the problems, and not checked as a whole
     * @param services its services as they are written down
     * @param origins where things stand in its file
     * @param problems what is wrong with single values, in the order of reading
     */
    public record Declared(
            Project project, List<ServiceDeclaration> services, Origins origins, List<Problem> problems) {
        public Declared {
            services = List.copyOf(services);
            problems = List.copyOf(problems);
        }

        /** The same with services that have inherited. */
        public Declared resolved() {
            Inheritance.Resolved resolved = Inheritance.resolve(services, origins);
            List<Problem> all = new ArrayList<>(problems);
            all.addAll(resolved.problems());
            return new Declared(complete(project, resolved.services()), services, resolved.origins(), all);
        }
    }

    private ContainerMaps() {}

    /**
     * Reads a map. Its services have not inherited yet, and are not part of its project.
     *
     * @param file the map; without a {@code name} in it, it is named after the file
     * @param clients the file with the clients that it names; null for none
     * @param variables values for what the tags {@code !env} and {@code !path} name
     * @throws ProblemException when a file cannot be read or is not YAML
     */
    public static Declared read(Path file, @Nullable Path clients, Variables variables) {
        Findings findings = new Findings();
        Clients known = clients == null
                ? Clients.NONE
                : ClientFile.read(clients, YamlFile.read(clients, variables, findings), findings);
        Item root = YamlFile.read(file, variables, findings);
        MapReader reader = new MapReader(findings, known, nameOf(file));
        try {
            Project frame = reader.read(root);
            return new Declared(frame, reader.services(), reader.origins(), findings.problems());
        } catch (Mistake e) {
            throw new ProblemException(e.at(SourceRef.line(file, root.place().line())));
        }
    }

    private static Project complete(Project frame, List<Service> services) {
        return new Project(
                frame.name(),
                frame.repository(),
                frame.defaultTag(),
                frame.hostRoot(),
                frame.hosts(),
                frame.networks(),
                frame.volumes(),
                services,
                frame.groups(),
                frame.helperImage());
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
