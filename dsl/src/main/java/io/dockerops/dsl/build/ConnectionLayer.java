package io.dockerops.dsl.build;

import io.dockerops.dsl.words.ConnectionWords;
import io.dockerops.dsl.words.NetworkHandle;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Networking;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.RegistrationPolicy;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words for what containers reach and how they are reached, above those for what they see. */
abstract class ConnectionLayer extends CopyLayer implements ConnectionWords {

    private final List<Link> links = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Port.Published> published = new ArrayList<>();
    private final List<Port> exposed = new ArrayList<>();
    private @Nullable NetworkMode mode;
    private Port.@Nullable OfImage ofImage;
    private @Nullable RegistrationPolicy registration;

    ConnectionLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void link(ServiceTarget target) {
        word("link", target, () -> linked(Map.of(), target));
    }

    @Override
    public final void link(String target) {
        word("link", target, () -> linked(Map.of(), target));
    }

    @Override
    public final void link(Map<String, ?> options, ServiceTarget target) {
        word("link", target, () -> linked(options, target));
    }

    @Override
    public final void link(Map<String, ?> options, String target) {
        word("link", target, () -> linked(options, target));
    }

    @Override
    public final void links(Object... targets) {
        each("links", targets, each -> linked(Map.of(), each));
    }

    @Override
    public final void publish(Object... ports) {
        each("publish", ports, each -> published(PortText.parse(each)));
    }

    @Override
    public final void publish(Map<?, ?> ports) {
        word("publish", ports, () -> publishedByName(ports));
    }

    @Override
    public final void publish(Map<String, ?> options, Object port) {
        word("publish", port, () -> published(options, port));
    }

    @Override
    public final void publishExposed() {
        publishExposed(true);
    }

    @Override
    public final void publishExposed(boolean published) {
        once("publishExposed", published, () -> setOfImage(new Port.OfImage(published, Optional.empty())));
    }

    @Override
    public final void publishExposed(Map<String, ?> options) {
        once("publishExposed", options, () -> {
            Named named = new Named(reading, "publishExposed", options, "on");
            Optional<String> address = named.text("on").map(PortText::address);
            setOfImage(new Port.OfImage(true, address));
        });
    }

    private void setOfImage(Port.OfImage ports) {
        reading.mention(owner, "publishExposed", "");
        ofImage = ports;
    }

    @Override
    public final void expose(Object... ports) {
        each("expose", ports, each -> {
            PortText text = PortText.parse(each);
            if (text.address().isPresent() || !text.host().equals(Optional.of(text.container()))) {
                throw new Mistake(
                        "`expose` takes ports of the container, and `" + each + "` names one of the host",
                        "to make it reachable from outside write `publish '" + each + "'`");
            }
            for (Port port : text.ports()) {
                reading.mention(owner, "expose", port.toString());
                exposed.add(port);
            }
        });
    }

    @Override
    public final void network(NetworkHandle network) {
        word("network", network, () -> joined(Map.of(), network));
    }

    @Override
    public final void network(String network) {
        word("network", network, () -> joined(Map.of(), network));
    }

    @Override
    public final void network(Map<String, ?> options, NetworkHandle network) {
        word("network", network, () -> joined(options, network));
    }

    @Override
    public final void network(Map<String, ?> options, String network) {
        word("network", network, () -> joined(options, network));
    }

    @Override
    public final void networks(Object... networks) {
        each("networks", networks, each -> joined(Map.of(), each));
    }

    @Override
    public final void networkMode(String mode) {
        once("networkMode", mode, () -> {
            switch (mode) {
                case "none" -> setMode(new NetworkMode.None(), "");
                case "host" -> setMode(new NetworkMode.OfHost(), "");
                case "bridge" -> setMode(new NetworkMode.Bridge(), "");
                default -> setMode(Selector.parse(mode));
            }
        });
    }

    @Override
    public final void networkMode(ServiceTarget service) {
        once("networkMode", service, () -> References.target(service).ifPresent(this::setMode));
    }

