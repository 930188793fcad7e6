package io.dockerops.engine.fake;

import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Specification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The registries that a {@link FakeEngine} pulls from. Safe for use by several threads. */
public final class FakeRegistry {

    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private int made;

    record Offer(int number, Specification config) {}

    FakeRegistry() {}

    /** Offers an image; offered again, it is another image under the same name. */
    public void offer(String reference) {
        offer(reference, Specification.EMPTY);
    }

    /** Offers an image that brings {@code config}, such as {@code Env.PATH} or {@code ExposedPorts.80/tcp}. */
    public synchronized void offer(String reference, Specification config) {
        offers.put(ImageReference.parse(reference).toString(), new Offer(++made, config.canonical()));
    }

    synchronized Optional<Offer> find(ImageReference reference) {
        return Optional.ofNullable(offers.get(reference.toString()));
    }
}
