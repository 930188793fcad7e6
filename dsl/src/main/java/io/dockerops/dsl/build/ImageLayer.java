package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.ImageHandle;
import io.dockerops.dsl.words.ImageWords;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Image;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words for the image in a service or instance block.
 *
 * <p>Such a block has to be one object, since it is the delegate of a closure, and its words would fill a thousand lines.
 * So they stand in layers, one upon the other, up to the block itself.
 */
abstract class ImageLayer extends Block implements ImageWords {

    final ElementId owner;
    private @Nullable Image image;

    ImageLayer(Reading reading, String title, ElementId owner) {
        super(reading, title);
        this.owner = owner;
    }

    @Override
    public final void image(String name) {
        chosen("image", name, () -> image = new Image.Named(name));
    }

    @Override
    public final void image(ImageHandle image) {
        chosen("image", image, () -> this.image = reading.images().get(image.name()));
    }

    @Override
    public final void build(String folder) {
        chosen("build", folder, () -> image = BuildBlock.in(reading, folder).build());
    }

    @Override
    public final void build(Map<String, ?> options, String folder) {
        chosen("build", folder, () -> {
            BuildBlock build = BuildBlock.in(reading, folder);
            build.set(new Named(reading, "build", options, "dockerfile", "args", "target"));
            image = build.build();
        });
    }

    @Override
    public final void build(String folder, Closure<?> block) {
        chosen("build", folder, () -> {
            BuildBlock build = BuildBlock.in(reading, folder);
            reading.block(build, block);
            image = build.build();
        });
    }

    private void chosen(String name, @Nullable Object argument, Runnable action) {
        word(name, argument, () -> {
            single("image", name);
            reading.mention(owner, "image", "");
            action.run();
        });
    }

    final Optional<Image> image() {
        return Optional.ofNullable(image);
    }
}
