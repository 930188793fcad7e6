package io.dockerops.dsl.words;

import groovy.lang.Binding;
import java.util.function.Supplier;

/** Carries to a script the object that its words are spoken to. It has no variables. */
public final class WordsBinding extends Binding {

    private final Supplier<? extends ProjectWords> words;

    /** @param words gives the object, each time when a word is used */
    public WordsBinding(Supplier<? extends ProjectWords> words) {
        this.words = words;
    }

    ProjectWords words() {
        return words.get();
    }
}
