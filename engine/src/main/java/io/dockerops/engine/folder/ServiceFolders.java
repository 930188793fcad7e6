package io.dockerops.engine.folder;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders of services, by name. */
final class ServiceFolders {

    private final Map<ServiceId, Path> folders = new TreeMap<>();

    private ServiceFolders() {}

    /** The services in {@code folder}. A folder with a Dockerfile whose name cannot be a service's is noted. */
    static ServiceFolders below(Path folder, Findings findings) {
        ServiceFolders services = new ServiceFolders();
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

    List<ServiceId> ids() {
        return List.copyOf(folders.keySet());
    }

    Optional<Path> folder(ServiceId id) {
        return Optional.ofNullable(folders.get(id));
    }

    /** Where a service is declared: the first line of its Dockerfile. */
    SourceRef place(ServiceId id) {
        return SourceRef.line(path(id).resolve(Image.Build.DOCKERFILE), 1);
    }

    Image image(ServiceId id) {
        return new Image.Build(
                path(id), Image.Build.DOCKERFILE, Collections.unmodifiableSortedMap(new TreeMap<>()), Optional.empty());
    }

    private Path path(ServiceId id) {
        return folder(id).orElseThrow(() -> new IllegalArgumentException("no folder for " + id));
    }
}
