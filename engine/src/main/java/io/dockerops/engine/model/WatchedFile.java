package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file or folder of the host that a container sees and whose content counts as part of what the container is made from.
 *
 * @param path where the container sees it
 * @param source the host's path
 * @param asked whether the project asks for it, so that folders count too; else only a file does
 */
public record WatchedFile(String path, String source, boolean asked) {

    /**
     * What {@code instance} watches: what it says itself, and each host path that it mounts to read, since files that are
     * bound alone are not seen to change inside the container when an editor has replaced them.
     */
    public static List<WatchedFile> of(Project project, Instance instance) {
        Map<String, WatchedFile> watched = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (Mount mount : instance.settings().mounts()) {
            bound(project, instance, mount).ifPresent(bind -> {
                sources.put(bind.path(), bind.source());
                if (bind.asked()) {
                    watched.put(bind.path(), new WatchedFile(bind.path(), bind.source(), false));
                }
            });
        }
        for (String path : instance.settings().lifecycle().watch()) {
            source(sources, path).ifPresent(source -> watched.put(path, new WatchedFile(path, source, true)));
        }
        return new ArrayList<>(watched.values());
    }

    /** The host path behind a mount, where {@code asked} stands for read-only. */
    private static Optional<WatchedFile> bound(Project project, Instance instance, Mount mount) {
        if (mount instanceof Mount.OfHost host) {
            return Optional.of(new WatchedFile(host.path(), project.hostPath(host.source()), host.readOnly()));
        }
        if (mount instanceof Mount.OfVolume of) {
            return project.volume(of.volume())
                    .filter(volume -> volume.storage() instanceof Volume.HostPath)
                    .flatMap(volume -> ((Volume.HostPath) volume.storage())
                            .pathFor(instance)
                            .map(source -> new WatchedFile(
                                    of.path().orElse(volume.path()), project.hostPath(source), of.readOnly())));
        }
        return Optional.empty();
    }

    /** The host path of {@code path}, which is a mount's or below it. */
    private static Optional<String> source(Map<String, String> sources, String path) {
        String at = path;
        while (!at.isEmpty()) {
            String source = sources.get(at);
            if (source != null) {
                return Optional.of(source + path.substring(at.length()));
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Optional.empty();
    }
}
