package io.dockerops.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings fields into the form that {@link Specification} describes. */
final class CanonicalForm {

    private static final FieldPath ENDPOINTS = FieldPath.of("NetworkingConfig", "EndpointsConfig");
    private static final FieldPath NETWORKS = FieldPath.of("Networks");
    private static final FieldPath PORT_BINDINGS = FieldPath.of("HostConfig", "PortBindings");
    private static final FieldPath WORKING_DIR = FieldPath.of("WorkingDir");
    private static final String CAPABILITY_PREFIX = "CAP_";

    private final TreeMap<FieldPath, Value> fields = new TreeMap<>();

    private CanonicalForm() {}

    static Specification of(Specification specification) {
        CanonicalForm form = new CanonicalForm();
        specification.fields().forEach(form::add);
        return new Specification(form.fields);
    }

    private void add(FieldPath path, Value value) {
        FieldPath place = renamed(path);
        if (value instanceof Value.Fields object) {
            addObject(place, object.entries());
        } else if (value instanceof Value.Items list) {
            addList(place, list.items());
        } else if (value instanceof Value.Text text) {
            fields.put(place, Value.text(canonical(place, text.text())));
        } else {
            fields.put(place, value);
        }
    }

    /** Endpoints have the same path in what is asked for and in what is live. */
    private static FieldPath renamed(FieldPath path) {
        List<String> segments = path.segments();
        boolean endpoint = segments.size() > 2 && path.startsWith(ENDPOINTS);
        return endpoint ? NETWORKS.join(segments.subList(2, segments.size())) : path;
    }

    private void addObject(FieldPath path, SortedMap<String, Value> entries) {
        String parent = path.segments().size() == 2 ? path.first() : "";
        if (parent.equals("ExposedPorts") || parent.equals("Volumes")) {
            fields.put(path, Value.flag(true));
        }
        entries.forEach((name, value) -> add(path.child(name), value));
    }

    private void addList(FieldPath path, List<Value> items) {
        switch (path.toString()) {
            case "Env" -> items.forEach(item -> addVariable(path, text(path, item)));
            case "HostConfig.Binds" -> items.forEach(item -> addBind(path, text(path, item)));
            case "HostConfig.Mounts" -> items.forEach(item -> addKeyed(path, item, "Target", false));
            case "HostConfig.Ulimits" -> items.forEach(item -> addKeyed(path, item, "Name", false));
            case "IPAM.Config" -> items.forEach(item -> addKeyed(path, item, "Subnet", true));
            case "HostConfig.CapAdd", "HostConfig.CapDrop" -> fields.put(path, capabilities(path, items));
            case "HostConfig.Links" -> fields.put(path, links(path, items));
            case "Entrypoint" -> fields.put(path, entrypoint(items));
            default -> fields.put(path, isPortBinding(path) ? portBindings(path, items) : new Value.Items(items));
        }
    }

    private void addVariable(FieldPath path, String variable) {
        int equals = variable.indexOf('=');
        if (equals == 0 || variable.isEmpty()) {
            throw new IllegalArgumentException("`" + variable + "` in `" + path + "` has no name");
        }
        if (equals < 0) {
            fields.put(path.child(variable), Value.flag(false));
        } else {
            fields.put(path.child(variable.substring(0, equals)), Value.text(variable.substring(equals + 1)));
        }
    }

    private void addBind(FieldPath path, String bind) {
        String[] parts = bind.split(":", -1);
        if (parts.length == 1) {
            fields.put(FieldPath.of("Volumes", target(path, bind, bind)), Value.flag(true));
        } else if (parts.length <= 3 && !parts[0].isEmpty()) {
            String options = parts.length == 3 && !parts[2].isEmpty() ? parts[2] : "rw";
            fields.put(path.child(target(path, bind, parts[1])), Value.text(parts[0] + ":" + options));
        } else {
            throw notA(path, bind, "source:/path` or `source:/path:options");
        }
    }

    private static String target(FieldPath path, String bind, String target) {
        if (!target.startsWith("/")) {
            throw notA(path, bind, "source:/path` with an absolute path in the container, or `/path");
        }
        return target;
    }

    private void addKeyed(FieldPath path, Value item, String key, boolean keepKey) {
        if (!(item instanceof Value.Fields object)
                || !(object.entries().get(key) instanceof Value.Text name)
                || name.text().isEmpty()) {
            throw new IllegalArgumentException("`" + item + "` in `" + path + "` has no `" + key + "`");
        }
        for (Map.Entry<String, Value> entry : object.entries().entrySet()) {
            if (keepKey || !entry.getKey().equals(key)) {
                add(path.child(name.text()).child(entry.getKey()), entry.getValue());
            }
        }
    }

    /** A set for the engine, which newer engines give back in their own order and spelling. */
    private static Value capabilities(FieldPath path, List<Value> items) {
        return Value.texts(items.stream()
                .map(item -> text(path, item).toUpperCase(Locale.ROOT))
                .map(name -> name.startsWith(CAPABILITY_PREFIX) ? name.substring(CAPABILITY_PREFIX.length()) : name)
                .distinct()
                .sorted()
                .toList());
    }

    /** The engine gives {@code db:alias} back as {@code /db:/web/alias}. */
    private static Value links(FieldPath path, List<Value> items) {
        return Value.texts(items.stream()
                .map(item -> text(path, item))
                .map(link -> link.startsWith("/")
                        ? link.substring(1, link.indexOf(':') + 1) + link.substring(link.lastIndexOf('/') + 1)
                        : link)
                .toList());
    }

    /** Docker takes both {@code []} and {@code [""]} for no entrypoint. */
    private static Value entrypoint(List<Value> items) {
        return new Value.Items(items.equals(List.of(Value.text(""))) ? List.of() : items);
    }

    private static boolean isPortBinding(FieldPath path) {
        return path.segments().size() == 3 && path.startsWith(PORT_BINDINGS);
    }

    private static Value portBindings(FieldPath path, List<Value> items) {
        return Value.texts(items.stream().map(item -> portBinding(path, item)).toList());
    }

    private static String portBinding(FieldPath path, Value item) {
        if (item instanceof Value.Fields object) {
            return part(object, "HostIp") + ":" + part(object, "HostPort");
        }
        String binding = text(path, item);
        return binding.indexOf(':') < 0 ? ":" + binding : binding;
    }

    private static String part(Value.Fields object, String name) {
        return object.entries().get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static String canonical(FieldPath path, String text) {
        boolean folder = path.equals(WORKING_DIR) && text.length() > 1 && text.endsWith("/");
        return folder ? text.substring(0, text.length() - 1) : text;
    }

    private static String text(FieldPath path, Value item) {
        if (item instanceof Value.Text text) {
            return text.text();
        }
        throw notA(path, item.toString(), "text");
    }

    private static IllegalArgumentException notA(FieldPath path, String item, String form) {
        return new IllegalArgumentException("`" + item + "` in `" + path + "` has not the form `" + form + "`");
    }
}
