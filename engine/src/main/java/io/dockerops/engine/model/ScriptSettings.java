package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What holds for a container in which a script runs: what its service says, save for what a script does otherwise. */
public final class ScriptSettings {

    private static final FieldPath COMMAND = FieldPath.of("Cmd");
    private static final FieldPath ENTRYPOINT = FieldPath.of("Entrypoint");
    private static final FieldPath RESTART = FieldPath.of("HostConfig", "RestartPolicy");
    private static final FieldPath REMOVAL = FieldPath.of("HostConfig", "AutoRemove");
    private static final FieldPath PORTS = FieldPath.of("HostConfig", "PortBindings");

    private ScriptSettings() {}

    /**
     * The settings of a container that runs {@code script} once to its end: never started again, and without the commands
     * that follow a start.
     *
     * @param base what holds for the instance
     * @param mounted whether the container sees the script's files themselves
     */
    public static Settings of(Settings base, Script script, boolean mounted) {
        Lifecycle lifecycle = base.lifecycle();
        return base.toBuilder()
                .process(process(base.process(), script))
                .mounts(mounts(base.mounts(), script, mounted))
                .lifecycle(new Lifecycle(
                        Optional.empty(),
                        lifecycle.stopSignal(),
                        lifecycle.stopTimeout(),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        lifecycle.copies(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        lifecycle.permissions()))
                .attributes(without(base.attributes(), script))
                .options(without(base.options(), script))
                .build();
    }

    /** The same for a container that runs beside that of its instance: without its ports, addresses and further names. */
    public static Settings beside(Settings settings) {
        Networking networking = settings.networking();
        List<Endpoint> endpoints = networking.endpoints().stream()
                .map(endpoint -> Endpoint.plain(endpoint.network()))
                .toList();
        SortedMap<FieldPath, Value> attributes = new TreeMap<>(settings.attributes());
        SortedMap<FieldPath, Value> options = new TreeMap<>(settings.options());
        attributes.keySet().removeIf(path -> path.startsWith(PORTS));
        options.keySet().removeIf(path -> path.startsWith(PORTS));
        ContainerProcess process = settings.process();
        return settings.toBuilder()
                .process(new ContainerProcess(
                        process.command(),
                        process.entrypoint(),
                        process.workingDirectory(),
                        process.user(),
                        Optional.empty()))
                .networking(new Networking(networking.mode(), endpoints, List.of(), networking.exposed()))
                .attributes(attributes)
                .options(options)
                .build();
    }

    /** Another entrypoint takes the arguments away that were meant for the one before. */
    private static ContainerProcess process(ContainerProcess base, Script script) {
        Optional<List<String>> words = Optional.of(script.words()).filter(list -> !list.isEmpty());
        Optional<List<String>> entrypoint = script.entrypoint().map(List::of);
        return new ContainerProcess(
                entrypoint.isPresent() ? words : words.or(base::command),
                entrypoint.or(base::entrypoint),
                base.workingDirectory(),
                base.user(),
                base.hostname());
    }

    private static List<Mount> mounts(List<Mount> base, Script script, boolean mounted) {
        if (!mounted || script.files().isEmpty()) {
            return base;
        }
        List<Mount> mounts = new ArrayList<>(base);
        mounts.removeIf(
                mount -> mount instanceof Mount.OfHost host && host.path().equals(script.folder()));
        mounts.add(new Mount.OfHost(script.files().get().folder().toString(), script.folder(), false));
        return mounts;
    }

    private static SortedMap<FieldPath, Value> without(SortedMap<FieldPath, Value> fields, Script script) {
        SortedMap<FieldPath, Value> left = new TreeMap<>(fields);
        left.keySet().removeIf(path -> path.startsWith(RESTART) || path.equals(REMOVAL));
        if (!script.words().isEmpty() || script.entrypoint().isPresent()) {
            left.remove(COMMAND);
        }
        if (script.entrypoint().isPresent()) {
            left.remove(ENTRYPOINT);
        }
        return left;
    }
}
