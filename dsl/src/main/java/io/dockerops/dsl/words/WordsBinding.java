package io.dockerops.dsl.words;

import groovy.lang.Binding;

/** Carries to a script the object that its words are spoken to. It has no variables. */
public final class WordsBinding extends Binding {

    private final ProjectWords words;

    public WordsBinding(ProjectWords words) {
        this.words = words;
    }

    ProjectWords words() {
        return words;
    }
}
