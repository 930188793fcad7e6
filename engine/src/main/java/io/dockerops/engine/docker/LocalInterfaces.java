package io.dockerops.engine.docker;

import io.dockerops.engine.port.EngineException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The network interfaces of this machine. */
final class LocalInterfaces {

    private LocalInterfaces() {}

    /** The addresses of each interface, those of IPv4 first. */
    static SortedMap<String, List<String>> addresses() {
        SortedMap<String, List<String>> interfaces = new TreeMap<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                List<InetAddress> all = each.inetAddresses().toList();
                List<String> addresses = new ArrayList<>();
                all.stream()
                        .filter(Inet4Address.class::isInstance)
                        .forEach(address -> addresses.add(address.getHostAddress()));
                all.stream()
                        .filter(address -> !(address instanceof Inet4Address) && !address.isLinkLocalAddress())
                        .forEach(address -> addresses.add(withoutScope(address.getHostAddress())));
                interfaces.put(each.getName(), List.copyOf(addresses));
            }
        } catch (SocketException e) {
            throw new EngineException.Failed(
                    "the network interfaces of this machine cannot be read: " + e.getMessage(), e);
        }
        return interfaces;
    }

    private static String withoutScope(String address) {
        int scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }
}
