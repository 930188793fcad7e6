package io.dockerops.engine.docker;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads how containers, networks and volumes are set up from what the engine says of them, in the form that {@link
 * Specification} describes, so that a field that was asked for equals the one that is live. What is as the engine does
 * it anyway (a limit of 0, an empty list) is left out.
 */
final class LiveFields {

    /** So many characters of a container's id are a name of it. */
    private static final int SHORT_ID = 12;

    /** What may be asked of an endpoint, and which network it is in; the rest of it says what came of that. */
    private static final Set<String> ENDPOINT =
            Set.of("Aliases", "DriverOpts", "GwPriority", "IPAMConfig", "Links", "MacAddress", "NetworkID");

    /** What belongs to a network's life and not to its set-up. */
    private static final Set<String> NETWORK_LIFE =
            Set.of("Containers", "Created", "Id", "Name", "Peers", "Services", "Status");

    /** The modes in which a container shares something with another one. */
    private static final List<FieldPath> SHARED = List.of(
            FieldPath.of("HostConfig", "IpcMode"),
            FieldPath.of("HostConfig", "NetworkMode"),
            FieldPath.of("HostConfig", "PidMode"));

    private static final String OF_CONTAINER = "container:";
    private static final Value ZERO = Value.whole(0);

    private LiveFields() {}

    /**
     * A container's fields, of the answer to an inspect.
     *
     * @param nameOf the name of the container with an id; the id itself when there is none
     */
    static Specification container(Map<String, Object> inspected, UnaryOperator<String> nameOf) {
        TreeMap<FieldPath, Value> fields = new TreeMap<>();
        addAll(fields, JsonTree.object(inspected, "Config"));
        add(fields, FieldPath.of("HostConfig"), inspected.get("HostConfig"));
        // A variable without a name can stand in an image; it can be neither asked for nor compared.
        fields.computeIfPresent(FieldPath.of("Env"), (path, variables) -> withNames(variables));
        String id = JsonTree.text(inspected, "Id");
        Map<String, Object> networks = JsonTree.object(JsonTree.object(inspected, "NetworkSettings"), "Networks");
        networks.forEach((name, endpoint) -> addEndpoint(fields, name, JsonTree.object(endpoint), id));
        return named(specification(fields), nameOf);
    }

    /** Names the containers that this one shares something with: the engine has put their ids where names were asked. */
    private static Specification named(Specification live, UnaryOperator<String> nameOf) {
        Specification.Builder named = null;
        for (FieldPath path : SHARED) {
            if (live.fields().get(path) instanceof Value.Text mode
                    && mode.text().startsWith(OF_CONTAINER)) {
                named = named == null ? live.toBuilder() : named;
                String name = nameOf.apply(mode.text().substring(OF_CONTAINER.length()));
                named.put(path, Value.text(OF_CONTAINER + name));
            }
        }
        return named == null ? live : named.build();
    }

    /** A network's fields, of an entry of the list of networks. */
    static Specification network(Map<String, Object> network) {
        TreeMap<FieldPath, Value> fields = new TreeMap<>();
        network.forEach((name, value) -> {
            if (!name.isEmpty() && !NETWORK_LIFE.contains(name)) {
                add(fields, FieldPath.of(name), value);
            }
        });
        return specification(fields);
    }

    /** A volume's fields, of an entry of the list of volumes. */
    static Specification volume(Map<String, Object> volume) {
        TreeMap<FieldPath, Value> fields = new TreeMap<>();
        add(fields, FieldPath.of("Driver"), volume.get("Driver"));
        add(fields, FieldPath.of("DriverOpts"), volume.get("Options"));
        add(fields, FieldPath.of("Labels"), volume.get("Labels"));
        return specification(fields);
    }

    private static Specification specification(SortedMap<FieldPath, Value> fields) {
        return new Specification(fields).canonical().withoutDefaults();
    }

    private static void addAll(SortedMap<FieldPath, Value> fields, Map<String, Object> object) {
        object.forEach((name, value) -> {
            if (!name.isEmpty()) {
                add(fields, FieldPath.of(name), value);
            }
        });
    }

    /** Adds what is set: of the many fields of a container most are not, and need not be looked at any further. */
    private static void add(SortedMap<FieldPath, Value> fields, FieldPath path, @Nullable Object json) {
        if (json instanceof Map<?, ?> map && !map.isEmpty()) {
            JsonTree.object(map).forEach((name, inner) -> {
                if (!name.isEmpty()) {
                    add(fields, path.child(name), inner);
                }
            });
            return;
        }
        boolean unset = (Long.valueOf(0).equals(json) && Specification.EMPTY.has(path, ZERO))
                || Boolean.FALSE.equals(json)
                || (json instanceof List<?> list && list.isEmpty());
        Value value = unset ? null : value(json);
        if (value != null) {
            fields.put(path, value);
        }
    }

    private static void addEndpoint(
            SortedMap<FieldPath, Value> fields, String network, Map<String, Object> endpoint, String id) {
        FieldPath path = FieldPath.of("Networks", network);
        for (String name : ENDPOINT) {
            add(fields, path.child(name), endpoint.get(name));
        }
        fields.put(path.child("Aliases"), Value.texts(aliases(JsonTree.list(endpoint.get("Aliases")), id)));
    }

    /** Behind those that were asked for, engines before API 1.45 put the id and the host name when the container starts. */
    private static List<String> aliases(List<?> live, String id) {
        List<String> asked = new ArrayList<>();
        for (Object alias : live) {
            if (alias instanceof String text) {
                if (text.length() == SHORT_ID && id.startsWith(text)) {
                    break;
                }
                asked.add(text);
            }
        }
        return asked;
    }

    private static Value withNames(Value variables) {
        return variables instanceof Value.Items items
                ? new Value.Items(items.items().stream()
                        .filter(item -> item instanceof Value.Text text
                                && !text.text().isEmpty()
                                && text.text().charAt(0) != '=')
                        .toList())
                : variables;
    }

    /** Null for what is absent, and for what no field of a specification can be. */
    private static @Nullable Value value(@Nullable Object json) {
        if (json instanceof String text) {
            return Value.text(text);
        }
        if (json instanceof Long number) {
            return Value.whole(number);
        }
        if (json instanceof Boolean flag) {
            return Value.flag(flag);
        }
        if (json instanceof List<?> list) {
            List<Value> items = new ArrayList<>();
            list.forEach(each -> addItem(items, each));
            return new Value.Items(items);
        }
        return json instanceof Map<?, ?> ? fields(JsonTree.object(json)) : null;
    }

    private static void addItem(List<Value> items, @Nullable Object json) {
        Value item = value(json);
        if (item != null) {
            items.add(item);
        }
    }

    private static Value fields(Map<String, Object> object) {
        SortedMap<String, Value> entries = new TreeMap<>();
        object.forEach((name, json) -> {
            Value value = value(json);
            if (value != null && !name.isEmpty()) {
                entries.put(name, value);
            }
        });
        return new Value.Fields(entries);
    }
}
