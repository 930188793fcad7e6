package io.dockerops.engine.model;

import io.dockerops.engine.problem.Suggest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each port of a host is published once. */
final class PortRules {

    private record Socket(HostId host, int port, Port.Protocol protocol) {}

    private record Clash(ServiceId first, ServiceId second, int port) {}

    private final Inquiry inquiry;
    private final Map<Socket, Map<String, InstanceId>> owners = new LinkedHashMap<>();
    private final Set<Clash> reported = new LinkedHashSet<>();

    private PortRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        PortRules rules = new PortRules(inquiry);
        for (Instance instance : inquiry.instances) {
            Networking networking = instance.settings().networking();
            networking.published().forEach(port -> rules.add(instance, port));
            networking
                    .ofImage()
                    .flatMap(Port.OfImage::hostAddress)
                    .ifPresent(text -> rules.resolved(instance, "publishExposed", "", text));
        }
    }

    private void add(Instance instance, Port.Published port) {
        if (port.hostPort().isEmpty()) {
            port.hostAddress().ifPresent(text -> resolved(instance, port, text));
            return;
        }
        int number = port.hostPort().get();
        Socket socket = new Socket(instance.host(), number, port.container().protocol());
        Map<String, InstanceId> addresses = owners.computeIfAbsent(socket, key -> new LinkedHashMap<>());
        String address = port.hostAddress()
                .map(text -> resolved(instance, port, text))
                .filter(text -> !isAll(text))
                .orElse("");
        InstanceId first = firstOwner(addresses, address);
        addresses.putIfAbsent(address, instance.id());
        if (first != null
                && reported.add(new Clash(first.service(), instance.id().service(), number))) {
            report(first, instance, port, number);
        }
    }

    private String resolved(Instance instance, Port.Published port, String text) {
        return resolved(instance, "publish", port.container().toString(), text);
    }

    /** The address that {@code text} is or names on the host; a name that is none stands for itself. */
    private String resolved(Instance instance, String word, String value, String text) {
        Host host = inquiry.hosts.get(instance.host());
        if (host == null) {
            return text;
        }
        Optional<String> address = host.addressOf(text);
        if (address.isEmpty()) {
            inquiry.error(
                    instance.id(),
                    word,
                    value,
                    "the host `" + instance.host() + "` has no address `" + text + "`",
                    List.of(Suggest.hint(text, host.addresses().keySet())
                            .orElse("declare it in the host's block: `address '" + text + "', '10.0.0.5'`")));
        }
        return address.orElse(text);
    }

    private static boolean isAll(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    /** Who has the same address, or all of them; or, when all are wanted, any. */
    private static @Nullable InstanceId firstOwner(Map<String, InstanceId> addresses, String address) {
        if (address.isEmpty() && !addresses.isEmpty()) {
            return addresses.values().iterator().next();
        }
        InstanceId same = addresses.get(address);
        return same == null ? addresses.get("") : same;
    }

    private void report(InstanceId first, Instance second, Port.Published port, int number) {
        boolean instances = first.service().equals(second.id().service()) && !first.equals(second.id());
        inquiry.error(
                second.id(),
                "publish",
                port.container().toString(),
                first.equals(second.id())
                        ? "`" + first + "` publishes the host's port " + number + " twice"
                        : "the host's port " + number + " of `" + second.host() + "` is published by `" + first
                                + "` and by `" + second.id() + "`",
                List.of(
                        instances
                                ? "publish it in each `instance` at a port of its own, or let the engine choose: `publish "
                                        + port.container().number() + ", to: 0`"
                                : "choose another port of the host: `publish '" + (number + 1) + ":"
                                        + port.container().number() + "'`"));
    }
}
