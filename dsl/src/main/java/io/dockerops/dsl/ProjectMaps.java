package io.dockerops.dsl;

import io.dockerops.dsl.build.ProjectBuilder.Declared;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.map.ContainerMaps;
import io.dockerops.engine.yaml.tree.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads projects from container maps. Apart from the reader of scripts, so that those do without YAML's classes. */
final class ProjectMaps {

    private ProjectMaps() {}

    /** What the map of {@code input} declares, not yet checked as a whole. */
    static Declared read(ProjectInput input) {
        Variables variables = new Variables(input.parameters(), input.environment());
        ContainerMaps.Declared declared =
                ContainerMaps.read(input.file(), input.clients().orElse(null), variables);
        List<Problem> problems = new ArrayList<>(declared.problems());
        Set<String> asked = variables.asked();
        for (String name : input.parameters().keySet()) {
            if (!asked.contains(name)) {
                problems.add(Problem.error(
                        "the map names no variable `" + name + "`",
                        Suggest.hint(name, asked)
                                .orElse(
                                        asked.isEmpty()
                                                ? "in a map `!env " + name + "` stands for its value"
                                                : "it names `" + String.join("`, `", asked) + "`")));
            }
        }
        return new Declared(declared.project(), declared.origins(), List.of(), List.of(), List.of(), problems);
    }
}
