package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.Folders;
import io.dockerops.dsl.words.Includes;
import io.dockerops.dsl.words.Maps;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The environments that a project declares. The block of the one that is chosen is read, all others are not. */
final class Environments {

    private final Reading reading;
    private final @Nullable String chosen;
    private final ProjectBlock overlay;
    private final Set<String> names = new LinkedHashSet<>();

    Environments(
            Reading reading,
            Includes includes,
            Maps maps,
            Folders folders,
            Parameters parameters,
            @Nullable String chosen) {
        this.reading = reading;
        this.chosen = chosen;
        this.overlay = new ProjectBlock(reading, reading.ofEnvironment(), includes, maps, folders, parameters, this);
    }

    void read(String name, Closure<?> braces) {
        if (reading.inEnvironment()) {
            throw new Mistake("an environment stands at the top level, not in another one", "end the outer one first");
        }
        names.add(Rules.environmentName(name));
        if (name.equals(chosen)) {
            reading.environment(overlay, () -> reading.spoken(overlay, braces));
        }
    }

    /** The project that {@code top} is with the environment that was chosen. */
    ProjectBlock over(ProjectBlock top) {
        if (chosen == null) {
            return top;
        }
        if (!names.contains(chosen)) {
            reading.problem(Problem.error(
                    "the project has no environment `" + chosen + "`",
                    names.isEmpty()
                            ? "it declares none: `environment('" + chosen + "') { … }`"
                            : Suggest.hint(chosen, names, "it has")));
            return top;
        }
        overlay.layOver(top);
        return overlay;
    }

    /** In the order of their first declaration. */
    List<String> names() {
        return List.copyOf(names);
    }
}
