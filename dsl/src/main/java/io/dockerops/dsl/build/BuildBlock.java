package io.dockerops.dsl.build;

import io.dockerops.dsl.words.BuildWords;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code build} block. */
final class BuildBlock extends Block implements BuildWords {

    private final String folder;
    private final Path context;
    private final SortedMap<String, String> arguments = new TreeMap<>();
    private @Nullable String dockerfile;
    private @Nullable String target;

    BuildBlock(Reading reading, String folder) {
        super(reading, "the build block");
        this.folder = folder;
        this.context = reading.file(folder);
    }

    @Override
    public void dockerfile(String path) {
        once("dockerfile", path, () -> setDockerfile(path));
    }

    @Override
    public void arg(String name, Object value) {
        word("arg", value, () -> arguments.put(name, Given.text("arg " + name, value)));
    }

    @Override
    public void args(Map<String, ?> arguments) {
        word("args", arguments, () -> setArguments(arguments));
    }

    @Override
    public void target(String stage) {
        once("target", stage, () -> setTarget(stage));
    }

    void setDockerfile(String path) {
        dockerfile = path;
        checkDockerfile(path);
    }

    void setArguments(Map<?, ?> arguments) {
        this.arguments.putAll(Given.textsByName("arg", arguments));
    }

    void setTarget(String stage) {
        if (!stage.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw new Mistake(
                    "`" + stage + "` is not the name of a stage", "write the name behind `AS` in the Dockerfile");
        }
        target = stage;
    }

    private void checkDockerfile(String path) {
        if (Files.isDirectory(context) && !Files.isRegularFile(context.resolve(path))) {
            throw new Mistake(
                    "there is no `" + path + "` in `" + folder + "`",
                    path.equals(Image.Build.DOCKERFILE)
                            ? "write one, or name another with `dockerfile:`"
                            : "the path behind `dockerfile` is relative to the folder that is built");
        }
    }

    Image.Build build() {
        if (!Files.isDirectory(context)) {
            reading.problem(
                    Files.exists(context) ? "`" + folder + "` is not a folder" : "there is no folder `" + folder + "`",
                    "the folder behind `build` is relative to the file that names it");
        }
        if (dockerfile == null) {
            reading.attempt(() -> checkDockerfile(Image.Build.DOCKERFILE));
        }
        return new Image.Build(
                context,
                dockerfile == null ? Image.Build.DOCKERFILE : dockerfile,
                arguments,
                Optional.ofNullable(target));
    }
}
