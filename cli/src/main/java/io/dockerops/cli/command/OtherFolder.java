package io.dockerops.cli.command;

import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a project of the same name in another folder of this machine has made what is there. */
final class OtherFolder {

    private OtherFolder() {}

    /**
     * The other folder. One that is not there any more was moved, and does not count; nor do containers of other machines,
     * which several people look after from folders of their own.
     */
    static Optional<Path> of(ObservedState state, Path folder) {
        return state.hosts().values().stream()
                .filter(host -> host.host().address() instanceof HostAddress.Local)
                .flatMap(OtherFolder::folders)
                .map(Path::of)
                .filter(other -> !other.equals(folder.toAbsolutePath().normalize()) && Files.isDirectory(other))
                .findFirst();
    }

    private static Stream<String> folders(ObservedHost host) {
        return host.containers().values().stream()
                .map(ObservedContainer::details)
                .flatMap(details -> Optional.ofNullable(details.labels().get(Labels.FOLDER)).stream());
    }
}
