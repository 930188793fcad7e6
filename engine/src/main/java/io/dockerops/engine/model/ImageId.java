package io.dockerops.engine.model;

/**
 * The identity of an image that a project uses: its full reference.
 *
 * @param reference the reference with tag or digest
 */
public record ImageId(ImageReference reference) implements ElementId, Comparable<ImageId> {

    @Override
    public String kind() {
        return "image";
    }

    @Override
    public String label() {
        return reference.toString();
    }

    @Override
    public int compareTo(ImageId other) {
        return label().compareTo(other.label());
    }

    @Override
    public String toString() {
        return label();
    }
}