    private void linked(Map<String, ?> options, @Nullable Object target) {
        Named named = new Named(reading, "link", options, "as", "legacy", "address");
        Optional<String> alias = named.text("as");
        boolean legacy = named.flag("legacy");
        boolean address = named.flag("address");
        References.target("link", target).ifPresent(selector -> {
            reading.mention(owner, "link", selector.toString());
            links.add(new Link(selector, Optional.empty(), legacy, address));
            reading.attempt(() -> links.set(links.size() - 1, new Link(selector, alias, legacy, address)));
        });
    }

    private void published(Map<String, ?> options, Object port) {
        Named named = new Named(reading, "publish", options, "container", "to", "on", "protocol");
        PortText text = PortText.parse(port);
        Optional<Port.Protocol> protocol = named.text("protocol").map(PortText::protocol);
        Optional<Object> to = named.get("to", Object.class);
        Optional<String> on = named.text("on");
        PortText spoken = protocol.map(text::with).orElse(text);
        PortText placed = to.map(spoken::to).orElse(spoken);
        published(on.map(placed::on).orElse(placed));
    }

    private void publishedByName(Map<?, ?> ports) {
        Object container = ports.get("container");
        if (container != null) {
            published(castNames(ports), container);
            return;
        }
        for (Map.Entry<?, ?> entry : ports.entrySet()) {
            if (List.of("to", "on", "protocol").contains(String.valueOf(entry.getKey()))) {
                throw new Mistake("`publish` does not say which port of the container", "write `publish 80, to: 8080`");
            }
            reading.attempt(() -> {
                if (entry.getValue() == null) {
                    throw new Mistake("`publish " + entry.getKey() + "` gets nothing (null)");
                }
                published(PortText.parse(entry.getKey()).to(entry.getValue()));
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> castNames(Map<?, ?> named) {
        return (Map<String, ?>) named;
    }

    private void published(PortText text) {
        for (Port.Published port : text.published()) {
            reading.mention(owner, "publish", port.container().toString());
            published.add(port);
        }
    }

    private void joined(Map<String, ?> options, @Nullable Object network) {
        Named named = new Named(reading, "network", options, "aliases", "ipv4", "ipv6", "links", "linkLocal", "mac");
        References.network("network", network).ifPresent(id -> {
            reading.mention(owner, "network", id.name());
            endpoints.add(Endpoint.plain(id));
            Endpoint joined = new Endpoint(
                    id,
                    texts(named, "aliases"),
                    endpointLinks(named),
                    named.text("ipv4"),
                    named.text("ipv6"),
                    texts(named, "linkLocal"),
                    named.text("mac"));
            endpoints.set(endpoints.size() - 1, joined);
        });
    }

    private static List<String> texts(Named named, String name) {
        return named.get(name, Object.class)
                .map(value -> Given.texts(name, value))
                .orElse(List.of());
    }

    /** A service, several, or further names by service. */
    private List<Link> endpointLinks(Named named) {
        List<Link> found = new ArrayList<>();
        named.with("links", Object.class, value -> {
            if (value instanceof Map<?, ?> aliases) {
                aliases.forEach((target, alias) -> References.target("links", String.valueOf(target))
                        .ifPresent(selector ->
                                found.add(new Link(selector, Optional.of(Given.plainText("links", alias))))));
                return;
            }
            Given.list(value)
                    .forEach(each -> References.target("links", each)
                            .ifPresent(selector -> found.add(new Link(selector, Optional.empty()))));
        });
        return found;
    }

    private void setMode(Selector target) {
        setMode(new NetworkMode.OfInstance(target), target.toString());
    }

    private void setMode(NetworkMode mode, String key) {
        reading.mention(owner, "networkMode", key);
        this.mode = mode;
    }

    @Override
    public final void register() {
        register(RegistrationPolicy.APPEND);
    }

    @Override
    public final void register(RegistrationPolicy policy) {
        once("register", policy, () -> setRegistration(policy));
    }

    @Override
    public final void register(String policy) {
        once("register", policy, () -> setRegistration(RegistrationPolicy.parse(policy)));
    }

    private void setRegistration(RegistrationPolicy policy) {
        reading.mention(owner, "register", "");
        registration = policy;
    }

    final List<Link> links() {
        return links;
    }

    final Networking networking() {
        return new Networking(
                Optional.ofNullable(mode),
                endpoints,
                published,
                exposed,
                Optional.ofNullable(ofImage),
                Optional.ofNullable(registration));
    }
}
