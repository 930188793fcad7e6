package io.dockerops.engine.docker;

import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.EngineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes specifications as bodies of Docker's API. {@link Specification} says what stands where; here is the way from
 * there to the body, {@link LiveFields} is the way back.
 */
final class SpecificationJson {

    private static final String HOST_CONFIG = "HostConfig";

    private SpecificationJson() {}

    /** The body that creates a container, with all its endpoints. */
    static Map<String, Object> container(Specification specification) {
        Map<String, Object> body = tree(specification);
        rewrite(body, "Env", variables -> list(variables, SpecificationJson::variable));
        rewrite(body, "ExposedPorts", SpecificationJson::names);
        rewrite(body, "Volumes", SpecificationJson::names);
        Map<String, Object> host = JsonTree.object(body, HOST_CONFIG);
        rewrite(host, "Binds", binds -> list(binds, SpecificationJson::bind));
        rewrite(host, "Mounts", mounts -> list(mounts, (path, mount) -> keyed("Target", path, mount)));
        rewrite(host, "Ulimits", limits -> list(limits, (name, limit) -> keyed("Name", name, limit)));
        rewrite(host, "PortBindings", SpecificationJson::portBindings);
        Object endpoints = body.remove("Networks");
        if (endpoints != null) {
            body.put("NetworkingConfig", map("EndpointsConfig", endpoints));
        }
        return body;
    }

    /** The body of an endpoint. */
    static Map<String, Object> endpoint(Specification endpoint) {
        return tree(endpoint);
    }

    /** The body that changes a container in place. */
    static Map<String, Object> update(Specification changes) {
        return new LinkedHashMap<>(JsonTree.object(container(changes), HOST_CONFIG));
    }

    /** The body that creates a network. */
    static Map<String, Object> network(String name, Specification specification) {
        Map<String, Object> body = map("Name", name);
        // Without it engines before API 1.44 make a second network of the same name.
        body.put("CheckDuplicate", true);
        body.putAll(tree(specification));
        rewrite(JsonTree.object(body, "IPAM"), "Config", subnets -> new ArrayList<>(subnets.values()));
        return body;
    }

    /** The body that creates a volume. */
    static Map<String, Object> volume(String name, Specification specification) {
        Map<String, Object> body = map("Name", name);
        body.putAll(tree(specification));
        return body;
    }

    /** The fields as objects in objects. */
    private static Map<String, Object> tree(Specification specification) {
        Map<String, Object> root = new LinkedHashMap<>();
        try {
            specification.canonical().fields().forEach((path, value) -> put(root, path, json(value)));
        } catch (IllegalArgumentException e) {
            throw new EngineException.Failed(
                    String.valueOf(e.getMessage()), "correct that field; Docker's API reference has its form");
        }
        return root;
    }

    private static void put(Map<String, Object> root, FieldPath path, Object value) {
        Map<String, Object> object = root;
        List<String> segments = path.segments();
        for (String segment : segments.subList(0, segments.size() - 1)) {
            Object inner = object.computeIfAbsent(segment, name -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException(
                        "`" + path + "` cannot be set, since `" + segment + "` has a value of its own");
            }
            object = Json.cast(map);
        }
        object.put(path.last(), value);
    }

    private static Object json(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Whole whole) {
            return whole.number();
        }
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().map(SpecificationJson::json).toList();
        }
        if (value instanceof Value.Fields fields) {
            Map<String, Object> object = new LinkedHashMap<>();
            fields.entries().forEach((name, entry) -> object.put(name, json(entry)));
            return object;
        }
        throw new IllegalStateException("a value has not been filled in: " + value);
    }

    private static void rewrite(Map<String, Object> parent, String name, Function<Map<String, Object>, Object> change) {
        Object keyed = parent.get(name);
        if (keyed instanceof Map<?, ?> map) {
            parent.put(name, change.apply(Json.cast(map)));
        }
    }

    private static List<Object> list(Map<String, Object> keyed, BiFunction<String, Object, Object> entry) {
        List<Object> list = new ArrayList<>();
        keyed.forEach((key, value) -> list.add(entry.apply(key, value)));
        return list;
    }

    private static String variable(String name, Object value) {
        return value instanceof Boolean ? name : name + "=" + value;
    }

    /** The options of {@code source:options} go behind the path, unless they are what the engine does anyway. */
    private static String bind(String path, Object value) {
        String bind = value.toString();
        int colon = bind.lastIndexOf(':');
        String source = colon < 0 ? bind : bind.substring(0, colon);
        String options = colon < 0 ? "rw" : bind.substring(colon + 1);
        return source + ":" + path + (options.equals("rw") ? "" : ":" + options);
    }

    private static Object keyed(String key, String name, Object value) {
        Map<String, Object> object = map(key, name);
        object.putAll(JsonTree.object(value));
        return object;
    }

    /** Docker's form of a set. */
    private static Map<String, Object> names(Map<String, Object> flags) {
        Map<String, Object> names = new LinkedHashMap<>();
        flags.forEach((name, flag) -> {
            if (Boolean.TRUE.equals(flag)) {
                names.put(name, Collections.emptyMap());
            }
        });
        return names;
    }

    private static Map<String, Object> portBindings(Map<String, Object> ports) {
        Map<String, Object> bindings = new LinkedHashMap<>();
        ports.forEach((port, texts) -> bindings.put(
                port,
                JsonTree.list(texts).stream()
                        .map(SpecificationJson::portBinding)
                        .toList()));
        return bindings;
    }

    private static Map<String, Object> portBinding(@Nullable Object value) {
        String text = String.valueOf(value);
        int colon = text.lastIndexOf(':');
        Map<String, Object> binding = map("HostIp", colon < 0 ? "" : text.substring(0, colon));
        binding.put("HostPort", text.substring(colon + 1));
        return binding;
    }

    private static Map<String, Object> map(String name, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        return map;
    }
}
