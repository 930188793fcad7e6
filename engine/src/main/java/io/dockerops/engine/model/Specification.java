package io.dockerops.engine.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that is asked of an engine when it creates a container, network or volume: the fields of Docker's API with
 * their values. A field that is absent is left to the engine.
 *
 * @param fields the fields, ordered by path
 */
public record Specification(SortedMap<FieldPath, Value> fields) {

    /** Asks for nothing. */
    public static final Specification EMPTY = new Specification(new TreeMap<>());

    public Specification {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** The value at {@code path}. */
    public Optional<Value> get(FieldPath path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The text at {@code segments}; empty when the field is absent or not a text. */
    public Optional<String> text(String... segments) {
        return get(FieldPath.of(segments))
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text());
    }

    /** The fields at and below {@code outer}. */
    public Specification below(FieldPath outer) {
        TreeMap<FieldPath, Value> part = new TreeMap<>();
        fields.tailMap(outer).forEach((path, value) -> {
            if (path.startsWith(outer)) {
                part.put(path, value);
            }
        });
        return new Specification(part);
    }

    /** A copy in which {@code change} has replaced each value. */
    public Specification map(Function<Value, Value> change) {
        TreeMap<FieldPath, Value> changed = new TreeMap<>();
        fields.forEach((path, value) -> changed.put(path, change.apply(value)));
        return new Specification(changed);
    }

    /** A builder that starts with these fields. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fields.putAll(fields);
        return builder;
    }

    /** A builder that starts empty. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects fields. A later value for the same path replaces the earlier one. Not thread-safe. */
    public static final class Builder {

        private final TreeMap<FieldPath, Value> fields = new TreeMap<>();

        private Builder() {}

        /** Sets a field. */
        public Builder put(FieldPath path, Value value) {
            fields.put(path, value);
            return this;
        }

        /** Sets a field to a text. */
        public Builder put(String path, String text) {
            return put(FieldPath.parse(path), Value.text(text));
        }

        /** Sets a field to a number. */
        public Builder put(String path, long number) {
            return put(FieldPath.parse(path), Value.whole(number));
        }

        /** Sets a field to true or false. */
        public Builder put(String path, boolean flag) {
            return put(FieldPath.parse(path), Value.flag(flag));
        }

        /** Leaves a field, and all inside it, to the engine. */
        public Builder remove(FieldPath path) {
            fields.keySet().removeIf(each -> each.startsWith(path));
            return this;
        }

        /** The fields collected so far. */
        public Specification build() {
            return new Specification(fields);
        }
    }
}
