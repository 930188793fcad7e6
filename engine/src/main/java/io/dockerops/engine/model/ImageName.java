package io.dockerops.engine.model;

/**
 * The identity of an image that a project declares by itself, before it is known what the project is called.
 *
 * @param name its name, without the project's in front
 */
public record ImageName(String name) implements ElementId {

    /** @throws IllegalArgumentException when the name breaks the rule for names */
    public ImageName {
        Image.checkName(name);
    }

    @Override
    public String kind() {
        return "image";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
