package io.dockerops.engine.fake;

import io.dockerops.engine.dockerfile.Dockerfile;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.BuildRequest;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import io.dockerops.engine.port.PullRequest;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the fake engine does with images. */
final class FakeImages {

    private static final int SHORT_ID = 12;

    private final FakeWorld world;

    FakeImages(FakeWorld world) {
        this.world = world;
    }

    List<ImageDetails> list() {
        Map<FakeImage, List<String>> references = new LinkedHashMap<>();
        world.images.forEach((reference, image) ->
                references.computeIfAbsent(image, key -> new ArrayList<>()).add(reference));
        List<ImageDetails> details = new ArrayList<>();
        references.forEach((image, names) -> details.add(new ImageDetails(image.id(), names, image.labels())));
        return details;
    }

    List<Port> exposedPorts(String name) {
        return find(name).config().below(FieldPath.of("ExposedPorts")).fields().keySet().stream()
                .map(path -> Port.parse(path.last()))
                .sorted()
                .toList();
    }

    /** The image that a container is to run. */
    FakeImage find(String name) {
        FakeImage image = world.images.get(name);
        if (image == null && !name.startsWith("sha256:")) {
            image = world.images.get(ImageReference.parse(name).toString());
        }
        if (image == null) {
            image = world.images.values().stream()
                    .filter(each -> each.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> FakeWorld.refused(FakeWorld.NOT_FOUND, "No such image: " + name));
        }
        return image;
    }

    /** The image that a container is to run, which has to be made for the platform that is asked for. */
    FakeImage find(Specification wanted) {
        String name = wanted.text("Image").orElse("");
        FakeImage image = find(name);
        wanted.text(Platform.FIELD.first()).map(Platform::parse).ifPresent(platform -> {
            if (!platform.takes(image.platform())) {
                throw FakeWorld.refused(
                        FakeWorld.NOT_FOUND,
                        "image with reference " + name + " was found but does not match the specified platform: wanted "
                                + platform + ", actual: " + image.platform());
            }
        });
        return image;
    }

    Optional<Platform> platform(ImageReference reference) {
        return Optional.ofNullable(world.images.get(reference.toString())).map(FakeImage::platform);
    }

    void add(ImageReference reference, Specification config, SortedMap<String, String> labels) {
        add(reference, config, labels, FakeImage.NATIVE);
    }

    private void add(
            ImageReference reference, Specification config, SortedMap<String, String> labels, Platform platform) {
        world.images.put(
                reference.toString(), new FakeImage("sha256:" + world.newId(), config.canonical(), labels, platform));
    }

    void pull(PullRequest request, ProgressListener progress) {
        ImageReference reference = request.reference();
        FakeRegistry.Offer offer = world.registry
                .find(reference)
                .orElseThrow(() -> FakeWorld.refused(
                        FakeWorld.NOT_FOUND,
                        "pull access denied for " + reference.name() + ", repository does not exist or may require"
                                + " 'docker login': denied: requested access to the resource is denied"));
        progress.onProgress(new Progress("Downloading", "layer", 1, 2));
        progress.onProgress(new Progress("Pull complete", "layer", 2, 2));
        Platform platform = request.platform().orElse(FakeImage.NATIVE);
        String id = String.format(
                "sha256:%064x",
                offer.number() * 1000L + Math.abs(platform.toString().hashCode() % 1000));
        FakeImage image = new FakeImage(id, offer.config(), FakeWorld.labels(offer.config()), platform);
        world.images.put(reference.toString(), image);
    }

    void build(BuildRequest request, ProgressListener progress) {
        progress.onProgress(new Progress("Step 1/1 : FROM scratch", "", 0, 0));
        Specification.Builder config = Specification.builder();
        exposed(request.recipe())
                .forEach(port -> config.put(FieldPath.of("ExposedPorts", port.toString()), Value.flag(true)));
        add(
                request.reference(),
                config.build(),
                request.labels(),
                request.platform().orElse(FakeImage.NATIVE));
    }

    /** A Dockerfile that is not there, which a real engine would refuse, gives an image that brings nothing. */
    private static List<Port> exposed(Image.Build recipe) {
        try {
            return Dockerfile.read(recipe).exposed();
        } catch (ProblemException e) {
            return List.of();
        }
    }

    /** Reads a root file system before the world is locked, since reading may wait. */
    static void read(InputStream tar) {
        try {
            tar.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new EngineException.Failed("the root file system cannot be read: " + e.getMessage(), e);
        }
    }

    void remove(ImageReference reference) {
        FakeImage image = world.images.get(reference.toString());
        if (image == null) {
            throw FakeWorld.refused(FakeWorld.NOT_FOUND, "No such image: " + reference);
        }
        world.containers.values().stream()
                .filter(container -> container.image.equals(image))
                .findFirst()
                .ifPresent(user -> {
                    throw FakeWorld.refused(
                            FakeWorld.CONFLICT,
                            "conflict: unable to remove repository reference \"" + reference
                                    + "\" (must force) - container " + user.id.substring(0, SHORT_ID)
                                    + " is using its referenced image");
                });
        world.images.remove(reference.toString());
    }

    static SortedMap<String, String> none() {
        return Collections.unmodifiableSortedMap(new TreeMap<>());
    }
}
