package io.dockerops.engine.port;

import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.List;

/**
 * What a Dockerfile says, before it is built, of the image that it gives.
 *
 * @param bases the images that it begins with or copies from, its own stages left out; each once
 * @param exposed the ports that it exposes, each once; those of its bases are not among them
 * @param unclear the lines that expose ports which are known only when the image is built
 */
public record BuildOutline(List<Base> bases, List<Port> exposed, List<Problem> unclear) {

    /** Says nothing. */
    public static final BuildOutline EMPTY = new BuildOutline(List.of(), List.of(), List.of());

    /**
     * An image that another one is built upon.
     *
     * @param image the image
     * @param place the line that names it
     */
    public record Base(ImageReference image, SourceRef place) {}

    public BuildOutline {
        bases = List.copyOf(bases);
        exposed = List.copyOf(exposed);
        unclear = List.copyOf(unclear);
    }
}
