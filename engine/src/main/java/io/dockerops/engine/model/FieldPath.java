package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a field in the body that Docker's API takes to create something, such as {@code HostConfig.Memory}. Lists
 * whose entries have a key of their own are addressed by that key: {@code Env.LANG}, {@code HostConfig.Binds./data},
 * {@code HostConfig.PortBindings.80/tcp}, {@code Labels[com.example.x]}.
 *
 * @param segments the names from the outside in, at least one
 */
public record FieldPath(List<String> segments) implements Comparable<FieldPath> {

    /** @throws IllegalArgumentException when there is no segment or an empty one */
    public FieldPath {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.contains("")) {
            throw new IllegalArgumentException("a field path needs names between its dots");
        }
    }

    /** The path made of {@code segments}. */
    public static FieldPath of(String... segments) {
        return new FieldPath(List.of(segments));
    }

    /**
     * Reads names separated by dots; a name that contains dots stands in brackets, as {@link #toString} writes it, and a
     * {@code ]} in such a name is doubled.
     *
     * @throws IllegalArgumentException when the text is not a path
     */
    public static FieldPath parse(String text) {
        List<String> segments = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            if (at < text.length() && text.charAt(at) == '[') {
                int close = close(text, at + 1);
                segments.add(text.substring(at + 1, close).replace("]]", "]"));
                at = close + 1 < text.length() && text.charAt(close + 1) == '.' ? close + 2 : close + 1;
                if (at == text.length()) {
                    break;
                }
            } else {
                int end = nameEnd(text, at);
                segments.add(text.substring(at, end));
                at = end < text.length() && text.charAt(end) == '[' ? end : end + 1;
            }
        }
        return new FieldPath(segments);
    }

    /** The place of the bracket that closes; a doubled one is part of the name. */
    private static int close(String text, int from) {
        for (int at = text.indexOf(']', from); at >= 0; at = text.indexOf(']', at + 2)) {
            if (at + 1 == text.length() || text.charAt(at + 1) != ']') {
                return at;
            }
        }
        throw new IllegalArgumentException("`" + text + "` has a `[` without its `]`");
    }

    private static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    /** The path with one more name inside. */
    public FieldPath child(String segment) {
        return join(List.of(segment));
    }

    /** The path with more names inside. */
    public FieldPath join(List<String> inner) {
        List<String> longer = new ArrayList<>(segments);
        longer.addAll(inner);
        return new FieldPath(longer);
    }

    /** The outermost name. */
    public String first() {
        return segments.get(0);
    }

    /** The innermost name. */
    public String last() {
        return segments.get(segments.size() - 1);
    }

    /** Whether this path is {@code outer} or lies inside it. */
    public boolean startsWith(FieldPath outer) {
        return segments.size() >= outer.segments.size()
                && segments.subList(0, outer.segments.size()).equals(outer.segments);
    }

    @Override
    public int compareTo(FieldPath other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int order = segments.get(i).compareTo(other.segments.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(segments.size(), other.segments.size());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (segment.indexOf('.') >= 0 || segment.indexOf('[') >= 0) {
                text.append('[').append(segment.replace("]", "]]")).append(']');
            } else {
                text.append(text.length() == 0 ? "" : ".").append(segment);
            }
        }
        return text.toString();
    }
}
