package io.dockerops.dsl.compile.check;

import groovy.lang.Script;
import java.util.List;

/**
 * The words that scripts are written in.
 *
 * <p>The public methods of the base class are the words of the top level. A block is a word's closure parameter with
 * {@code @DelegatesTo}: the public methods of that type are the words of the block, which is called after the word that
 * opens it. Named arguments are what {@code @NamedParam} says on a word's first parameter, a map.
 *
 * @param base what scripts extend
 * @param units the extension class whose {@code getX(Number)} are the units of numbers
 * @param terms how users call the types of arguments; other types are called after their class, without {@code Handle}
 *     or {@code Words}
 */
public record Vocabulary(Class<? extends Script> base, Class<?> units, List<Term> terms) {

    public Vocabulary {
        terms = List.copyOf(terms);
    }
}
