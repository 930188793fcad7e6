package io.dockerops.engine.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * An instruction of a Dockerfile with its continuation lines joined.
 *
 * @param line the line that it begins in, from 1
 * @param keyword its first word in capitals; {@link #UDP_EXPOSE} for the comment that stands for an instruction
 * @param flags the words with {@code --} in front that follow the keyword
 * @param arguments all that follows the flags
 */
record Instruction(int line, String keyword, List<String> flags, String arguments) {

    /** The comments {@code #UDPEXPOSE} and {@code #UDP_EXPOSE}. */
    static final String UDP_EXPOSE = "UDP_EXPOSE";

    Instruction {
        flags = List.copyOf(flags);
    }

    /** The value of the flag {@code --name=value}. */
    Optional<String> flag(String name) {
        String start = "--" + name + "=";
        return flags.stream()
                .filter(flag -> flag.startsWith(start))
                .map(flag -> flag.substring(start.length()))
                .findFirst();
    }
}
