package io.dockerops.dsl.build;

import io.dockerops.dsl.words.SurroundingsWords;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.IpAddress;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for what processes find around them, above those for what they may do. */
abstract class SurroundingsLayer extends RightsLayer implements SurroundingsWords {

    private static final String HOST_GATEWAY = "host-gateway";

    SurroundingsLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void tmpfs(String... paths) {
        each("tmpfs", paths, each -> setTmpfs(Map.of(), Given.plainText("tmpfs", each)));
    }

    @Override
    public final void tmpfs(Map<String, ?> options, String path) {
        word("tmpfs", path, () -> setTmpfs(options, path));
    }

    @Override
    public final void shmSize(Size size) {
        single("shmSize", size, () -> attribute(HOST.child("ShmSize"), Value.whole(size.bytes())));
    }

    @Override
    public final void init() {
        init(true);
    }

    @Override
    public final void init(boolean init) {
        flag("init", HOST.child("Init"), init);
    }

    @Override
    public final void tty() {
        tty(true);
    }

    @Override
    public final void tty(boolean tty) {
        flag("tty", FieldPath.of("Tty"), tty);
    }

    @Override
    public final void stdin() {
        stdin(true);
    }

    @Override
    public final void stdin(boolean open) {
        flag("stdin", FieldPath.of("OpenStdin"), open);
    }

    @Override
    public final void platform(String name) {
        single("platform", name, () -> {
            reading.mention(owner, "platform", "");
            attribute(Platform.FIELD, Value.text(Platform.parse(name).toString()));
        });
    }

    @Override
    public final void domainName(String domain) {
        single("domainName", domain, () -> attribute(FieldPath.of("Domainname"), Value.text(Rules.hostName(domain))));
    }

    @Override
    public final void extraHost(String name, String address) {
        word("extraHost", address, () -> addExtraHost(name, address));
    }

    @Override
    public final void extraHosts(Map<String, ?> addresses) {
        word(
                "extraHosts",
                addresses,
                () -> addresses.forEach((name, address) -> reading.attempt(
                        () -> addExtraHost(String.valueOf(name), Given.plainText("extraHost " + name, address)))));
    }

    @Override
    public final void dns(Object... servers) {
        each("dns", servers, each -> {
            String server = Given.plainText("dns", each);
            IpAddress.parse(server);
            item("dns", HOST.child("Dns"), Value.text(server));
        });
    }

    @Override
    public final void dnsSearch(Object... domains) {
        each("dnsSearch", domains, each -> {
            String domain = Given.plainText("dnsSearch", each);
            item(
                    "dnsSearch",
                    HOST.child("DnsSearch"),
                    Value.text(domain.equals(".") ? domain : Rules.hostName(domain)));
        });
    }

    @Override
    public final void dnsOption(String option) {
        dnsOptions(option);
    }

    @Override
    public final void dnsOptions(Object... options) {
        each(
                "dnsOptions",
                options,
                each -> item("dnsOption", HOST.child("DnsOptions"), Value.text(word("dnsOption", each))));
    }

    @Override
    public final void logDriver(String name) {
        logDriver(Map.of(), name);
    }

    @Override
    public final void logDriver(Map<String, ?> options, String name) {
        single("logDriver", name, () -> {
            FieldPath log = HOST.child("LogConfig");
            attribute(log.child("Type"), Value.text(word("logDriver", name)));
            Given.textsByName("logDriver", options)
                    .forEach((option, value) -> attribute(log.join(List.of("Config", option)), Value.text(value)));
        });
    }

    private void setTmpfs(Map<String, ?> options, String path) {
        Named named = new Named(reading, "tmpfs", options, "size", "mode", "options");
        List<String> texts = new ArrayList<>();
        named.with("size", Size.class, size -> texts.add("size=" + size.bytes()));
        named.with("mode", String.class, mode -> texts.add("mode=" + octal(mode)));
        named.with("options", String.class, texts::add);
        reading.mention(owner, "tmpfs", HostPaths.inContainer("tmpfs", path));
        attribute(HOST.join(List.of("Tmpfs", path)), Value.text(String.join(",", texts)));
    }

    private static String octal(String mode) {
        if (!mode.matches("[0-7]{3,4}")) {
            throw new Mistake("`" + mode + "` is not a mode of a folder in memory", "write it as `'1777'`");
        }
        return mode;
    }

    private void addExtraHost(@Nullable String name, String address) {
        String known = Rules.hostName(String.valueOf(name));
        if (!address.equals(HOST_GATEWAY)) {
            IpAddress.parse(address);
        }
        item("extraHost", HOST.child("ExtraHosts"), Value.text(known + ":" + address));
    }
}
