package io.dockerops.dsl.words;

/** Stands for the name of the host that a container runs on. */
public record NameOfHost() {

    /** As a script says it. */
    @Override
    public String toString() {
        return "nameOfHost()";
    }
}
