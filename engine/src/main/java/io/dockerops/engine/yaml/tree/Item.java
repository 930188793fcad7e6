package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.SourceRef;
import java.util.List;

/** A node of a YAML file. */
public sealed interface Item {

    /** Where it stands. */
    SourceRef place();

    /** What it is, as messages name it. */
    String described();

    /** What a plain text stands for. */
    enum Kind {
        NOTHING,
        FLAG,
        NUMBER,
        TEXT
    }

    /**
     * One value.
     *
     * @param text the value as it is written
     * @param kind what it stands for
     * @param place where it stands
     */
    record Single(String text, Kind kind, SourceRef place) implements Item {

        /** Whether nothing is written. */
        public boolean nothing() {
            return kind == Kind.NOTHING;
        }

        @Override
        public String described() {
            return switch (kind) {
                case NOTHING -> "nothing";
                case FLAG -> "`" + text + "`";
                case NUMBER -> "the number " + text;
                case TEXT -> "the text `" + text + "`";
            };
        }
    }

    /**
     * A list.
     *
     * @param items what is in it
     * @param place where it begins
     */
    record Several(List<Item> items, SourceRef place) implements Item {
        public Several {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return switch (items.size()) {
                case 0 -> "an empty list";
                case 1 -> "a list of one";
                default -> "a list of " + items.size();
            };
        }
    }

    /**
     * A map.
     *
     * @param entries its entries in the order of the file, each key once
     * @param place where it begins
     */
    record Keyed(List<Entry> entries, SourceRef place) implements Item {
        public Keyed {
            entries = List.copyOf(entries);
        }

        @Override
        public String described() {
            return entries.isEmpty() ? "an empty map" : "a map";
        }
    }

    /**
     * An entry of a map.
     *
     * @param key what stands before the colon
     * @param value what stands behind it
     */
    record Entry(Single key, Item value) {

        /** The key's text. */
        public String name() {
            return key.text();
        }
    }
}
