package io.dockerops.dsl.compile.unit;

/**
 * A file that a script includes by a plain text.
 *
 * @param path the text
 * @param call the {@code include}
 * @param always whether it is included whenever the script runs, not only in some branch or function
 */
public record IncludeSite(String path, CallSite call, boolean always) {}
