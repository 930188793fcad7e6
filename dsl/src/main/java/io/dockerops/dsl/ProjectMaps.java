package io.dockerops.dsl;

import io.dockerops.dsl.build.ProjectBuilder.Declared;
import io.dockerops.dsl.write.ProjectText;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.Types;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.map.ContainerMaps;
import io.dockerops.engine.yaml.tree.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads projects from container maps. Apart from the reader of scripts, so that those do without YAML's classes. */
final class ProjectMaps {

    private ProjectMaps() {}

    /** What the map of {@code input} declares, not yet checked as a whole. */
    static Declared read(ProjectInput input) {
        Variables variables = new Variables(input.parameters(), input.environment());
        ProjectDeclaration declared = declared(input, variables);
        return new Declared(
                declared.project(),
                declared.origins(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems(input, declared, variables));
    }

    /** The script that declares what the map of {@code input} does. */
    static ConvertedMap convert(ProjectInput input, List<Problem> warnings) {
        Variables variables = new Variables(input.parameters(), input.environment());
        ProjectDeclaration declared = declared(input, variables);
        return new ConvertedMap(
                ProjectText.of(declared.project(), declared.services(), variables.expanded()), warnings);
    }

    /** What a map that a script names declares. */
    static ProjectDeclaration part(
            ProjectInput input, Path file, @Nullable Path clients, Map<String, String> variables) {
        return ContainerMaps.read(file, clients, new Variables(variables, input.environment()));
    }

    private static ProjectDeclaration declared(ProjectInput input, Variables variables) {
        return ContainerMaps.read(input.file(), input.clients().orElse(null), variables)
                .resolved(Types.UNTYPED);
    }

    private static List<Problem> problems(ProjectInput input, ProjectDeclaration declared, Variables variables) {
        List<Problem> problems = new ArrayList<>(declared.problems());
        Set<String> asked = variables.asked();
        for (String name : input.parameters().keySet()) {
            if (!asked.contains(name)) {
                problems.add(Problem.error(
                        "the map names no variable `" + name + "`",
                        asked.isEmpty()
                                ? "in a map `!env " + name + "` stands for its value"
                                : Suggest.hint(name, asked, "it names")));
            }
        }
        return problems;
    }
}
