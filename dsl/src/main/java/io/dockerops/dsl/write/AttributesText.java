package io.dockerops.dsl.write;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes fields of Docker's API in the words that the language has for them. */
final class AttributesText {

    /** Words with a truth value, by field. */
    private static final Map<String, String> FLAGS = Map.of(
            "Tty", "tty",
            "OpenStdin", "stdin",
            "HostConfig.Privileged", "privileged",
            "HostConfig.ReadonlyRootfs", "readOnlyRoot",
            "HostConfig.Init", "init");

    /** Words with several texts, by field. */
    private static final Map<String, String> LISTS = Map.of(
            "HostConfig.CapAdd", "capabilities",
            "HostConfig.CapDrop", "dropCapabilities",
            "HostConfig.SecurityOpt", "securityOptions",
            "HostConfig.GroupAdd", "extraGroups",
            "HostConfig.Dns", "dns",
            "HostConfig.DnsSearch", "dnsSearch",
            "HostConfig.DnsOptions", "dnsOptions");

    private final Lines lines;
    private final Map<String, Map<String, String>> limits = new LinkedHashMap<>();
    private final Map<String, String> sysctls = new LinkedHashMap<>();
    private final SortedMap<String, String> logOptions = new TreeMap<>();
    private String logDriver = "";

    AttributesText(Lines lines) {
        this.lines = lines;
    }

    /** @throws IllegalArgumentException when there is no word for a field */
    void write(SortedMap<FieldPath, Value> attributes) {
        attributes.forEach(this::write);
        limits.forEach((name, limit) -> lines.add("ulimit " + Literals.text(name) + ", "
                + String.join(", ", List.of(limit.getOrDefault("Soft", "0"), limit.getOrDefault("Hard", "0")))));
        if (!sysctls.isEmpty()) {
            lines.add("sysctls " + Literals.entries(sysctls));
        }
        if (!logDriver.isEmpty()) {
            lines.add("logDriver " + Literals.text(logDriver)
                    + (logOptions.isEmpty() ? "" : ", " + Literals.entries(logOptions)));
        }
    }

    private void write(FieldPath path, Value value) {
        String field = path.toString();
        String second = path.segments().size() > 1 ? path.segments().get(1) : "";
        if (FLAGS.containsKey(field)) {
            lines.add(FLAGS.get(field) + (value.equals(Value.flag(true)) ? "()" : " false"));
        } else if (LISTS.containsKey(field)) {
            lines.add(LISTS.get(field) + " " + Literals.texts(texts(value)));
        } else if (field.equals("Domainname")) {
            lines.add("domainName " + Literals.value(value));
        } else if (field.equals("Platform")) {
            lines.add("platform " + Literals.value(value));
        } else if (field.equals("HostConfig.ExtraHosts")) {
            Map<String, String> hosts = new LinkedHashMap<>();
            texts(value)
                    .forEach(each ->
                            hosts.put(each.substring(0, each.indexOf(':')), each.substring(each.indexOf(':') + 1)));
            lines.add("extraHosts " + Literals.entries(hosts));
        } else if (field.equals("HostConfig.ShmSize") && value instanceof Value.Whole whole) {
            lines.add("shmSize " + Literals.size(new Size(whole.number())));
        } else if (second.equals("Tmpfs") && value instanceof Value.Text text) {
            lines.add("tmpfs " + Literals.text(path.last())
                    + (text.text().isEmpty() ? "" : ", options: " + Literals.text(text.text())));
        } else if (second.equals("Ulimits")) {
            limits.computeIfAbsent(path.segments().get(2), name -> new LinkedHashMap<>())
                    .put(path.last(), Literals.value(value));
        } else if (second.equals("Sysctls") && value instanceof Value.Text text) {
            sysctls.put(path.last(), text.text());
        } else if (second.equals("LogConfig") && value instanceof Value.Text text) {
            log(path, text.text());
        } else {
            throw new IllegalArgumentException("there is no word for " + path);
        }
    }

    private void log(FieldPath path, String text) {
        if (path.last().equals("Type") && path.segments().size() == 3) {
            logDriver = text;
        } else {
            logOptions.put(path.last(), text);
        }
    }

    private static List<String> texts(Value value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Items items) {
            items.items().forEach(item -> {
                if (item instanceof Value.Text text) {
                    texts.add(text.text());
                }
            });
        }
        return texts;
    }
}
