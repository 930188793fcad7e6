package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.UnitLoader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The classes of {@code lib/}, those that hold words among them. */
record AddedClasses(UnitLoader loader) {

    /** How the names of classes end whose static methods are words. */
    private static final String WORDS = "Words";

    /** The names of all. */
    Set<String> names() {
        return loader.unit().classes().keySet();
    }

    /** The classes that hold words, in the order of their names. */
    List<Class<?>> withWords() {
        return names().stream()
                .filter(type -> type.endsWith(WORDS) && type.indexOf('$') < 0)
                .sorted()
                .<Class<?>>map(this::load)
                .toList();
    }

    /** The words: static methods whose first parameter is what the words of a block are spoken to. */
    List<Method> words() {
        return withWords().stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0].isInterface()
                        && method.getParameterTypes()[0].getSimpleName().endsWith(WORDS))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private Class<?> load(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class is gone that was just compiled: " + name, e);
        }
    }
}
