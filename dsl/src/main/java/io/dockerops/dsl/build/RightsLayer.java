package io.dockerops.dsl.build;

import io.dockerops.dsl.words.RightsWords;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Fields;
import io.dockerops.engine.model.Namespaces;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words for what processes may do, above those for what they reach. */
abstract class RightsLayer extends ConnectionLayer implements RightsWords {

    static final FieldPath HOST = FieldPath.of("HostConfig");

    private static final List<String> IPC_MODES = List.of("none", "private", "shareable", "host");

    RightsLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void capability(String name) {
        capabilities(name);
    }

    @Override
    public final void capabilities(Object... names) {
        each("capabilities", names, each -> item("capability", HOST.child("CapAdd"), capability(each)));
    }

    @Override
    public final void dropCapability(String name) {
        dropCapabilities(name);
    }

    @Override
    public final void dropCapabilities(Object... names) {
        each("dropCapabilities", names, each -> item("dropCapability", HOST.child("CapDrop"), capability(each)));
    }

    @Override
    public final void privileged() {
        privileged(true);
    }

    @Override
    public final void privileged(boolean privileged) {
        flag("privileged", HOST.child("Privileged"), privileged);
    }

    @Override
    public final void securityOption(String option) {
        securityOptions(option);
    }

    @Override
    public final void securityOptions(Object... options) {
        each(
                "securityOptions",
                options,
                each -> item("securityOption", HOST.child("SecurityOpt"), Value.text(word("securityOption", each))));
    }

    @Override
    public final void extraGroup(Object group) {
        extraGroups(group);
    }

    @Override
    public final void extraGroups(Object... groups) {
        each("extraGroups", groups, each -> {
            String group = Rules.group(Given.text("extraGroup", each));
            item("extraGroup", HOST.child("GroupAdd"), Value.text(group));
        });
    }

    @Override
    public final void readOnlyRoot() {
        readOnlyRoot(true);
    }

    @Override
    public final void readOnlyRoot(boolean readOnly) {
        flag("readOnlyRoot", HOST.child("ReadonlyRootfs"), readOnly);
    }

    @Override
    public final void device(String device) {
        devices(device);
    }

    @Override
    public final void device(Map<String, ?> options, String device) {
        word("device", device, () -> {
            Named named = new Named(reading, "device", options, "at", "access");
            DeviceText text = DeviceText.parse(device).with(named.text("at"), named.text("access"));
            item("device", HOST.child("Devices"), text.value());
        });
    }

    @Override
    public final void devices(Object... devices) {
        each("devices", devices, each -> {
            DeviceText text = DeviceText.parse(Given.plainText("device", each));
            item("device", HOST.child("Devices"), text.value());
        });
    }

    @Override
    public final void ulimit(String name, long limit) {
        word("ulimit", name, () -> setUlimit(name, limit, limit));
    }

    @Override
    public final void ulimit(String name, long soft, long hard) {
        word("ulimit", name, () -> setUlimit(name, soft, hard));
    }

    @Override
    public final void ulimits(Map<String, ?> limits) {
        word(
                "ulimits",
                limits,
                () -> limits.forEach((name, limit) -> reading.attempt(() -> {
                    List<@Nullable Object> numbers = Given.list(limit);
                    if (numbers.isEmpty() || numbers.size() > 2) {
                        throw new Mistake("`ulimit " + name + "` takes one limit, or the soft and the hard one");
                    }
                    setUlimit(
                            String.valueOf(name),
                            whole(name, numbers.get(0)),
                            whole(name, numbers.get(numbers.size() - 1)));
                })));
    }

    @Override
    public final void sysctl(String name, @Nullable Object value) {
        word("sysctl", name, () -> setSysctl(name, value));
    }

    @Override
    public final void sysctls(Map<String, ?> parameters) {
        word(
                "sysctls",
                parameters,
                () -> parameters.forEach(
                        (name, value) -> reading.attempt(() -> setSysctl(String.valueOf(name), value))));
    }

    @Override
    public final void ipcMode(String mode) {
        once("ipcMode", mode, () -> setNamespace(Namespaces.IPC, mode, IPC_MODES));
    }

    @Override
    public final void ipcMode(ServiceTarget service) {
        once(
                "ipcMode",
                service,
                () -> References.target(service).ifPresent(target -> shareNamespace(Namespaces.IPC, target)));
    }

    @Override
    public final void pidMode(String mode) {
        once("pidMode", mode, () -> setNamespace(Namespaces.PID, mode, List.of("host")));
    }

    @Override
    public final void pidMode(ServiceTarget service) {
        once(
                "pidMode",
                service,
                () -> References.target(service).ifPresent(target -> shareNamespace(Namespaces.PID, target)));
    }

    /** Sets a field that has one value. */
    final void attribute(FieldPath path, Value value) {
        attributes().put(path, value);
    }

    final void flag(String word, FieldPath path, boolean flag) {
        single(word, flag, () -> attribute(path, Value.flag(flag)));
    }

    /** Adds an entry to the list of a field. */
    final void item(String word, FieldPath path, Value item) {
        reading.mention(owner, word, "");
        SortedMap<FieldPath, Value> more = new TreeMap<>(Map.of(path, new Value.Items(List.of(item))));
        attributes().putAll(Fields.over(new Specification(more).canonical().fields(), attributes()));
    }

    /** A text without spaces. */
    static String word(String word, @Nullable Object value) {
        String text = Given.plainText(word, value);
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ')) {
            throw new Mistake("`" + word + "` takes a text without spaces, and `" + text + "` is none");
        }
        return text;
    }

    private static Value capability(@Nullable Object name) {
        return Value.text(Rules.capability(Given.plainText("capability", name)));
    }

    private static long whole(String name, @Nullable Object limit) {
        if (limit instanceof Integer || limit instanceof Long) {
            return ((Number) limit).longValue();
        }
        throw new Mistake("`ulimit " + name + "` takes whole numbers, and this is " + Given.described(limit));
    }

    private void setUlimit(String name, long soft, long hard) {
        reading.mention(owner, "ulimit", name);
        Rules.ulimit(name, soft, hard);
        FieldPath path = HOST.join(List.of("Ulimits", name));
        attribute(path.child("Soft"), Value.whole(soft));
        attribute(path.child("Hard"), Value.whole(hard));
    }

    private void setSysctl(String name, @Nullable Object value) {
        reading.mention(owner, "sysctl", name);
        if (!name.matches("[a-z0-9_]+([./][A-Za-z0-9_-]+)+")) {
            throw new Mistake("`" + name + "` is not a parameter of the kernel", "write it as `net.core.somaxconn`");
        }
        attribute(HOST.join(List.of("Sysctls", name)), Value.text(Given.text("sysctl " + name, value)));
    }

    private void setNamespace(FieldPath field, String mode, List<String> modes) {
        if (modes.contains(mode)) {
            reading.mention(owner, Namespaces.word(field), "");
            attribute(field, Value.text(mode));
        } else {
            shareNamespace(field, Selector.parse(mode));
        }
    }

    private void shareNamespace(FieldPath field, Selector target) {
        reading.mention(owner, Namespaces.word(field), target.toString());
        attribute(field, Value.text(Namespaces.OF_SERVICE + target));
    }
}
