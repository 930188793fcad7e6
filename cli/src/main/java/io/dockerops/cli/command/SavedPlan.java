package io.dockerops.cli.command;

import io.dockerops.cli.print.PlanComparison;
import io.dockerops.cli.print.Version;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanJson;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan kept in a file: what it was made from, and what came of it. It is not carried out as it stands, but made again
 * and compared, since the file says nothing of what has happened since.
 *
 * @param script the project's file; kept relative to the plan's folder, so that both can be moved together
 * @param parameters the parameters of the project
 * @param clients the client file of a map; kept relative like {@code script}
 * @param confs the lists of instances of a folder of services
 * @param environment the environment of the project
 * @param targets what the user named; empty for the whole project
 * @param options the options that shape the plan, by name
 * @param host the engine of this machine, when the user named one
 * @param plan the plan's tree
 * @param sources the fingerprint of what each image is made from that the project makes itself, by reference
 */
record SavedPlan(
        Path script,
        Map<String, String> parameters,
        Optional<Path> clients,
        List<String> confs,
        Optional<String> environment,
        List<String> targets,
        List<String> options,
        Optional<String> host,
        Map<String, Object> plan,
        Map<String, String> sources) {

    /** What the names of these files end with. */
    static final String SUFFIX = ".plan";

    private static final String FORMAT_KEY = "dockeropsPlan";
    private static final long FORMAT = 1;
    private static final int DIFFERENCES_SHOWN = 12;

    /**
     * Writes {@code file} anew; it is never seen half-written.
     *
     * @throws ProblemException when it cannot be written
     */
    void write(Path file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(FORMAT_KEY, FORMAT);
        tree.put("madeBy", "DockerOps " + Version.text());
        tree.put("script", folder(file).relativize(script).toString());
        tree.put("parameters", parameters);
        clients.ifPresent(
                path -> tree.put("clients", folder(file).relativize(path).toString()));
        if (!confs.isEmpty()) {
            tree.put("confs", confs);
        }
        environment.ifPresent(name -> tree.put("environment", name));
        tree.put("targets", targets);
        tree.put("options", options);
        host.ifPresent(address -> tree.put("host", address));
        tree.put("sources", sources);
        tree.put("plan", plan);
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(aside, Json.writeIndented(tree) + "\n");
            Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error("the plan cannot be written to `" + file + "`: " + e.getMessage()));
        }
    }

    /**
     * Reads {@code file}.
     *
     * @throws ProblemException when it is not a saved plan
     */
    static SavedPlan read(Path file) {
        Map<String, Object> tree;
        try {
            tree = Json.object(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("there is no plan `" + file.getFileName() + "`")
                    .hint("`dockerops plan --out " + file.getFileName() + "` makes one"));
        } catch (IllegalArgumentException e) {
            throw notPlan(file);
        }
        if (!(tree.get(FORMAT_KEY) instanceof Long format) || format != FORMAT) {
            throw notPlan(file);
        }
        if (tree.get("script") instanceof String script
                && tree.get("parameters") instanceof Map<?, ?> parameters
                && tree.get("targets") instanceof List<?> targets
                && tree.get("options") instanceof List<?> options
                && tree.get("sources") instanceof Map<?, ?> sources
                && tree.get("plan") instanceof Map<?, ?> plan) {
            Optional<String> host = Optional.ofNullable(tree.get("host")).map(Object::toString);
            return new SavedPlan(
                    folder(file).resolve(script).normalize(),
                    texts(parameters),
                    Optional.ofNullable(tree.get("clients"))
                            .map(path -> folder(file).resolve(path.toString()).normalize()),
                    tree.get("confs") instanceof List<?> confs ? texts(confs) : List.of(),
                    Optional.ofNullable(tree.get("environment")).map(Object::toString),
                    texts(targets),
                    texts(options),
                    host,
                    Json.cast(plan),
                    texts(sources));
        }
        throw notPlan(file);
    }

    /**
     * Checks that nothing was given beside the plan that would shape another one.
     *
     * @throws ProblemException when something was
     */
    static void requireAlone(List<String> words, boolean shaping, List<String> options) {
        if (!words.isEmpty() || shaping || !options.isEmpty()) {
            throw new ProblemException(
                    Problem.error("a saved plan has its own script, targets, parameters, environment and options")
                            .hint("give them to `dockerops plan --out FILE`, which saves a new one"));
        }
    }

    /**
     * Checks that {@code fresh} does the same as this plan.
     *
     * @throws ProblemException with the differences when it does not
     */
    void requireSame(Plan fresh, ObservedState state, Path file) {
        List<String> differences = new ArrayList<>(PlanComparison.differences(plan, PlanJson.tree(fresh)));
        fingerprints(state).forEach((image, fingerprint) -> {
            if (!fingerprint.equals(sources.get(image))) {
                differences.add("what the image " + image + " is made from");
            }
        });
        if (differences.isEmpty()) {
            return;
        }
        Problem problem = Problem.error("`" + file.getFileName()
                + "` is not what would be done now: since it was saved," + " the project or the hosts have changed");
        for (String difference : differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size()))) {
            problem = problem.hint(difference);
        }
        int more = differences.size() - DIFFERENCES_SHOWN;
        problem = more > 0 ? problem.hint("and " + more + " more differences") : problem;
        throw new ProblemException(
                problem.hint("look at it again with `dockerops plan --out " + file.getFileName() + "`"));
    }

    /** The fingerprints in {@code state} by the references of their images. */
    static Map<String, String> fingerprints(ObservedState state) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        state.made().fingerprints().forEach((image, fingerprint) -> fingerprints.put(image.label(), fingerprint));
        return fingerprints;
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static ProblemException notPlan(Path file) {
        return new ProblemException(
                Problem.error("`" + file.getFileName() + "` is not a plan that this DockerOps has saved"));
    }

    private static List<String> texts(List<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static Map<String, String> texts(Map<?, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }
}
