package io.dockerops.dsl;

import io.dockerops.dsl.build.ProjectBuilder;
import io.dockerops.dsl.build.ProjectBuilder.Declared;
import io.dockerops.dsl.compile.CompiledScripts;
import io.dockerops.dsl.compile.LoadedScript;
import io.dockerops.dsl.compile.check.Term;
import io.dockerops.dsl.compile.check.Vocabulary;
import io.dockerops.dsl.library.PinnedLibraries;
import io.dockerops.dsl.words.ProjectScript;
import io.dockerops.dsl.words.Quantities;
import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.model.ProjectValidator;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads projects from scripts and maps. Reading declares and never acts: it needs no engine, and may be done as often as wanted. */
public final class ProjectScripts {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            ProjectScript.class,
            Quantities.class,
            List.of(new Term(Duration.class, "a duration", "30.seconds"), new Term(Size.class, "a size", "512.mb")));

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(problem -> problem.place().orElse(null), Comparator.nullsLast(SourceRef::compareTo));

    private final CompiledScripts scripts;
    private final Path caches;

    private ProjectScripts(CompiledScripts scripts, Path caches) {
        this.scripts = scripts;
        this.caches = caches;
    }

    /**
     * Begins to start what reading scripts needs, on another thread. Not necessary, but worth a third of the time of
     * {@link #load} when it is called some time before.
     */
    public static void prepare() {
        CompiledScripts.prepare();
    }

    /** Compiles scripts each time they are loaded, and keeps libraries in the system's temporary folder. */
    public static ProjectScripts uncached() {
        Path temporary = Path.of(
                System.getProperty("java.io.tmpdir"),
                "dockerops-" + ProcessHandle.current().pid());
        return new ProjectScripts(CompiledScripts.uncached(VOCABULARY), temporary);
    }

    /**
     * Keeps what was compiled, so that an unchanged script is not compiled again, and libraries.
     *
     * @param folder the folder of DockerOps' caches of this user; it is made when it is missing, and not used when another
     *     user could write to it
     */
    public static ProjectScripts cachedIn(Path folder) {
        return new ProjectScripts(CompiledScripts.cachedIn(folder, VOCABULARY), folder);
    }

    /**
     * Reads the project of a script and of all that it includes, with the environment of this process.
     *
     * @param script the file
     * @param parameters values for the parameters that it declares, by name
     * @throws ProblemException as {@link #load(ProjectInput)} does
     */
    public LoadedProject load(Path script, Map<String, String> parameters) {
        return load(new ProjectInput(script, parameters, System.getenv(), Optional.empty()));
    }

    /**
     * Writes a container map or a folder of services as a script that declares the same.
     *
     * @throws ProblemException with everything that is wrong with it
     */
    public ConvertedMap convert(ProjectInput input) {
        List<Problem> warnings = load(input).warnings();
        return ProjectInput.isMap(input.file())
                ? ProjectMaps.convert(input, warnings)
                : ProjectFolders.convert(input, libraries(input.file(), false), warnings);
    }

    /**
     * Reads a project.
     *
     * @throws ProblemException with everything that is wrong, in the order of files and lines, problems without a place
     *     last, each once
     */
    public LoadedProject load(ProjectInput input) {
        Declared declared;
        List<Problem> problems = new ArrayList<>();
        try {
            declared = declared(input, problems);
        } catch (ProblemException e) {
            throw new ProblemException(inOrder(e.problems()));
        }
        problems.addAll(declared.problems());
        problems.addAll(ProjectValidator.check(declared.project(), declared.origins()));
        problems.addAll(CustomActionRules.check(declared.project(), declared.actions(), declared.origins()));
        List<Problem> found = inOrder(problems);
        if (found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new ProblemException(found);
        }
        return new LoadedProject(
                declared.project(),
                declared.origins(),
                found,
                declared.parameters(),
                declared.actions(),
                declared.policies(),
                declared.environments());
    }

    /**
     * Finds the libraries of a script, and pins those that are not pinned yet.
     *
     * @param update whether to take all of them as they are now, and to pin them anew
     * @return the checksums of the libraries that are pinned, by where they come from
     * @throws ProblemException with everything that is wrong with the script or one of its libraries
     */
    public Map<String, String> lock(Path script, boolean update) {
        if (ProjectInput.isMap(script)) {
            throw new ProblemException(
                    Problem.error("a map has no libraries, and `" + script.getFileName() + "` is one"));
        }
        PinnedLibraries libraries = libraries(script, update);
        try {
            if (Files.isDirectory(script)) {
                ProjectFolders.read(new ProjectInput(script, Map.of(), Map.of(), Optional.empty()), libraries);
            } else {
                scripts.load(script, libraries);
            }
            if (update) {
                libraries.lock();
            }
        } catch (ProblemException e) {
            throw new ProblemException(inOrder(e.problems()));
        } catch (IllegalArgumentException e) {
            Mistake mistake = Mistake.of(e);
            throw new ProblemException(
                    Problem.error(mistake.summary(), mistake.hints().toArray(String[]::new)));
        }
        return libraries.used();
    }

    private PinnedLibraries libraries(Path script, boolean update) {
        Path folder =
                Files.isDirectory(script) ? script : script.toAbsolutePath().resolveSibling(".");
        return new PinnedLibraries(folder, caches, update);
    }

    private Declared declared(ProjectInput input, List<Problem> problems) {
        boolean script = !ProjectInput.isMap(input.file()) && !Files.isDirectory(input.file());
        if (!script && input.overlay().isPresent()) {
            throw new ProblemException(Problem.error(
                    "only scripts have environments, and `" + input.file().getFileName() + "` is none",
                    "load it into a script that declares `environment('"
                            + input.overlay().get() + "')`"));
        }
        if (ProjectInput.isMap(input.file()) && !input.asked().isEmpty()) {
            throw new ProblemException(Problem.error(
                    "instances and switches on the command line are for scripts and folders of services, and `"
                            + input.file().getFileName() + "` is a map",
                    "load it into a script: `map '" + input.file().getFileName() + "'`"));
        }
        if (ProjectInput.isMap(input.file())) {
            return ProjectMaps.read(input);
        } else if (input.clients().isPresent()) {
            throw new ProblemException(Problem.error(
                    "`--clients` is for maps, and `" + input.file().getFileName() + "` is none",
                    "leave it out: hosts are declared in the script"));
        }
        PinnedLibraries libraries = libraries(input.file(), false);
        Declared declared =
                Files.isDirectory(input.file()) ? ProjectFolders.read(input, libraries) : script(input, libraries);
        libraries.news().forEach(source -> problems.add(firstUse(source)));
        return declared;
    }

    private static Problem firstUse(String source) {
        return new Problem(
                Severity.WARNING,
                Optional.empty(),
                "the library " + source + " is used for the first time: its checksum is in dockerops.lock now",
                List.of("keep that file with the project"));
    }

    private Declared script(ProjectInput input, PinnedLibraries libraries) {
        if (!input.confs().isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`--conf` is for folders of services, and `" + input.file().getFileName() + "` is a script",
                    "name the file in the script: `folder '.', conf: '"
                            + input.confs().get(0) + "'`"));
        }
        LoadedScript loaded = scripts.load(input.file(), libraries);
        ProjectBuilder builder = new ProjectBuilder(
                loaded.file(),
                loaded.places(),
                loaded.includes(),
                (file, clients, variables) -> ProjectMaps.part(input, file, clients, variables),
                (folder, project, confs) -> ProjectFolders.part(input, libraries, folder, project, confs),
                input.parameters(),
                input.environment(),
                input.overlay().orElse(null),
                input.asked());
        builder.read(() -> loaded.run(builder::connect));
        return builder.declared();
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().distinct().sorted(BY_PLACE).toList();
    }
}
