package io.dockerops.dsl.build;

import io.dockerops.engine.model.IpAddress;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads ports in the form {@code [[address:]host port:]port[/protocol]}, where ports may be ranges.
 *
 * @param address the host's address
 * @param host the host's ports as written; empty to let the engine choose
 * @param container the container's ports
 * @param protocol the protocol
 */
record PortText(Optional<String> address, Optional<String> host, String container, Port.Protocol protocol) {

    private static final Pattern NAMED_ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
    private static final String FORM = "write a number, `'8080:80'`, `'127.0.0.1:8080:80/udp'` or `'8000-8005'`";

    /** A range of ports. */
    private record Range(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }

    static PortText parse(@Nullable Object value) {
        if (!(value instanceof Integer) && !(value instanceof CharSequence)) {
            throw new Mistake(Given.described(value) + " is not a port", FORM);
        }
        String text = value.toString().strip();
        int slash = text.lastIndexOf('/');
        Port.Protocol protocol = slash < 0 ? Port.Protocol.TCP : protocol(text.substring(slash + 1));
        String rest = slash < 0 ? text : text.substring(0, slash);
        Optional<String> address = Optional.empty();
        if (rest.startsWith("[")) {
            int close = rest.indexOf("]:");
            if (close < 0) {
                throw new Mistake("`" + text + "` has no `]:` behind its address", FORM);
            }
            address = Optional.of(address(rest.substring(1, close)));
            rest = rest.substring(close + 2);
        }
        String[] parts = rest.split(":", -1);
        if (parts.length > 3 || (address.isPresent() && parts.length > 2)) {
            throw new Mistake("`" + text + "` has too many `:`", FORM);
        }
        if (parts.length == 3) {
            address = Optional.of(address(parts[0]));
        }
        String container = parts[parts.length - 1];
        Optional<String> host = Optional.of(parts.length == 1 ? container : parts[parts.length - 2])
                .filter(port -> !port.isEmpty() && !port.equals("0"));
        return new PortText(address, host, container, protocol);
    }

    static Port.Protocol protocol(String text) {
        for (Port.Protocol protocol : Port.Protocol.values()) {
            if (protocol.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return protocol;
            }
        }
        List<String> names =
                Stream.of(Port.Protocol.values()).map(Port.Protocol::toString).toList();
        throw new Mistake(
                "`" + text + "` is not a protocol of ports",
                Suggest.hint(text, names).orElse("write `tcp`, `udp` or `sctp`"));
    }

    /** An address of the host, or the name that the host gives to one. */
    static String address(String text) {
        if (!NAMED_ADDRESS.matcher(text).matches()) {
            IpAddress.parse(text);
        }
        return text;
    }

    /** The same ports at another port of the host. */
    PortText to(Object hostPort) {
        String text = Given.text("to", hostPort);
        return new PortText(address, Optional.of(text).filter(port -> !port.equals("0")), container, protocol);
    }

    /** The same ports at another address of the host. */
    PortText on(String hostAddress) {
        return new PortText(Optional.of(address(hostAddress)), host, container, protocol);
    }

    /** The same ports with another protocol. */
    PortText with(Port.Protocol other) {
        return new PortText(address, host, container, other);
    }

    /** The container's ports. */
    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        Range range = range(container);
        for (int number = range.first(); number <= range.last(); number++) {
            ports.add(new Port(number, protocol));
        }
        return ports;
    }

    /** The container's ports with those of the host. */
    List<Port.Published> published() {
        List<Port.Published> published = new ArrayList<>();
        Optional<Range> hosts = host.map(PortText::range);
        List<Port> ports = ports();
        if (hosts.isPresent() && hosts.get().size() != ports.size()) {
            throw new Mistake("the ranges " + host.orElse("") + " and " + container + " have not the same size");
        }
        for (Port port : ports) {
            int offset = port.number() - ports.get(0).number();
            published.add(new Port.Published(port, hosts.map(range -> range.first() + offset), address));
        }
        return published;
    }

    private static Range range(String text) {
        int dash = text.indexOf('-');
        int first = number(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : number(text.substring(dash + 1));
        if (last < first) {
            throw new Mistake("the range " + text + " goes down", "write the smaller port first");
        }
        return new Range(first, last);
    }

    private static int number(String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw new Mistake("`" + text + "` is not a port: 1 to 65535", FORM);
        }
        return new Port(Integer.parseInt(text), Port.Protocol.TCP).number();
    }
}
