package io.dockerops.dsl.compile.check;

/**
 * The type of what a mistake left without one. Whatever is done with it is no second mistake. It is public because the
 * type checker forgets types that a script could not name.
 */
public final class Unknown {

    private Unknown() {}
}
