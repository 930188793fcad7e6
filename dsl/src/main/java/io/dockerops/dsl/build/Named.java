package io.dockerops.dsl.build;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The named arguments of one word. Each is read by itself, so that what is wrong with one does not hide the others. */
final class Named {

    private final Reading reading;
    private final String word;
    private final Map<String, ?> arguments;

    /**
     * Reports arguments that have no value, or are not among {@code names}: the compiler cannot see the names in a map that
     * is a variable.
     */
    Named(Reading reading, String word, Map<String, ?> arguments, String... names) {
        this.reading = reading;
        this.word = word;
        this.arguments = arguments;
        for (Map.Entry<String, ?> argument : arguments.entrySet()) {
            String name = String.valueOf(argument.getKey());
            if (!List.of(names).contains(name)) {
                reading.problem(
                        "`" + word + "` has no named argument `" + name + "`",
                        Suggest.hint(name, List.of(names), "it takes"));
            } else if (argument.getValue() == null) {
                reading.problem(
                        "`" + name + "` of `" + word + "` gets nothing (null)", "give it a value, or leave it out");
            }
        }
    }

    /** Gives the argument {@code name}, when it is there, to {@code reader}. */
    <T> void with(String name, Class<T> type, Consumer<T> reader) {
        Object value = arguments.get(name);
        if (value == null) {
            return;
        }
        reading.attempt(() -> {
            Object plain = type == String.class && value instanceof CharSequence ? value.toString() : value;
            if (!type.isInstance(plain)) {
                throw new Mistake("`" + name + "` of `" + word + "` takes " + named(type) + ", and it is "
                        + Given.described(value));
            }
            reader.accept(type.cast(plain));
        });
    }

    /** The argument {@code name}; empty when it is not there or of another type, which then is a problem. */
    <T> Optional<T> get(String name, Class<T> type) {
        List<T> found = new ArrayList<>();
        with(name, type, found::add);
        return found.stream().findFirst();
    }

    Optional<String> text(String name) {
        return get(name, String.class);
    }

    boolean flag(String name) {
        return get(name, Boolean.class).orElse(false);
    }

    boolean has(String name) {
        return arguments.get(name) != null;
    }

    /** Those arguments whose names are given. */
    Map<String, ?> only(String... names) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            Object value = arguments.get(name);
            if (value != null) {
                some.put(name, value);
            }
        }
        return some;
    }

    private static String named(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "Boolean" -> "true or false";
            case "Integer" -> "a whole number";
            case "Number" -> "a number";
            case "Size" -> "a size such as `512.mb`";
            case "Duration" -> "a duration such as `2.seconds`";
            case "Map" -> "a map";
            default -> type.getSimpleName();
        };
    }
}
