package io.dockerops.dsl.compile.check;

/**
 * How users call a type.
 *
 * @param type the type
 * @param name with its article: {@code a duration}
 * @param example as it stands in a script: {@code 30.seconds}
 */
public record Term(Class<?> type, String name, String example) {}
