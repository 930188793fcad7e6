package io.dockerops.docs;

import java.util.List;

/**
 * One word of a block.
 *
 * @param name as it stands in scripts
 * @param forms the ways in which it can be written, in the order of the source
 */
public record Word(String name, List<Form> forms) {

    public Word {
        forms = List.copyOf(forms);
    }

    /**
     * One way in which a word can be written.
     *
     * @param returns the type that it gives back, in Java
     * @param property whether it is written without arguments and parentheses
     * @param text what it does, in Markdown
     * @param example lines of a script
     * @param arguments its arguments
     * @param since the first version that has it
     * @param knownAs how other tools call the word
     */
    public record Form(
            String returns,
            boolean property,
            String text,
            List<String> example,
            List<Argument> arguments,
            String since,
            List<String> knownAs) {
        public Form {
            example = List.copyOf(example);
            arguments = List.copyOf(arguments);
            knownAs = List.copyOf(knownAs);
        }
    }

    /**
     * An argument of a word.
     *
     * @param name its name
     * @param type its type in Java, without annotations
     * @param text what it is, in Markdown; empty when the word's text says it
     * @param named the named arguments that it holds; empty for a positional argument
     * @param block the interface of the words between its braces; empty when it is no block
     */
    public record Argument(String name, String type, String text, List<Named> named, String block) {
        public Argument {
            named = List.copyOf(named);
        }
    }

    /**
     * A named argument.
     *
     * @param name its name
     * @param type the simple name of its type
     * @param required whether it must be there
     */
    public record Named(String name, String type, boolean required) {}
}
