package io.dockerops.dsl.compile;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds words that are in two places at once. */
final class Clashes {

    private final List<Added> added = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Classes, what they are called in messages, and where what is wrong with them is to be told. */
    private record Added(AddedClasses classes, String title, SourceRef place) {}

    /**
     * Looks at classes that the file has beside those before.
     *
     * @param title what they are called: {@code the library `x`}
     * @param place where they come in
     */
    void add(AddedClasses classes, String title, SourceRef place) {
        Added last = new Added(classes, title, place);
        withLanguage(last);
        added.forEach(earlier -> between(earlier, last));
        added.add(last);
    }

    List<Problem> problems() {
        return problems;
    }

    private void withLanguage(Added one) {
        List<Method> same = one.classes().words().stream()
                .filter(word -> Arrays.stream(word.getParameterTypes()[0].getMethods())
                        .anyMatch(other -> other.getName().equals(word.getName())))
                .toList();
        names(same)
                .forEach(word -> problems.add(Problem.error(
                        one.place(),
                        one.title() + " has a word `" + word + "`, which the language has itself",
                        "the word needs another name there")));
    }

    private void between(Added earlier, Added later) {
        Set<String> words = names(later.classes().words().stream()
                .filter(word -> earlier.classes().words().stream().anyMatch(other -> same(word, other)))
                .toList());
        words.forEach(word -> problems.add(Problem.error(
                later.place(),
                "the word `" + word + "` is in " + earlier.title() + " and in " + later.title(),
                "take one of them out, or use it in a library of its own")));
        Set<String> types = new LinkedHashSet<>(later.classes().names());
        types.retainAll(earlier.classes().names());
        if (words.isEmpty() && !types.isEmpty()) {
            problems.add(Problem.error(
                    later.place(),
                    "the class `" + types.iterator().next() + "` is in " + earlier.title() + " and in " + later.title(),
                    "one of them has to be in a package"));
        }
    }

    private static boolean same(Method word, Method other) {
        Class<?> spoken = word.getParameterTypes()[0];
        Class<?> otherSpoken = other.getParameterTypes()[0];
        return word.getName().equals(other.getName())
                && (spoken.isAssignableFrom(otherSpoken) || otherSpoken.isAssignableFrom(spoken));
    }

    private static Set<String> names(List<Method> words) {
        return words.stream().map(Method::getName).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
