package io.dockerops.engine.problem;

/** How much a {@link Problem} matters. */
public enum Severity {
    /** The input cannot be used. */
    ERROR,
    /** The input can be used, but probably not as it was meant. */
    WARNING
}
