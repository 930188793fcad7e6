package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Kind;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads items as values of one type. What is of another type is refused with the name of the key that wants it. */
public final class Values {

    private Values() {}

    /** A text; numbers and truth values are texts as they are written. */
    public static String text(String key, Item item) {
        if (item instanceof Single single && !single.nothing()) {
            return single.text();
        }
        throw new Mistake("`" + key + "` takes a text, and this is " + item.described());
    }

    /** {@code true} or {@code false}, or one of the words that YAML has for them. */
    public static boolean flag(String key, Item item) {
        if (item instanceof Single single) {
            switch (single.text().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "y" -> {
                    return true;
                }
                case "false", "no", "off", "n" -> {
                    return false;
                }
                default -> {}
            }
        }
        throw new Mistake("`" + key + "` takes `true` or `false`, and this is " + item.described());
    }

    /** A whole number. */
    public static long whole(String key, Item item) {
        if (item instanceof Single single) {
            String digits = single.text().replace("_", "");
            if (digits.matches("[-+]?\\d{1,18}")) {
                return Long.parseLong(digits);
            }
        }
        throw new Mistake("`" + key + "` takes a whole number, and this is " + item.described());
    }

    /** The texts of a list, or the one that stands alone; none when there is nothing. */
    public static List<String> texts(String key, Item item) {
        List<String> texts = new ArrayList<>();
        for (Single single : singles(key, item)) {
            texts.add(single.text());
        }
        return texts;
    }

    /** The single values of a list, or the one that stands alone; none when there is nothing. */
    public static List<Single> singles(String key, Item item) {
        if (item instanceof Keyed) {
            throw new Mistake("`" + key + "` takes a text or a list of texts, and this is " + item.described());
        }
        List<Single> singles = new ArrayList<>();
        for (Item each : elements(item)) {
            text(key, each);
            singles.add((Single) each);
        }
        return singles;
    }

    /** The texts of a map by key. */
    public static Map<String, String> textsByKey(String key, Item item) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Entry entry : keyed(key, item).entries()) {
            texts.put(entry.name(), text(key + " " + entry.name(), entry.value()));
        }
        return texts;
    }

    /** A map. */
    public static Keyed keyed(String key, Item item) {
        if (item instanceof Keyed keyed) {
            return keyed;
        }
        if (item instanceof Single single && single.nothing()) {
            return new Keyed(List.of(), item.place());
        }
        throw new Mistake("`" + key + "` takes a map, and this is " + item.described());
    }

    /**
     * The elements of what may be one value, a list or a map: an entry of a map counts as the list of its key and its
     * value. None when there is nothing.
     */
    public static List<Item> elements(Item item) {
        if (item instanceof Several several) {
            return several.items();
        } else if (item instanceof Keyed keyed) {
            return keyed.entries().stream().map(Values::pair).toList();
        }
        return ((Single) item).kind() == Kind.NOTHING ? List.of() : List.of(item);
    }

    /** A list as a map, where each element has the key at the same place in {@code keys}. */
    public static Keyed byPosition(List<String> keys, List<Item> parts) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(keys.size(), parts.size()); i++) {
            Item part = parts.get(i);
            entries.add(new Entry(new Single(keys.get(i), Kind.TEXT, part.place()), part));
        }
        return new Keyed(entries, parts.get(0).place());
    }

    /** An entry as the list of its key and its value. */
    public static Item pair(Entry entry) {
        return new Several(List.of(entry.key(), entry.value()), entry.key().place());
    }
}
