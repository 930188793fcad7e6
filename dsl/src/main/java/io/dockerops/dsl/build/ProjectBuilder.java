package io.dockerops.dsl.build;

import groovy.lang.Script;
import io.dockerops.dsl.words.Folders;
import io.dockerops.dsl.words.Includes;
import io.dockerops.dsl.words.Maps;
import io.dockerops.dsl.words.Places;
import io.dockerops.dsl.words.WordsBinding;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.Holders;
import io.dockerops.engine.model.Inheritance;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Parameter;
import io.dockerops.engine.model.ParentVolumes;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.Policy;
import io.dockerops.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a project of what a script says. For one script, used once. */
public final class ProjectBuilder {

    /** What stands before the name of a parameter in the name of the variable that sets it. */
    public static final String PARAMETER_VARIABLE = "DOCKEROPS_PARAMETER_";

    private final Path script;
    private final Reading reading;
    private final Parameters parameters;
    private final ProjectBlock top;
    private final Environments environments;
    private final List<Asked> asked;

    /**
     * What a script has declared.
     *
     * @param project the project; not to be used when there are errors among the problems
     * @param origins where things stand
     * @param parameters the parameters that it declares
     * @param actions the actions that it declares
     * @param policies the policies that it declares
     * @param environments the names of the environments that it declares
     * @param problems what single words were found to be wrong with, in the order in which they were read
     */
    public record Declared(
            Project project,
            Origins origins,
            List<Parameter> parameters,
            List<CustomAction> actions,
            List<Policy> policies,
            List<String> environments,
            List<Problem> problems) {
        public Declared {
            actions = List.copyOf(actions);
            policies = List.copyOf(policies);
            environments = List.copyOf(environments);
            parameters = List.copyOf(parameters);
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param script the file of the script
     * @param places tells which line is being run
     * @param includes runs further files, {@linkplain #connect connected} to the same builder
     * @param maps reads the maps that the script names
     * @param folders reads the folders of services that the script names
     * @param values values for the parameters that the script declares
     * @param variables the environment, which can have values for parameters too
     * @param environment the name of the environment that is chosen; null for none
     * @param asked what the command line asks of instances
     */
    public ProjectBuilder(
            Path script,
            Places places,
            Includes includes,
            Maps maps,
            Folders folders,
            Map<String, String> values,
            Map<String, String> variables,
            @Nullable String environment,
            List<Asked> asked) {
        this.script = script;
        this.asked = List.copyOf(asked);
        this.reading = new Reading(places);
        this.parameters = new Parameters(reading, values, variables);
        this.environments = new Environments(reading, includes, maps, folders, parameters, environment);
        this.top = new ProjectBlock(reading, reading.ofProject(), includes, maps, folders, parameters, environments);
    }

    /** Lets the words of {@code script} be spoken to this project. For the script itself and for those that it includes. */
    public void connect(Script script) {
        script.setBinding(new WordsBinding(() -> reading.innermostProject().orElse(top)));
    }

    /**
     * Runs the script, which {@code run} has connected. What it throws is a problem of its line, and what it said before
     * stays said.
     *
     * @throws RuntimeException when the mistake is not the script's but ours
     */
    public void read(Runnable run) {
        reading.block(top, () -> reading.script(run));
    }

    private Path folder() {
        Path folder = script.toAbsolutePath().getParent();
        return folder == null ? script.toAbsolutePath() : folder;
    }

    /** What the script has declared. */
    public Declared declared() {
        reading.end();
        parameters.end();
        ProjectBlock whole = environments.over(top);
        Inheritance.Resolved resolved =
                Inheritance.resolve(whole.services(), whole.types(folder(), asked), reading.origins());
        resolved.problems().forEach(reading::problem);
        ParentVolumes.Resolved owned =
                ParentVolumes.resolve(resolved.services(), whole.volumes(), whole.scheme(), resolved.origins());
        owned.problems().forEach(reading::problem);
        Holders.Resolved held = Holders.resolve(owned.services(), owned.volumes(), whole.helper(), owned.origins());
        held.problems().forEach(reading::problem);
        Project project = whole.build(script, held.services(), owned.volumes());
        return new Declared(
                project,
                owned.origins(),
                parameters.declared(),
                whole.actions(),
                whole.policies(),
                environments.names(),
                reading.problems());
    }
}
