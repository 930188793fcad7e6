package io.dockerops.engine.state;

import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.SecretId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text form of specifications that is kept in a label of what was made from them, so that the next run knows what was
 * applied last. The form carries a version: a program that writes other fields by default than version 1 does has to
 * raise it and to read the older form as if it had them, since an upgrade must not replace containers.
 */
public final class SpecificationLabel {

    private static final long VERSION = 1;
    private static final String SECRET = "secret";
    private static final String FIELDS = "fields";
    private static final String ADDRESS = "address";
    private static final String NETWORK = "network";

    private SpecificationLabel() {}

    /** The label's text. Of secrets it has only the names. */
    public static String encode(Specification specification) {
        Map<String, Object> fields = new LinkedHashMap<>();
        specification.fields().forEach((path, value) -> fields.put(path.toString(), tree(value)));
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("version", VERSION);
        label.put(FIELDS, fields);
        return Json.write(label);
    }

    /** The specification in a label; empty when the text is damaged or of a newer version. */
    public static Optional<Specification> decode(String label) {
        try {
            Map<String, Object> tree = Json.object(label);
            if (!Long.valueOf(VERSION).equals(tree.get("version")) || !(tree.get(FIELDS) instanceof Map<?, ?> fields)) {
                return Optional.empty();
            }
            Specification.Builder builder = Specification.builder();
            Json.cast(fields).forEach((path, value) -> builder.put(FieldPath.parse(path), value(value)));
            return Optional.of(builder.build());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A value as a JSON tree; a secret becomes an object with its name, an address one with
     * container and network, an object one that says that it is one. */
    public static Object tree(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Whole whole) {
            return whole.number();
        } else if (value instanceof Value.Flag flag) {
            return flag.flag();
        } else if (value instanceof Value.Items items) {
            return items.items().stream().map(SpecificationLabel::tree).toList();
        } else if (value instanceof Value.Fields object) {
            Map<String, Object> entries = new LinkedHashMap<>();
            object.entries().forEach((name, entry) -> entries.put(name, tree(entry)));
            return Map.of(FIELDS, entries);
        }
        if (value instanceof Value.Address address) {
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put(ADDRESS, address.container());
            reference.put(NETWORK, address.network());
            return reference;
        }
        return Map.of(SECRET, ((Value.Secret) value).id().name());
    }

    private static Value value(Object tree) {
        if (tree instanceof String text) {
            return Value.text(text);
        } else if (tree instanceof Long number) {
            return Value.whole(number);
        } else if (tree instanceof Boolean flag) {
            return Value.flag(flag);
        } else if (tree instanceof List<?> items) {
            return new Value.Items(items.stream().map(SpecificationLabel::value).toList());
        } else if (tree instanceof Map<?, ?> map && map.get(SECRET) instanceof String name) {
            return new Value.Secret(new SecretId(name));
        } else if (tree instanceof Map<?, ?> map
                && map.get(ADDRESS) instanceof String container
                && map.get(NETWORK) instanceof String network) {
            return new Value.Address(container, network);
        } else if (tree instanceof Map<?, ?> map && map.get(FIELDS) instanceof Map<?, ?> object) {
            SortedMap<String, Value> entries = new TreeMap<>();
            Json.cast(object).forEach((name, entry) -> entries.put(name, value(entry)));
            return new Value.Fields(entries);
        }
        throw new IllegalArgumentException("not a value of a specification");
    }
}
