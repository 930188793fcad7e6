package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of a project, or of one of its libraries, are compiled against.
 *
 * @param libraries the libraries, by what the word {@code library} says of them
 * @param own the classes beside the file; empty when there are none
 * @param sources everything that decides what comes of a compilation: the own classes, and those of the libraries
 * @param loader has all those classes
 */
record Scope(
        Map<Map<String, String>, Library> libraries,
        Optional<AddedClasses> own,
        List<SourceText> sources,
        ClassLoader loader) {

    Scope {
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
        sources = List.copyOf(sources);
    }

    /** The classes that hold words, of the libraries and of its own. */
    List<Class<?>> withWords() {
        return Stream.concat(
                        libraries.values().stream().distinct().flatMap(each -> each.scope().own().stream()),
                        own.stream())
                .flatMap(classes -> classes.withWords().stream())
                .toList();
    }
}
