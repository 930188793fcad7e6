package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * How an instance is reached and what it reaches.
 *
 * @param mode when given, the instance has no endpoints
 * @param endpoints the networks it takes part in; the project's default network when there is neither mode nor endpoint
 * @param published ports reachable from outside
 * @param exposed ports only declared
 * @param ofImage whether the ports that the image exposes are published too; they are not when empty
 * @param registration what becomes of its address in the project's DNS; it is hidden when empty
 */
public record Networking(
        Optional<NetworkMode> mode,
        List<Endpoint> endpoints,
        List<Port.Published> published,
        List<Port> exposed,
        Optional<Port.OfImage> ofImage,
        Optional<RegistrationPolicy> registration) {

    /** Says nothing. */
    public static final Networking EMPTY = new Networking(Optional.empty(), List.of(), List.of(), List.of());

    /** Says nothing of the ports of the image and of DNS. */
    public Networking(
            Optional<NetworkMode> mode, List<Endpoint> endpoints, List<Port.Published> published, List<Port> exposed) {
        this(mode, endpoints, published, exposed, Optional.empty(), Optional.empty());
    }

    public Networking {
        endpoints = List.copyOf(endpoints);
        published = List.copyOf(published);
        exposed = List.copyOf(exposed);
    }

    Networking over(Networking base) {
        return new Networking(
                Ordered.first(mode, base.mode),
                Ordered.replaceByKey(endpoints, base.endpoints, Endpoint::network),
                Ordered.replaceAllByKey(published, base.published, Port.Published::container),
                Ordered.replaceByKey(exposed, base.exposed, port -> port),
                Ordered.first(ofImage, base.ofImage),
                Ordered.first(registration, base.registration));
    }

    /** Whether ports that the image exposes are published. */
    public boolean publishesOfImage() {
        return ofImage.map(Port.OfImage::published).orElse(false);
    }

    /** Whether it is found by its names in the project's DNS. */
    public boolean registered() {
        return registration.filter(policy -> policy != RegistrationPolicy.HIDE).isPresent();
    }

    /** The same with the ports that the image exposes published at all addresses. */
    Networking publishingOfImage() {
        return new Networking(
                mode,
                endpoints,
                published,
                exposed,
                Optional.of(new Port.OfImage(true, Optional.empty())),
                registration);
    }

    /** The same with {@code ports} for all that is published. */
    Networking publishing(List<Port.Published> ports) {
        return new Networking(mode, endpoints, ports, exposed, ofImage, registration);
    }
}
