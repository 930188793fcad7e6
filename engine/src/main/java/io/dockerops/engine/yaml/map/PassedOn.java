package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Kind;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The arguments of docker-py that are fields of Docker's API and nothing more: which field, and in which form. */
final class PassedOn {

    /**
     * A field.
     *
     * @param path its names
     * @param form makes its value of the argument's name and what stands behind it
     */
    private record Field(List<String> path, BiFunction<String, Item, Object> form) {}

    private static final Map<String, Field> FIELDS = fields();

    private PassedOn() {}

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        BiFunction<String, Item, Object> text = (key, item) -> Value.text(Values.text(key, item));
        BiFunction<String, Item, Object> flag = (key, item) -> Value.flag(Values.flag(key, item));
        BiFunction<String, Item, Object> whole = (key, item) -> Value.whole(Values.whole(key, item));
        BiFunction<String, Item, Object> bytes = (key, item) -> Value.whole(Amounts.bytes(key, item));
        BiFunction<String, Item, Object> texts = (key, item) -> Value.texts(Values.texts(key, item));
        put(fields, text, "domainname", "Domainname", "mac_address", "MacAddress");
        put(
                fields,
                (key, item) -> Value.text(Platform.parse(Values.text(key, item)).toString()),
                "platform",
                "Platform");
        put(fields, flag, "tty", "Tty", "stdin_open", "OpenStdin");
        putHost(fields, flag, "privileged", "Privileged", "read_only", "ReadonlyRootfs", "init", "Init");
        putHost(fields, flag, "publish_all_ports", "PublishAllPorts", "oom_kill_disable", "OomKillDisable");
        putHost(fields, flag, "auto_remove", "AutoRemove");
        putHost(fields, text, "pid_mode", "PidMode", "ipc_mode", "IpcMode", "uts_mode", "UTSMode");
        putHost(fields, text, "userns_mode", "UsernsMode", "cgroupns", "CgroupnsMode", "cgroup_parent", "CgroupParent");
        putHost(fields, text, "runtime", "Runtime", "isolation", "Isolation", "volume_driver", "VolumeDriver");
        putHost(fields, text, "cpuset_mems", "CpusetMems");
        putHost(fields, whole, "cpu_period", "CpuPeriod", "cpu_quota", "CpuQuota", "cpu_count", "CpuCount");
        putHost(fields, whole, "cpu_rt_period", "CpuRealtimePeriod", "cpu_rt_runtime", "CpuRealtimeRuntime");
        putHost(fields, whole, "cpu_percent", "CpuPercent", "blkio_weight", "BlkioWeight");
        putHost(fields, whole, "oom_score_adj", "OomScoreAdj", "mem_swappiness", "MemorySwappiness");
        putHost(fields, bytes, "shm_size", "ShmSize", "kernel_memory", "KernelMemory");
        putHost(fields, texts, "cap_add", "CapAdd", "cap_drop", "CapDrop", "security_opt", "SecurityOpt");
        putHost(fields, texts, "group_add", "GroupAdd", "device_cgroup_rules", "DeviceCgroupRules");
        putHost(fields, texts, "dns", "Dns", "dns_search", "DnsSearch", "dns_opt", "DnsOptions");
        putHost(fields, PassedOn::extraHosts, "extra_hosts", "ExtraHosts");
        putHost(fields, PassedOn::mapOfTexts, "sysctls", "Sysctls", "storage_opt", "StorageOpt");
        putHost(fields, PassedOn::tmpfs, "tmpfs", "Tmpfs");
        putHost(fields, PassedOn::logConfig, "log_config", "LogConfig");
        putHost(fields, PassedOn::devices, "devices", "Devices");
        putHost(fields, PassedOn::ulimits, "ulimits", "Ulimits");
        putHost(fields, PassedOn::objects, "device_requests", "DeviceRequests", "mounts", "Mounts");
        putHost(fields, PassedOn::objects, "blkio_weight_device", "BlkioWeightDevice");
        putHost(fields, PassedOn::objects, "device_read_bps", "BlkioDeviceReadBps");
        putHost(fields, PassedOn::objects, "device_write_bps", "BlkioDeviceWriteBps");
        putHost(fields, PassedOn::objects, "device_read_iops", "BlkioDeviceReadIOps");
        putHost(fields, PassedOn::objects, "device_write_iops", "BlkioDeviceWriteIOps");
        return fields;
    }

    private static void put(Map<String, Field> fields, BiFunction<String, Item, Object> form, String... names) {
        for (int i = 0; i < names.length; i += 2) {
            fields.put(names[i], new Field(List.of(names[i + 1]), form));
        }
    }

    private static void putHost(Map<String, Field> fields, BiFunction<String, Item, Object> form, String... names) {
        for (int i = 0; i < names.length; i += 2) {
            fields.put(names[i], new Field(List.of("HostConfig", names[i + 1]), form));
        }
    }

    /** The names of the arguments. */
    static List<String> names() {
        return List.copyOf(FIELDS.keySet());
    }

    /** The fields that the argument {@code name} sets. */
    static Map<FieldPath, Value> of(String name, Item item) {
        Field field = FIELDS.get(name);
        if (field == null) {
            throw new IllegalStateException("no argument " + name);
        }
        FieldPath path = new FieldPath(field.path());
        Map<FieldPath, Value> values = new LinkedHashMap<>();
        if (field.form().apply(name, item) instanceof Map<?, ?> several) {
            several.forEach((key, value) -> values.put(path.join(segments(key)), (Value) value));
        } else {
            values.put(path, (Value) field.form().apply(name, item));
        }
        return values;
    }

    private static List<String> segments(Object key) {
        return key instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(key));
    }

    /** {@code {name: address}}, or {@code name:address} in a list. */
    private static Object extraHosts(String key, Item item) {
        if (item instanceof Keyed) {
            List<String> hosts = new ArrayList<>();
            Values.textsByKey(key, item).forEach((name, address) -> hosts.add(name + ":" + address));
            return Value.texts(hosts);
        }
        return Value.texts(Values.texts(key, item));
    }

    private static Object mapOfTexts(String key, Item item) {
        Map<String, Value> values = new LinkedHashMap<>();
        Values.textsByKey(key, item).forEach((name, text) -> values.put(name, Value.text(text)));
        return values;
    }

    /** {@code {path: options}}, or {@code path} or {@code path:options} in a list. */
    private static Object tmpfs(String key, Item item) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (item instanceof Keyed keyed) {
            for (Entry entry : keyed.entries()) {
                boolean nothing = entry.value() instanceof Single single && single.nothing();
                values.put(entry.name(), Value.text(nothing ? "" : Values.text(key, entry.value())));
            }
            return values;
        }
        for (String text : Values.texts(key, item)) {
            int colon = text.indexOf(':');
            values.put(
                    colon < 0 ? text : text.substring(0, colon),
                    Value.text(colon < 0 ? "" : text.substring(colon + 1)));
        }
        return values;
    }

    /** {@code {type: json-file, config: {max-size: 1m}}}. */
    private static Object logConfig(String key, Item item) {
        Map<Object, Value> values = new LinkedHashMap<>();
        for (Entry entry : Values.keyed(key, item).entries()) {
            switch (entry.name()) {
                case "type", "Type" -> values.put("Type", Value.text(Values.text(key, entry.value())));
                case "config", "Config" ->
                    Values.textsByKey(key, entry.value())
                            .forEach((name, text) -> values.put(List.of("Config", name), Value.text(text)));
                default ->
                    throw new Mistake(
                            "there is no key `" + entry.name() + "` in `" + key + "`", "the keys are `type`, `config`");
            }
        }
        return values;
    }

    /** {@code /dev/host:/dev/container:rwm}, where what follows the first part may be left out. */
    private static Object devices(String key, Item item) {
        if (Values.elements(item).stream().anyMatch(Keyed.class::isInstance)) {
            return objects(key, item);
        }
        List<Value> devices = new ArrayList<>();
        for (String text : Values.texts(key, item)) {
            String[] parts = text.split(":", -1);
            if (parts.length > 3 || parts[0].isEmpty()) {
                throw new Mistake("`" + text + "` is not a device", "write `/dev/host:/dev/container:rwm`");
            }
            TreeMap<String, Value> device = new TreeMap<>();
            device.put("PathOnHost", Value.text(parts[0]));
            device.put("PathInContainer", Value.text(parts.length > 1 ? parts[1] : parts[0]));
            device.put("CgroupPermissions", Value.text(parts.length > 2 ? parts[2] : "rwm"));
            devices.add(new Value.Fields(device));
        }
        return new Value.Items(devices);
    }

    /** {@code [{name: nofile, soft: 1024, hard: 2048}]}. */
    private static Object ulimits(String key, Item item) {
        List<Value> limits = new ArrayList<>();
        for (Item each : item instanceof Keyed ? List.of(item) : Values.elements(item)) {
            TreeMap<String, Value> limit = new TreeMap<>();
            for (Entry entry : Values.keyed(key, each).entries()) {
                switch (entry.name()) {
                    case "name", "Name" -> limit.put("Name", Value.text(Values.text(key, entry.value())));
                    case "soft", "Soft" -> limit.put("Soft", Value.whole(Values.whole(key, entry.value())));
                    case "hard", "Hard" -> limit.put("Hard", Value.whole(Values.whole(key, entry.value())));
                    default ->
                        throw new Mistake(
                                "there is no key `" + entry.name() + "` in `" + key + "`",
                                "the keys are `name`, `soft`, `hard`");
                }
            }
            limits.add(new Value.Fields(limit));
        }
        return new Value.Items(limits);
    }

    /** Maps in a list, whose keys are those of Docker's API. */
    private static Object objects(String key, Item item) {
        List<Value> objects = new ArrayList<>();
        for (Item each : item instanceof Keyed ? List.of(item) : Values.elements(item)) {
            Values.keyed(key, each);
            objects.add(value(key, each));
        }
        return new Value.Items(objects);
    }

    private static Value value(String key, Item item) {
        if (item instanceof Keyed keyed) {
            TreeMap<String, Value> entries = new TreeMap<>();
            keyed.entries().forEach(entry -> entries.put(entry.name(), value(key, entry.value())));
            return new Value.Fields(entries);
        } else if (item instanceof Several several) {
            return new Value.Items(
                    several.items().stream().map(each -> value(key, each)).toList());
        }
        Single single = (Single) item;
        if (single.kind() == Kind.FLAG) {
            return Value.flag(Values.flag(key, single));
        } else if (single.kind() == Kind.NUMBER) {
            return Value.whole(Values.whole(key, single));
        }
        return Value.text(Values.text(key, single));
    }
}
