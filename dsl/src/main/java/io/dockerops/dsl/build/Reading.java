package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reading of one project: the problems and places found so far, and the block whose words may be used now. */
final class Reading {

    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final Layer project = Layer.called("the top level");
    private final Layer environment = Layer.called("the environment block");
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Map<VolumeId, Volume> volumesOfMaps = new LinkedHashMap<>();
    private final Map<String, Image> images = new LinkedHashMap<>();
    private Layer layer = project;
    private boolean inEnvironment;
    private final Map<String, SourceRef> placesOfImages = new LinkedHashMap<>();
    private NamingScheme scheme = NamingScheme.PLAIN;
    private @Nullable SourceRef word;

    Reading(Places places) {
        this.places = places;
    }

    /** Tells which line is being run. */
    Places places() {
        return places;
    }

    /** The line of the word that is being read. */
    SourceRef here() {
        return word == null ? places.here() : word;
    }

    /** The block whose words may be used now. */
    Block innermost() {
        return open.element();
    }

    /** The innermost block of top-level words that is open; empty outside of all. */
    Optional<ProjectBlock> innermostProject() {
        return open.stream()
                .filter(ProjectBlock.class::isInstance)
                .map(ProjectBlock.class::cast)
                .findFirst();
    }

    /** What the project says itself. */
    Layer ofProject() {
        return project;
    }

    /** What the environment says that was chosen. */
    Layer ofEnvironment() {
        return environment;
    }

    /** Whether an environment is being read. */
    boolean inEnvironment() {
        return inEnvironment;
    }

    /** Lets {@code words} be spoken to the block of an environment, which may be opened again. */
    void environment(ProjectBlock block, Runnable words) {
        open.push(block);
        layer = environment;
        inEnvironment = true;
        try {
            words.run();
        } finally {
            layer = project;
            inEnvironment = false;
            open.remove(block);
        }
    }

    /** Reads one word: what is wrong with it becomes a problem of its line, and reading goes on behind it. */
    void word(Runnable action) {
        SourceRef outer = word;
        word = places.here();
        try {
            attempt(action);
        } finally {
            word = outer;
        }
    }

