package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.command.Syntax.Texts;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ParameterFile;
import io.dockerops.dsl.ProjectInput;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which project a command is about, with which parameters, and which of its instances. */
final class ProjectArguments {

    /** The script of a folder. */
    static final String DEFAULT_SCRIPT = "project.groovy";

    private static final String ENVIRONMENT = "DOCKEROPS_ENVIRONMENT";

    private static final String SCRIPT =
            "The project's file: what ends in .groovy, .yaml or .yml, or is written with a slash; or a folder of"
                    + " services. Without it: " + DEFAULT_SCRIPT + " in this folder, or this folder.";
    private static final String TARGETS =
            "Services (web), instances (web.one), groups, or patterns ('w*'). Without any, or `all`: the whole project.";

    private final Text first;
    private final Optional<Texts> others;
    private final Texts parameters;
    private final Texts parameterFiles;
    private final Text clients;
    private final Texts confs;
    private final Text environment;

    /**
     * What the user named.
     *
     * @param script the project's file, absolute
     * @param words what stands behind it
     */
    record Named(Path script, List<String> words) {}

    private ProjectArguments(Syntax options, Text first, Optional<Texts> others) {
        this.first = first;
        this.others = others;
        this.parameters = options.texts(
                "NAME=VALUE", "Set a parameter that the project declares. May be given several times.", "-P");
        this.parameterFiles = options.texts(
                "FILE",
                "A file with parameters, `name: value` in YAML or JSON. May be given several times; later ones go over"
                        + " earlier ones, and -P over all.",
                "--parameters");
        this.environment = options.text(
                "NAME",
                "Choose an environment that the project declares. Without it: the one that DOCKEROPS_ENVIRONMENT names.",
                "-E",
                "--environment");
        this.clients = options.text("FILE", "The client file of a map, which names its engines.", "--clients");
        this.confs = options.texts(
                "FILE",
                "A list of instances for a folder of services, in place of its run.conf. May be given several times.",
                "--conf");
    }

    /** A project alone. */
    static ProjectArguments only(Syntax syntax) {
        return new ProjectArguments(syntax, syntax.word("SCRIPT", SCRIPT), Optional.empty());
    }

    /** A project's file, without the options that say how it is read. */
    static ProjectArguments scriptAlone(Syntax syntax) {
        return new ProjectArguments(new Syntax("none", "None."), syntax.word("SCRIPT", SCRIPT), Optional.empty());
    }

    /** A project and targets in it. */
    static ProjectArguments withTargets(Syntax syntax) {
        return withWords(syntax, "TARGET", TARGETS);
    }

    /** A project and further words, which the command explains itself. */
    static ProjectArguments withWords(Syntax syntax, String label, String description) {
        Text script = syntax.word("SCRIPT", SCRIPT);
        return new ProjectArguments(syntax, script, Optional.of(syntax.words(label, description)));
    }

    /** All words that are no options, in their order. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        first.value().ifPresent(words::add);
        others.ifPresent(more -> words.addAll(more.values()));
        return words;
    }

    /**
     * Tells the script from the targets.
     *
     * @throws ProblemException when there is no such script
     */
    Named named(Path folder) {
        List<String> words = words();
        boolean named = !words.isEmpty() && isScript(words.get(0), folder);
        Path script = folder.resolve(named ? words.get(0) : DEFAULT_SCRIPT).normalize();
        if (!named && !Files.exists(script) && ProjectInput.isFolder(folder)) {
            script = folder;
        }
        if (!Files.isRegularFile(script) && !ProjectInput.isFolder(script)) {
            throw new ProblemException(named ? noSuchScript(words.get(0), script) : noScriptHere(words));
        }
        return new Named(script, named ? words.subList(1, words.size()) : words);
    }

    /** A name without slash may be a service's, even when a file happens to have it. */
    private static boolean isScript(String word, Path folder) {
        return word.endsWith(".groovy")
                || ProjectInput.isMap(Path.of(word))
                || word.indexOf('/') >= 0
                || word.equals(".")
                || (Files.isRegularFile(folder.resolve(word)) && !Files.exists(folder.resolve(DEFAULT_SCRIPT)));
    }

    private static Problem noSuchScript(String word, Path script) {
        Path inside = script.resolve(DEFAULT_SCRIPT);
        if (Files.isDirectory(script)) {
            Problem problem = Problem.error("`" + word + "` is a folder, not a project's file");
            return Files.exists(inside)
                    ? problem.hint("its project is `" + Path.of(word, DEFAULT_SCRIPT) + "`")
                    : problem;
        }
        return Problem.error("there is no file `" + word + "`");
    }

    private static Problem noScriptHere(List<String> words) {
        Problem problem = Problem.error("there is no `" + DEFAULT_SCRIPT + "` in this folder");
        return words.isEmpty()
                ? problem.hint("name the project's file, or let `dockerops init` make one")
                : problem.hint("`" + words.get(0) + "` was taken for a target; a file is written with a slash: ./"
                        + words.get(0));
    }

    /** Loads the project and tells its warnings. */
    LoadedProject load(Session session, Path script) {
        Map<String, String> values = parameters(session.surroundings().folder());
        clients(session.surroundings().folder()).ifPresent(session::useClients);
        session.useConfs(confs.values());
        environment(session).ifPresent(session::useEnvironment);
        return session.load(script, values);
    }

    /** The lists of instances of a folder of services. */
    List<String> confs() {
        return confs.values();
    }

    /** The environment of the project that is chosen. */
    Optional<String> environment(Session session) {
        return environment
                .value()
                .or(() ->
                        Optional.ofNullable(session.surroundings().environment().get(ENVIRONMENT)))
                .filter(name -> !name.isEmpty());
    }

    /** Whether the command line itself says something that shapes the project. */
    boolean shaping() {
        return !parameters.values().isEmpty()
                || !parameterFiles.values().isEmpty()
                || !confs.values().isEmpty()
                || environment.value().isPresent();
    }

    /** The client file of a map. */
    Optional<Path> clients(Path folder) {
        return clients.value().map(folder::resolve);
    }

    /**
     * The parameters by name.
     *
     * @param folder what the paths of files are relative to
     * @throws ProblemException when one has no value or is given twice, or a file is wrong
     */
    Map<String, String> parameters(Path folder) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String file : parameterFiles.values()) {
            all.putAll(ParameterFile.read(folder.resolve(file)));
        }
        Map<String, String> byName = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String text : parameters.values()) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                problems.add(Problem.error("`-P " + text + "` is not a parameter", "write it as `-P name=value`"));
            } else if (byName.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
                problems.add(Problem.error("parameter `" + text.substring(0, equals) + "` is given more than once"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        all.putAll(byName);
        return all;
    }

    /** The instances that {@code targets} name; empty for the whole project. */
    static Optional<Set<InstanceId>> instances(LoadedProject loaded, List<String> targets) {
        return targets.isEmpty() || Targets.everything(loaded.project(), targets)
                ? Optional.empty()
                : Optional.of(Targets.resolve(loaded.project(), targets));
    }

    /** The request for {@code command} with {@code options} on what {@code targets} name. */
    static PlanRequest request(
            PlanRequest.Command command, LoadedProject loaded, List<String> targets, Options options) {
        return new PlanRequest(command, instances(loaded, targets), options);
    }
}
