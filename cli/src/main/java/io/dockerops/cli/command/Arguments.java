package io.dockerops.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the program, taken apart as far as the name of the command. Options may stand before it: {@code
 * dockerops --debug run} means {@code dockerops run --debug}.
 *
 * @param command the name of the command; empty when there is none
 * @param rest all other arguments in their order
 */
record Arguments(Optional<String> command, List<String> rest) {

    /** The options with a value in the next argument that may stand before the command. */
    private static final List<String> WITH_VALUE = List.of("-P", "--host");

    static Arguments of(List<String> all) {
        int at = 0;
        while (at < all.size() && all.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(all.get(at)) ? 2 : 1;
        }
        if (at >= all.size()) {
            return new Arguments(Optional.empty(), List.copyOf(all));
        }
        List<String> rest = new ArrayList<>(all);
        rest.remove(at);
        return new Arguments(Optional.of(all.get(at)), rest);
    }
}
