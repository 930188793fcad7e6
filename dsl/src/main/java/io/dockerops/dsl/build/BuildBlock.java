package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ImageBuildWords;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code build} block: in a service, whose folder is known, or of an image with a name of its own. */
final class BuildBlock extends Block implements ImageBuildWords {

    private final @Nullable String name;
    private @Nullable String folder;
    private @Nullable Path context;
    private final SortedMap<String, String> arguments = new TreeMap<>();
    private @Nullable String dockerfile;
    private boolean dockerfileChecked;
    private @Nullable String target;

    private BuildBlock(Reading reading, @Nullable String name) {
        super(reading, "the build block");
        this.name = name;
    }

    /** The build of a service from {@code folder}. */
    static BuildBlock in(Reading reading, String folder) {
        BuildBlock block = new BuildBlock(reading, null);
        block.setContext(folder);
        return block;
    }

    /** The build of the image {@code name}, which says its folder itself. */
    static BuildBlock named(Reading reading, String name) {
        return new BuildBlock(reading, name);
    }

    @Override
    public void context(String folder) {
        once("context", folder, () -> setContext(folder));
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

    void setContext(String path) {
        folder = path;
        context = reading.file(path);
    }

    void setDockerfile(String path) {
        dockerfile = path;
        if (context != null) {
            dockerfileChecked = true;
            checkDockerfile(context, path);
        }
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

    /** Reads the named arguments of a short form. */
    void set(Named named) {
        named.with("context", String.class, this::setContext);
        named.with("dockerfile", String.class, this::setDockerfile);
        named.with("args", Map.class, this::setArguments);
        named.with("target", String.class, this::setTarget);
    }

    private void checkDockerfile(Path context, String path) {
        if (Files.isDirectory(context) && !Files.isRegularFile(context.resolve(path))) {
            throw new Mistake(
                    "there is no `" + path + "` in `" + folder + "`",
                    path.equals(Image.Build.DOCKERFILE)
                            ? "write one, or name another with `dockerfile:`"
                            : "the path behind `dockerfile` is relative to the folder that is built");
        }
    }

    Image.Build build() {
        String file = dockerfile == null ? Image.Build.DOCKERFILE : dockerfile;
        Path place = context;
        if (place == null) {
            reading.problem(
                    "image `" + name + "` does not say what it is built from",
                    "name the folder with its Dockerfile: `context 'images/" + name + "'`");
            place = reading.file(".");
        } else {
            checkContext(place, file);
        }
        return new Image.Build(Optional.ofNullable(name), place, file, arguments, Optional.ofNullable(target));
    }

    private void checkContext(Path place, String file) {
        if (!Files.isDirectory(place)) {
            reading.problem(
                    Files.exists(place) ? "`" + folder + "` is not a folder" : "there is no folder `" + folder + "`",
                    "the folder behind `" + (name == null ? "build" : "context")
                            + "` is relative to the file that names it");
        }
        if (!dockerfileChecked) {
            reading.attempt(() -> checkDockerfile(place, file));
        }
    }
}
