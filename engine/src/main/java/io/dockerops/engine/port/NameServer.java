package io.dockerops.engine.port;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Value;
import java.util.Optional;

/**
 * Where a DNS server is reached.
 *
 * @param address its IP address
 * @param port its port, over UDP and TCP
 */
public record NameServer(String address, int port) {

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The server in {@code container}: at the address at which it says that it is found, and the port that it publishes
     * there; else, when {@code here}, at its own address.
     *
     * @param here whether its engine is on this machine
     * @return empty when it is not reached from this machine
     */
    public static Optional<NameServer> in(ContainerDetails container, boolean here) {
        Optional<String> said = container.variable(ContainerDetails.ADDRESS_VARIABLE);
        if (said.isPresent()) {
            return Optional.of(new NameServer(said.get(), published(container)));
        }
        if (!here) {
            return Optional.empty();
        }
        boolean hostNetwork = container.live().text("HostConfig", "NetworkMode").equals(Optional.of("host"));
        Optional<String> address = hostNetwork
                ? Optional.of(LOOPBACK)
                : container.addresses().values().stream().findFirst();
        return address.map(known -> new NameServer(known, DynamicDns.PORT));
    }

    /** What is to be said when a server of the project is not reached from this machine. */
    public static EngineException.Failed outOfReach(InstanceId server, Host host) {
        return new EngineException.Failed(
                "the DNS server `" + server + "` is not reached from here: its engine, of host `" + host.id()
                        + "`, is on another machine",
                "publish its port " + DynamicDns.PORT + ", and say at which address: `env "
                        + ContainerDetails.ADDRESS_VARIABLE + ": …`");
    }

    private static int published(ContainerDetails container) {
        return container
                .live()
                .get(FieldPath.of("HostConfig", "PortBindings", DynamicDns.PORT + "/tcp"))
                .flatMap(NameServer::port)
                .orElse(DynamicDns.PORT);
    }

    private static Optional<Integer> port(Value bindings) {
        if (!(bindings instanceof Value.Items items) || items.items().isEmpty()) {
            return Optional.empty();
        }
        String binding = items.items().get(0).toString().replace("\"", "");
        String port = binding.substring(binding.lastIndexOf(':') + 1);
        return port.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(port)) : Optional.empty();
    }

    @Override
    public String toString() {
        return port == DynamicDns.PORT
                ? address
                : (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
    }
}
