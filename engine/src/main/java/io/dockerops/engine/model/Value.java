package io.dockerops.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The value of one field of a {@link Specification}. {@code toString} is how plans show it. */
public sealed interface Value {

    /** The text {@code text}. */
    static Value text(String text) {
        return new Text(text);
    }

    /** The number {@code number}. */
    static Value whole(long number) {
        return new Whole(number);
    }

    /** The truth value {@code flag}. */
    static Value flag(boolean flag) {
        return new Flag(flag);
    }

    /** A list of texts. */
    static Value texts(List<String> texts) {
        return new Items(texts.stream().map(Value::text).toList());
    }

    /** A text. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /** A whole number, in the unit that Docker's API gives the field. */
    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** True or false. */
    record Flag(boolean flag) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(flag);
        }
    }

    /** A list, whose order counts. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * An object inside a list, such as one of {@code HostConfig.Devices}. An object that is not inside a list has no value
     * of its own: its entries are fields with longer paths, which {@link Specification#canonical()} makes of this kind.
     */
    record Fields(SortedMap<String, Value> entries) implements Value {
        public Fields {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }

        @Override
        public String toString() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * The address of a container, to be replaced by the one that it has when the engine is called.
     *
     * @param container the container's name
     * @param network the network, by the engine's name
     */
    record Address(String container, String network) implements Value {
        @Override
        public String toString() {
            return "address of " + container + " in " + network;
        }
    }

    /** A reference to a secret, to be replaced by its value when the engine is called. */
    record Secret(SecretId id) implements Value {
        @Override
        public String toString() {
            return id.toString();
        }
    }
}
