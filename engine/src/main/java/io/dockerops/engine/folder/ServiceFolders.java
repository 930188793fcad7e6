package io.dockerops.engine.folder;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of services by name, and the services that the platform library has. */
final class ServiceFolders {

    private final Map<ServiceId, Path> folders = new TreeMap<>();
    private final Platform platform;

    private ServiceFolders(Platform platform) {
        this.platform = platform;
    }

    /** The services in {@code folder}. A folder with a Dockerfile whose name cannot be a service's is noted. */
    static ServiceFolders below(Path folder, Platform platform, Findings findings) {
        ServiceFolders services = new ServiceFolders(platform);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                Path dockerfile = entry.resolve(Image.Build.DOCKERFILE);
                if (Files.isRegularFile(dockerfile)) {
                    services.add(entry, dockerfile, findings);
                }
            }
        } catch (IOException e) {
            findings.add(Problem.error("the folder `" + folder + "` cannot be read: " + e.getMessage()));
        }
        return services;
    }

    private void add(Path folder, Path dockerfile, Findings findings) {
        try {
            folders.put(new ServiceId(String.valueOf(folder.getFileName())), folder);
        } catch (IllegalArgumentException e) {
            findings.add(Mistake.of(e).at(SourceRef.line(dockerfile, 1)).hint("rename the folder"));
        }
    }

    /** The services that have folders. */
    List<ServiceId> ids() {
        return List.copyOf(folders.keySet());
    }

    /** All names that a conf file can use. */
    List<String> names() {
        return Stream.concat(folders.keySet().stream(), Platform.SERVICES.keySet().stream())
                .map(ServiceId::name)
                .toList();
    }

    boolean has(ServiceId id) {
        return folders.containsKey(id) || Platform.SERVICES.containsKey(id);
    }

    Optional<Path> folder(ServiceId id) {
        return Optional.ofNullable(folders.get(id));
    }

    /** Where a service is declared: the first line of its Dockerfile. */
    SourceRef place(ServiceId id) {
        Image.Build build = image(id, folders.get(id));
        return SourceRef.line(build.context().resolve(build.dockerfile()), 1);
    }

    /** What a service runs. */
    Image.Build image(ServiceId id) {
        return image(id, folders.get(id));
    }

    /** Whether a service is the platform's DNS service. */
    boolean runsDns(ServiceId id) {
        return Platform.isDns(image(id));
    }

    private Image.Build image(ServiceId id, @Nullable Path folder) {
        if (folder != null) {
            return new Image.Build(folder, Image.Build.DOCKERFILE, new TreeMap<>(), Optional.empty());
        }
        ImageReference reference = Platform.SERVICES.get(id);
        if (reference == null) {
            throw new IllegalArgumentException("no folder for " + id);
        }
        return platform.image(reference).orElseThrow();
    }

    /**
     * Whether containers of a service are of the platform's base image.
     *
     * @param project the project's name, which is in front of what its Dockerfiles begin with
     */
    boolean onBase(ServiceId id, String project) {
        Path folder = folders.get(id);
        if (folder == null) {
            return true;
        }
        Map<ImageReference, Image.Build> built = new LinkedHashMap<>();
        folders.forEach((service, place) -> built.put(
                ImageReference.parse((project + "/" + service).toLowerCase(Locale.ROOT)), image(service, place)));
        return platform.isUnder(image(id, folder), built);
    }
}