    /** Runs {@code action}; a value that it refuses becomes a problem here. */
    void attempt(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            problem(Mistake.of(e).at(here()));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    /** What {@code value} gives, or nothing when it refuses, which then is a problem here. */
    <T> Optional<T> tried(Supplier<T> value) {
        List<T> result = new ArrayList<>();
        attempt(() -> result.add(value.get()));
        return result.stream().findFirst();
    }

    /** Reads what stands between the braces of a block. */
    void block(Block block, Closure<?> braces) {
        block(block, () -> spoken(block, braces));
    }

    /** Speaks what stands between braces to {@code block}, whose words may be used now. */
    void spoken(Block block, Closure<?> braces) {
        Closure<?> own = (Closure<?>) braces.clone();
        own.setDelegate(block);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        script(own::call);
    }

    /** Lets {@code words} be spoken to {@code block}, which ends with them. */
    void block(Block block, Runnable words) {
        open.push(block);
        try {
            words.run();
        } finally {
            open.remove(block);
            block.end();
        }
    }

    /** Runs a part of a script. When it throws, that is a problem of its line, and what follows the part is still read. */
    void script(Runnable part) {
        SourceRef outer = word;
        word = null;
        try {
            part.run();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            RuntimeException explained = places.explain(e);
            if (!(explained instanceof ProblemException found)) {
                throw explained;
            }
            problems.addAll(found.problems());
        } finally {
            word = outer;
        }
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void problem(String summary, String... hints) {
        problems.add(Problem.error(here(), summary, hints));
    }

    void warning(String summary, String... hints) {
        problems.add(Problem.warning(here(), summary, hints));
    }

    /** Notes what a map declares, which the script may declare again. */
    void adopt(ProjectDeclaration map) {
        map.origins().declarations().forEach((id, place) -> {
            if (layer.declarations().putIfAbsent(id, place) == null) {
                layer.adopted().add(id);
            } else if (layer.adopted().contains(id)) {
                problem(Problem.error(
                        place,
                        id.kind() + " `" + id.label() + "` is declared by two maps",
                        "the first one is in "
                                + Objects.requireNonNull(layer.declarations().get(id))
                                        .brief() + ": take one of them out"));
            }
        });
        map.origins().mentions().forEach(layer.mentions()::putIfAbsent);
        map.project().volumes().forEach(volume -> volumesOfMaps.putIfAbsent(volume.id(), volume));
        scheme = scheme.over(map.project().scheme());
        map.problems().forEach(this::problem);
    }

    /**
     * Notes that {@code id} is declared here. Gives the place of an earlier declaration, unless that is a map's.
     */
    Optional<SourceRef> declare(ElementId id) {
        if (layer.adopted().remove(id)) {
            layer.declarations().put(id, here());
            return Optional.empty();
        }
        return Optional.ofNullable(layer.declarations().putIfAbsent(id, here()));
    }

    /** Notes that {@code owner} names {@code value} with {@code word} here. Gives the place where it did so before. */
    Optional<SourceRef> mention(ElementId owner, String word, String value) {
        return Optional.ofNullable(layer.mentions().put(new Origins.Mention(owner, word, value), here()));
    }

    /** Whether {@code id} has been declared so far. */
    boolean declares(ElementId id) {
        return project.declarations().containsKey(id)
                || environment.declarations().containsKey(id);
    }

    /** Does {@code action} when everything is declared; what it finds wrong is a problem here. */
    void later(Runnable action) {
        SourceRef place = here();
        Layer said = layer;
        later.add(() -> {
            word = place;
            layer = said;
            attempt(action);
        });
    }

    /**
     * Gives {@code value} to {@code reader}; of a closure, what it computes, once everything is declared. What the closure
     * throws is a problem of its line.
     */
    void computed(@Nullable Object value, Consumer<@Nullable Object> reader) {
        if (!(value instanceof Closure<?> closure)) {
            reader.accept(value);
            return;
        }
        later(() -> {
            List<@Nullable Object> result = new ArrayList<>();
            script(() -> result.add(closure.call()));
            for (Object each : result) {
                if (each == null || each instanceof Closure) {
                    throw new Mistake(
                            "the closure computes " + (each == null ? "nothing (null)" : "another closure"),
                            "let its last line be the value");
                }
                reader.accept(each);
            }
        });
    }

    /** Does what was to be done when everything is declared. */
    void end() {
        later.forEach(Runnable::run);
        word = null;
        layer = project;
        environment.adopted().forEach(id -> {
            SourceRef first = project.declarations().get(id);
            if (first != null) {
                problem(Problem.error(
                        Objects.requireNonNull(environment.declarations().get(id)),
                        id.kind() + " `" + id.label() + "` is declared by the project and by the map of an environment",
                        "the first one is in " + first.brief() + ": take one of them out"));
            }
        });
    }

    /** The images that the project makes itself, by name. */
    Map<String, Image> images() {
        return images;
    }

    /** Where they are declared. */
    Map<String, SourceRef> placesOfImages() {
        return placesOfImages;
    }

    /** The volumes declared so far, by the project or, while that is read, by its environment. */
    Map<VolumeId, Volume> volumes() {
        return layer.volumes();
    }

    /** Notes what the script itself says of names. */
    void named(NamingScheme own) {
        scheme = own.over(scheme);
    }

    /** Whether volumes are named after the services that attach them. */
    boolean byParent() {
        return scheme.byParent();
    }

    /** Whether {@code id} is a volume without a host path. */
    boolean isKeptByEngine(VolumeId id) {
        Volume declared = project.volumes().getOrDefault(id, volumesOfMaps.get(id));
        Volume volume = environment.volumes().getOrDefault(id, declared);
        return volume != null && volume.storage() instanceof Volume.Named;
    }

    /** {@code path}, relative to the file that names it. */
    Path file(String path) {
        Path folder = here().file().toAbsolutePath().getParent();
        return (folder == null ? Path.of("/") : folder).resolve(path).normalize();
    }

    /** What the project says of a service and an environment again stays where the project declares it. */
    Origins origins() {
        Map<ElementId, SourceRef> declarations = new LinkedHashMap<>(project.declarations());
        environment.declarations().forEach((id, place) -> {
            if (id instanceof ServiceId || id instanceof InstanceId) {
                declarations.putIfAbsent(id, place);
            } else {
                declarations.put(id, place);
            }
        });
        Map<Origins.Mention, SourceRef> mentions = new LinkedHashMap<>(project.mentions());
        mentions.putAll(environment.mentions());
        return new Origins(declarations, mentions);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
