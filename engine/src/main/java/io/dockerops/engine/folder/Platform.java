package io.dockerops.engine.folder;

import io.dockerops.engine.dockerfile.Dockerfile;
import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.ProjectKey;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.problem.ProblemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The images of the platform library, which the services of folders are built upon, and which run as services of their own.
 * Nothing of the library is read before one of them is named.
 */
final class Platform {

    private static final ImageReference BASE = ImageReference.parse("dockerops/base");
    private static final ImageReference DNS = ImageReference.parse("dockerops/dns");

    /** The services that need no folder. */
    static final Map<ServiceId, ImageReference> SERVICES = services();

    private static final String FOLDER = "/etc/dockerops/";

    /** What lets people log in to containers of the base image with the project's key, and from one to another. */
    static final List<CopiedFile> KEYS =
            List.of(copied(ProjectKey.SSH_PUBLIC, "authorized_keys"), copied(ProjectKey.SSH, "ssh_key"));

    /** What lets containers register at the project's DNS service, which has it too. */
    static final CopiedFile DNS_KEY = copied(ProjectKey.DNS, "dns.key");

    /** What the base image begins with unless something else is said, as the library has it. */
    private static final String DEBIAN = "debian:bookworm-slim";

    private final PlatformLibrary library;
    private final Map<ImageReference, Image.Build> used = new LinkedHashMap<>();

    Platform(PlatformLibrary library) {
        this.library = library;
    }

    private static Map<ServiceId, ImageReference> services() {
        Map<ServiceId, ImageReference> services = new LinkedHashMap<>();
        services.put(new ServiceId("dockerops-base"), BASE);
        services.put(new ServiceId("dockerops-dns"), DNS);
        return services;
    }

    private static CopiedFile copied(ProjectKey key, String file) {
        return new CopiedFile(new CopiedFile.OfKey(key), FOLDER + file, Optional.empty(), Optional.empty());
    }

    /**
     * When a container of {@code build}, which is of the base image, is ready. The check of the image itself comes later, at
     * longer intervals; one that a service has of its own goes before.
     */
    static Optional<HealthCheck> health(Image.Build build) {
        if (isDns(build)) {
            return Optional.of(health("dns-ready"));
        }
        return Dockerfile.checksHealth(build) ? Optional.empty() : Optional.of(health("container-ready"));
    }

    private static HealthCheck health(String program) {
        return new HealthCheck(
                List.of("CMD", program),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(Duration.ofSeconds(10)),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(Duration.ofMinutes(2)));
    }

    /** Whether {@code image} is that of the DNS service. */
    static boolean isDns(Image image) {
        return Image.nameOf(image).equals(Optional.of(DNS.name()));
    }

    /** The images that were asked for, and what they are built upon. */
    List<Image> images() {
        return List.copyOf(used.values());
    }

    /** The image {@code reference}; empty when it is none of the library's. */
    Optional<Image.Build> image(ImageReference reference) {
        if (!SERVICES.containsValue(reference)) {
            return Optional.empty();
        }
        used.computeIfAbsent(BASE, this::build);
        return Optional.of(used.computeIfAbsent(reference, this::build));
    }

    private Image.Build build(ImageReference reference) {
        TreeMap<String, String> arguments =
                new TreeMap<>(Map.of("BASE", library.baseImage().orElse(DEBIAN)));
        String folder = reference.name().substring(reference.name().indexOf('/') + 1);
        return new Image.Build(
                Optional.of(reference.name()),
                library.folder().get().resolve("images").resolve(folder),
                Image.Build.DOCKERFILE,
                reference.equals(BASE) ? arguments : new TreeMap<>(),
                Optional.empty());
    }

    /**
     * Whether the containers of what is built by {@code build} are of the base image.
     *
     * @param folders what the project builds itself, by its references
     */
    boolean isUnder(Image.Build build, Map<ImageReference, Image.Build> folders) {
        return isUnder(build, folders, folders.size());
    }

    /** More than {@code depth} steps would go in a circle. */
    private boolean isUnder(Image.Build build, Map<ImageReference, Image.Build> folders, int depth) {
        for (BuildOutline.Base base : bases(build)) {
            Image.Build below = folders.get(base.image());
            if (image(base.image()).isPresent() || (below != null && depth > 0 && isUnder(below, folders, depth - 1))) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with a Dockerfile is told when it is built. */
    private static List<BuildOutline.Base> bases(Image.Build build) {
        try {
            return Dockerfile.read(build).bases();
        } catch (ProblemException e) {
            return List.of();
        }
    }
}
