package io.dockerops.engine.dockerfile;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the Dockerfile of one build. What Docker accepts and this does not know, such as a new instruction, is passed over. */
public final class Dockerfile {

    private static final String NOTHING = "scratch";

    private final Path file;
    private final Map<String, String> given;
    private final Instructions instructions;
    private final Map<String, String> global = new LinkedHashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Dockerfile(Path file, Map<String, String> given, String text) {
        this.file = file;
        this.given = given;
        this.instructions = new Instructions(text);
    }

    /**
     * What the Dockerfile of {@code build} says.
     *
     * @throws ProblemException when there is none, or when Docker would refuse what it begins with
     */
    public static BuildOutline read(Image.Build build) {
        Path file = build.context().resolve(build.dockerfile());
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.error(
                    "there is no `" + build.dockerfile() + "` in `" + build.context() + "`",
                    "write one, or name another with `dockerfile:`"));
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new Dockerfile(file, build.arguments(), text).outline(build.target());
        } catch (IOException e) {
            throw new ProblemException(Problem.error("`" + file + "` cannot be read: " + e.getMessage()));
        }
    }

    /** Whether the Dockerfile of {@code build} says how it is found out that a container works; false when there is none. */
    public static boolean checksHealth(Image.Build build) {
        try {
            String text = Files.readString(build.context().resolve(build.dockerfile()));
            return new Instructions(text)
                    .all().stream().anyMatch(each -> each.keyword().equals("HEALTHCHECK"));
        } catch (IOException e) {
            return false;
        }
    }

    private BuildOutline outline(Optional<String> target) {
        instructions.all().forEach(this::read);
        if (stages.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error(
                    SourceRef.line(file, 1), "there is no `FROM` in this Dockerfile", "begin with `FROM image`"));
        }
        int last = target.map(this::index).orElse(stages.size() - 1);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Map<ImageReference, BuildOutline.Base> bases = new LinkedHashMap<>();
        // The engine builds every stage up to the last one that it needs.
        stages.subList(0, last + 1)
                .forEach(stage -> stage.bases.forEach(base -> bases.putIfAbsent(base.image(), base)));
        Stage built = stages.get(last);
        return new BuildOutline(List.copyOf(bases.values()), List.copyOf(built.ports), built.unclear);
    }

    private int index(String target) {
        int found = stage(target);
        if (found < 0) {
            problems.add(Problem.error(
                    SourceRef.line(file, 1),
                    "there is no stage `" + target + "` in this Dockerfile",
                    "name one of them behind `target`: it stands behind `AS`"));
        }
        return found;
    }

    private void read(Instruction instruction) {
        switch (instruction.keyword()) {
            case "FROM" -> from(instruction);
            case "ARG" -> arguments(instruction);
            case "ENV" -> current().ifPresent(stage -> environment(stage, instruction));
            case "COPY" -> current().ifPresent(stage -> copy(stage, instruction));
            case "EXPOSE" -> current().ifPresent(stage -> expose(stage, instruction, Port.Protocol.TCP));
            case Instruction.UDP_EXPOSE -> current().ifPresent(stage -> expose(stage, instruction, Port.Protocol.UDP));
            default -> {}
        }
    }

    private Optional<Stage> current() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    private SourceRef place(Instruction instruction) {
        return SourceRef.line(file, instruction.line());
    }

    private void from(Instruction instruction) {
        List<String> parts = Words.written(instruction.arguments(), instructions.escape());
        boolean named = parts.size() == 3 && parts.get(1).equalsIgnoreCase("AS");
        if (parts.size() != 1 && !named) {
            problems.add(Problem.error(
                    place(instruction),
                    "`FROM " + instruction.arguments() + "` is not understood",
                    "write `FROM image` or `FROM image AS name`"));
            stages.add(new Stage("", null));
            return;
        }
        Words words = new Words(parts.get(0), instructions.escape(), global);
        String image = words.joined();
        int below = stage(image);
        Stage stage =
                new Stage(named ? parts.get(2).toLowerCase(Locale.ROOT) : "", below < 0 ? null : stages.get(below));
        if (below < 0 && !image.equals(NOTHING)) {
            base(stage, instruction, words, image);
        }
        stages.add(stage);
    }

    private void base(Stage stage, Instruction instruction, Words words, String image) {
        if (!words.unknown().isEmpty()) {
            String name = words.unknown().iterator().next();
            problems.add(Problem.error(
                    place(instruction),
                    "`FROM " + instruction.arguments() + "`: `" + name + "` has no value here",
                    "give it one in the build: `args " + name + ": '…'`",
                    "or a default before the first `FROM`: `ARG " + name + "=…`"));
            return;
        }
        try {
            stage.bases.add(new BuildOutline.Base(ImageReference.parse(image), place(instruction)));
        } catch (IllegalArgumentException e) {
            problems.add(Mistake.of(e).at(place(instruction)));
        }
    }

    private void copy(Stage stage, Instruction instruction) {
        instruction
                .flag("from")
                .filter(source -> stage(source) < 0 && source.indexOf('$') < 0)
                .ifPresent(
                        source -> base(stage, instruction, new Words(source, instructions.escape(), Map.of()), source));
    }

    /** The last stage that {@code text} names, by its name or its number; -1 for none. */
    private int stage(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (!name.isEmpty() && stages.get(i).name.equals(name)) {
                return i;
            }
        }
        boolean number = text.matches("\\d{1,4}") && Integer.parseInt(text) < stages.size();
        return number ? Integer.parseInt(text) : -1;
    }

    private void arguments(Instruction instruction) {
        Stage stage = current().orElse(null);
        for (String written : Words.written(instruction.arguments(), instructions.escape())) {
            int equals = written.indexOf('=');
            String name = equals < 0 ? written : written.substring(0, equals);
            String value = given.get(name);
            if (value == null && equals >= 0) {
                Map<String, String> known = stage == null ? global : stage.values();
                value = new Words(written.substring(equals + 1), instructions.escape(), known).joined();
            }
            keep(stage, name, value);
        }
    }

    private void keep(@Nullable Stage stage, String name, @Nullable String value) {
        if (stage == null) {
            if (value != null) {
                global.put(name, value);
            }
            return;
        }
        String known = value == null ? global.get(name) : value;
        if (known != null) {
            stage.argument(name, known);
        }
    }

    private void environment(Stage stage, Instruction instruction) {
        char escape = instructions.escape();
        List<String> written = Words.written(instruction.arguments(), escape);
        Map<String, String> values = stage.values();
        if (!written.isEmpty() && written.get(0).indexOf('=') < 0) {
            String[] parts = instruction.arguments().split("\\s+", 2);
            stage.environment(parts[0], parts.length == 1 ? "" : new Words(parts[1], escape, values).joined());
            return;
        }
        for (String each : written) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                stage.environment(
                        each.substring(0, equals), new Words(each.substring(equals + 1), escape, values).joined());
            }
        }
    }

    private void expose(Stage stage, Instruction instruction, Port.Protocol protocol) {
        Words words = new Words(instruction.arguments(), instructions.escape(), stage.values());
        if (!words.unknown().isEmpty()) {
            String name = words.unknown().iterator().next();
            stage.unclear.add(Problem.error(
                    place(instruction),
                    "`EXPOSE " + instruction.arguments() + "`: `" + name + "` has no value here",
                    "give it a default in this Dockerfile: `ARG " + name + "=8080`, or say the ports with `publish`"));
            return;
        }
        for (String word : words.all()) {
            try {
                stage.ports.addAll(ExposedPorts.parse(word, protocol));
            } catch (IllegalArgumentException e) {
                stage.unclear.add(Mistake.of(e).at(place(instruction)));
            }
        }
    }
}
