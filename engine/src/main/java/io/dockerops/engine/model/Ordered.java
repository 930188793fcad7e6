package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Immutable maps and lists whose order is the same in every run, and the merge rules of settings. */
final class Ordered {

    private Ordered() {}

    static <V> SortedMap<String, V> sorted() {
        return Collections.unmodifiableSortedMap(new TreeMap<>());
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** {@code upper} where it says something, else {@code base}. */
    static <T> Optional<T> first(Optional<T> upper, Optional<T> base) {
        return upper.isPresent() ? upper : base;
    }

    /** The entries of {@code base}, replaced or extended by those of {@code upper}. */
    static <K extends Comparable<? super K>, V> SortedMap<K, V> overlay(Map<K, V> upper, Map<K, V> base) {
        TreeMap<K, V> merged = new TreeMap<>(base);
        merged.putAll(upper);
        return Collections.unmodifiableSortedMap(merged);
    }

    /** {@code base}, where an entry of {@code upper} with the same key takes the place of the one below, then the rest. */
    static <T, K> List<T> replaceByKey(List<T> upper, List<T> base, Function<T, K> key) {
        LinkedHashMap<K, T> merged = new LinkedHashMap<>();
        base.forEach(entry -> merged.put(key.apply(entry), entry));
        upper.forEach(entry -> merged.put(key.apply(entry), entry));
        return List.copyOf(new ArrayList<>(merged.values()));
    }

    /** The entries of {@code first}, then those of {@code second} that are not among them. */
    static <T> List<T> union(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /** The entries of {@code base} with other keys than those of {@code upper} have, then {@code upper}. */
    static <T, K> List<T> replaceAllByKey(List<T> upper, List<T> base, Function<T, K> key) {
        Set<K> replaced = new LinkedHashSet<>();
        upper.forEach(entry -> replaced.add(key.apply(entry)));
        return Stream.concat(base.stream().filter(entry -> !replaced.contains(key.apply(entry))), upper.stream())
                .toList();
    }
}
