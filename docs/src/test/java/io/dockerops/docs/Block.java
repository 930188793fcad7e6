package io.dockerops.docs;

import java.util.List;

/**
 * The words of one interface.
 *
 * @param type the interface's name
 * @param text what its comment says, in Markdown
 * @param words its words, in the order of the source
 */
public record Block(String type, String text, List<Word> words) {
    public Block {
        words = List.copyOf(words);
    }
}
