package io.dockerops.engine.model;

import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A project as it is written down in a file that is not a script.
 *
 * @param project all but its services; not to be used when there are errors among the problems, and not checked as a whole
 * @param services its services as they are written down, which have not inherited yet
 * @param origins where things stand
 * @param problems what is wrong with single values, in the order of reading
 */
public record ProjectDeclaration(
        Project project, List<ServiceDeclaration> services, Origins origins, List<Problem> problems) {

    public ProjectDeclaration {
        services = List.copyOf(services);
        problems = List.copyOf(problems);
    }

    /** The same with a project whose services have inherited and have what their {@code types} say. */
    public ProjectDeclaration resolved(Types types) {
        Inheritance.Resolved resolved = Inheritance.resolve(services, types, origins);
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(resolved.problems());
        ParentVolumes.Resolved owned =
                ParentVolumes.resolve(resolved.services(), project.volumes(), project.scheme(), resolved.origins());
        all.addAll(owned.problems());
        return new ProjectDeclaration(project.with(owned.services(), owned.volumes()), services, owned.origins(), all);
    }
}
