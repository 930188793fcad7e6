package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.Places;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.ProjectDeclaration;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reading of one project: the problems and places found so far, and the block whose words may be used now. */
final class Reading {

    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ElementId, SourceRef> declarations = new LinkedHashMap<>();
    private final Map<Origins.Mention, SourceRef> mentions = new LinkedHashMap<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Map<VolumeId, Volume> volumes = new LinkedHashMap<>();
    private final Map<VolumeId, Volume> volumesOfMaps = new LinkedHashMap<>();
    private final Set<ElementId> adopted = new LinkedHashSet<>();
    private final Map<String, Image.Rootfs> images = new LinkedHashMap<>();
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
            if (declarations.putIfAbsent(id, place) == null) {
                adopted.add(id);
            } else if (adopted.contains(id)) {
                problem(Problem.error(
                        place,
                        id.kind() + " `" + id.label() + "` is declared by two maps",
                        "the first one is in "
                                + Objects.requireNonNull(declarations.get(id)).brief() + ": take one of them out"));
            }
        });
        map.origins().mentions().forEach(mentions::putIfAbsent);
        map.project().volumes().forEach(volume -> volumesOfMaps.putIfAbsent(volume.id(), volume));
        scheme = scheme.over(map.project().scheme());
        map.problems().forEach(this::problem);
    }

    /**
     * Notes that {@code id} is declared here. Gives the place of an earlier declaration, unless that is a map's.
     */
    Optional<SourceRef> declare(ElementId id) {
        if (adopted.remove(id)) {
            declarations.put(id, here());
            return Optional.empty();
        }
        return Optional.ofNullable(declarations.putIfAbsent(id, here()));
    }

    /** Notes that {@code owner} names {@code value} with {@code word} here. Gives the place where it did so before. */
    Optional<SourceRef> mention(ElementId owner, String word, String value) {
        return Optional.ofNullable(mentions.put(new Origins.Mention(owner, word, value), here()));
    }

    /** Whether {@code id} has been declared so far. */
    boolean declares(ElementId id) {
        return declarations.containsKey(id);
    }

    /** Does {@code action} when everything is declared; what it finds wrong is a problem here. */
    void later(Runnable action) {
        SourceRef place = here();
        later.add(() -> {
            word = place;
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
    }

    /** The images that the project makes itself, by name. */
    Map<String, Image.Rootfs> images() {
        return images;
    }

    /** The volumes declared so far. */
    Map<VolumeId, Volume> volumes() {
        return volumes;
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
        Volume volume = volumes.getOrDefault(id, volumesOfMaps.get(id));
        return volume != null && volume.storage() instanceof Volume.Named;
    }

    /** {@code path}, relative to the file that names it. */
    Path file(String path) {
        Path folder = here().file().toAbsolutePath().getParent();
        return (folder == null ? Path.of("/") : folder).resolve(path).normalize();
    }

    Origins origins() {
        return new Origins(declarations, mentions);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
