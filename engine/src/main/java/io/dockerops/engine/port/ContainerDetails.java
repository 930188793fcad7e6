package io.dockerops.engine.port;

import io.dockerops.engine.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * All that the engine knows of a container and that matters here.
 *
 * @param id the engine's full id
 * @param name its name, without the leading {@code /}
 * @param imageId the id of the image that it runs
 * @param status what it is doing
 * @param labels its labels
 * @param live how it is set up now, in the fields that a specification uses; includes what image and engine added
 * @param addresses its IP address per network name
 */
public record ContainerDetails(
        String id,
        String name,
        String imageId,
        ContainerStatus status,
        SortedMap<String, String> labels,
        Specification live,
        SortedMap<String, String> addresses) {

    /** The variable with the address at which a container is found, when that is not its own one. */
    public static final String ADDRESS_VARIABLE = "SERVICE_IP";

    /** The value of an environment variable; empty when it is not set, or to nothing. */
    public Optional<String> variable(String variable) {
        return live.text("Env", variable).filter(value -> !value.isBlank());
    }

    /** Whether the address at which it is found is its own, where nothing else is. */
    public boolean foundAlone() {
        return variable(ADDRESS_VARIABLE).isEmpty();
    }

    /** All addresses at which the container may be found. */
    public List<String> allAddresses() {
        List<String> all = new ArrayList<>(addresses.values());
        variable(ADDRESS_VARIABLE).ifPresent(all::add);
        return all;
    }

    /**
     * The address at which the container is found: the one that it says, else its own in one of {@code networks}, else in
     * its first.
     */
    public Optional<String> foundAt(Set<String> networks) {
        return variable(ADDRESS_VARIABLE)
                .or(() -> addresses.entrySet().stream()
                        .filter(entry -> networks.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> addresses.values().stream().findFirst());
    }
}
