package io.dockerops.engine.plan;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.InstanceNames;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.VolumeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One call to one engine. */
public sealed interface Action {

    /** The host whose engine is called. */
    HostId host();

    /** The element of the project that the call is about. */
    ElementId subject();

    /** The name of the call, as plans show it. */
    default String verb() {
        return getClass().getSimpleName();
    }

    /** What is done beyond verb and subject, such as the command that is run; empty for most. */
    default String detail() {
        return "";
    }

    /** Calls the method of {@code visitor} for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    /** A call about the container of an instance. */
    sealed interface OfInstance extends Action {

        /** The instance whose container is meant. */
        InstanceId instance();

        @Override
        default ElementId subject() {
            return instance();
        }
    }

    /**
     * Makes a network.
     *
     * @param host the host whose engine is called
     * @param network the network
     * @param name the engine's name for it
     * @param specification its fields
     */
    record CreateNetwork(HostId host, NetworkId network, String name, Specification specification) implements Action {
        @Override
        public ElementId subject() {
            return network;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createNetwork(this);
        }
    }

    /**
     * Removes a network.
     *
     * @param host the host whose engine is called
     * @param network the network
     * @param name the engine's name for it
     */
    record RemoveNetwork(HostId host, NetworkId network, String name) implements Action {
        @Override
        public ElementId subject() {
            return network;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeNetwork(this);
        }
    }

    /**
     * Makes a named volume.
     *
     * @param host the host whose engine is called
     * @param volume the volume
     * @param name the engine's name for it
     * @param specification its fields
     */
    record CreateVolume(HostId host, VolumeId volume, String name, Specification specification) implements Action {
        @Override
        public ElementId subject() {
            return volume;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createVolume(this);
        }
    }

    /**
     * Sets owner and mode of a volume with a short-lived container, which is removed at once.
     *
     * @param host the host whose engine is called
     * @param volume the volume
     * @param name the name of the short-lived container
     * @param specification its fields
     */
    record PrepareVolume(HostId host, VolumeId volume, String name, Specification specification) implements Action {
        @Override
        public ElementId subject() {
            return volume;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prepareVolume(this);
        }
    }

    /**
     * Removes a named volume with its data.
     *
     * @param host the host whose engine is called
     * @param volume the volume
     * @param name the engine's name for it
     */
    record RemoveVolume(HostId host, VolumeId volume, String name) implements Action {
        @Override
        public ElementId subject() {
            return volume;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeVolume(this);
        }
    }

    /**
     * Notes what a container has read from its files, in the labels of an empty volume.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for the volume
     * @param specification its fields
     */
    record RecordFiles(HostId host, InstanceId instance, String name, Specification specification)
            implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.recordFiles(this);
        }
    }

    /**
     * Removes the note of what a container has read from its files.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for the volume
     */
    record ForgetFiles(HostId host, InstanceId instance, String name) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forgetFiles(this);
        }
    }

    /**
     * Pulls an image.
     *
     * @param host the host whose engine is called
     * @param image the image
     * @param platform what it is to be made for; the engine's own platform when empty
     */
    record PullImage(HostId host, ImageId image, Optional<Platform> platform) implements Action {

        /** An image for the engine's own platform. */
        public PullImage(HostId host, ImageId image) {
            this(host, image, Optional.empty());
        }

        @Override
        public ElementId subject() {
            return image;
        }

        @Override
        public String detail() {
            return platform.map(Platform::toString).orElse("");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pullImage(this);
        }
    }

    /**
     * Builds an image.
     *
     * @param host the host whose engine is called
     * @param image the image
     * @param recipe what it is built from
     * @param labels the labels it gets
     * @param cached whether steps that were built before may be taken from there
     * @param platform what it is to be made for; the engine's own platform when empty
     */
    record BuildImage(
            HostId host,
            ImageId image,
            Image.Build recipe,
            SortedMap<String, String> labels,
            boolean cached,
            Optional<Platform> platform)
            implements Action {

        @Override
        public ElementId subject() {
            return image;
        }

        @Override
        public String detail() {
            String made = platform.map(Platform::toString).orElse("");
            return cached ? made : (made + " without cache").strip();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.buildImage(this);
        }
    }

    /**
     * Makes an image from a root file system.
     *
     * @param host the host whose engine is called
     * @param image the image
     * @param recipe what it is made from
     * @param labels the labels it gets
     */
    record ImportImage(HostId host, ImageId image, Image.Rootfs recipe, SortedMap<String, String> labels)
            implements Action {
        @Override
        public ElementId subject() {
            return image;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.importImage(this);
        }
    }

    /**
     * Removes an image that the project made.
     *
     * @param host the host whose engine is called
     * @param image the image
     */
    record RemoveImage(HostId host, ImageId image) implements Action {
        @Override
        public ElementId subject() {
            return image;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeImage(this);
        }
    }

    /**
     * Makes a container.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param specification its fields
     */
    record CreateContainer(HostId host, InstanceId instance, String name, Specification specification)
            implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createContainer(this);
        }
    }

    /**
     * Starts a container.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param stays whether it is expected to go on running, so that its end is a failure
     */
    record StartContainer(HostId host, InstanceId instance, String name, boolean stays) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.startContainer(this);
        }
    }

    /**
     * Waits until a container's health check passes.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param within how long at most
     */
    record AwaitHealthy(HostId host, InstanceId instance, String name, Duration within) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitHealthy(this);
        }
    }

    /**
     * Waits until a container has been running for some time.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param steady how long since its start
     */
    record AwaitSteady(HostId host, InstanceId instance, String name, Duration steady) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitSteady(this);
        }
    }

    /**
     * Waits until a container's process has ended with exit code 0.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param within how long at most; for ever when empty
     */
    record AwaitExit(HostId host, InstanceId instance, String name, Optional<Duration> within) implements OfInstance {

        /** Waits for ever. */
        public AwaitExit(HostId host, InstanceId instance, String name) {
            this(host, instance, name, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitExit(this);
        }
    }

    /**
     * Runs a command in a container.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param command what is run
     */
    record Exec(HostId host, InstanceId instance, String name, ExecCommand command) implements OfInstance {
        @Override
        public String detail() {
            return String.join(" ", command.command());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exec(this);
        }
    }

    /**
     * Sends a signal to a container's main process.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param signal the signal, such as {@code SIGHUP}
     */
    record SignalContainer(HostId host, InstanceId instance, String name, String signal) implements OfInstance {
        @Override
        public String detail() {
            return signal;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.signalContainer(this);
        }
    }

    /**
     * Stops a container.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param timeout how long it has before it is killed
     */
    record StopContainer(HostId host, InstanceId instance, String name, Duration timeout) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopContainer(this);
        }
    }

    /**
     * Removes a container.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param kill whether a running one is killed; else it must have stopped
     */
    record RemoveContainer(HostId host, InstanceId instance, String name, boolean kill) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeContainer(this);
        }
    }

    /**
     * Gives a container another name.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the name it has
     * @param newName the name it gets
     */
    record RenameContainer(HostId host, InstanceId instance, String name, String newName) implements OfInstance {
        @Override
        public String detail() {
            return "to " + newName;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameContainer(this);
        }
    }

    /**
     * Changes limits or restart policy of a container in place.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param changes the fields with their new values
     */
    record UpdateContainer(HostId host, InstanceId instance, String name, Specification changes) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateContainer(this);
        }
    }

    /**
     * Joins a container to a network.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for the container
     * @param network the engine's name for the network
     * @param endpoint the fields of the endpoint
     */
    record ConnectNetwork(HostId host, InstanceId instance, String name, String network, Specification endpoint)
            implements OfInstance {
        @Override
        public String detail() {
            return "to " + network;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.connectNetwork(this);
        }
    }

    /**
     * Takes a container out of a network.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for the container
     * @param network the engine's name for the network
     */
    record DisconnectNetwork(HostId host, InstanceId instance, String name, String network) implements OfInstance {
        @Override
        public String detail() {
            return "from " + network;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.disconnectNetwork(this);
        }
    }

    /**
     * Puts files and folders into a container that was made and not started.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param files what is put there
     * @param specification what is in the files, as far as it counts as part of what the container is made from
     */
    record CopyFiles(HostId host, InstanceId instance, String name, List<CopiedFile> files, Specification specification)
            implements OfInstance {
        public CopyFiles {
            files = List.copyOf(files);
        }

        @Override
        public String detail() {
            return files.stream().map(CopiedFile::toString).collect(Collectors.joining(", "));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyFiles(this);
        }
    }

    /**
     * Waits until a container's process has ended, with whatever exit code.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param within how long at most; without end when empty
     */
    record AwaitEnd(HostId host, InstanceId instance, String name, Optional<Duration> within) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.awaitEnd(this);
        }
    }

    /**
     * Reads what the process of a container that has ended printed, and its exit code. Fails when that is not 0.
     *
     * @param host the host whose engine is called
     * @param instance the instance
     * @param name the engine's name for it
     * @param output which part of the log is wanted
     */
    record ReadOutput(HostId host, InstanceId instance, String name, Script.Output output) implements OfInstance {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.readOutput(this);
        }
    }

    /**
     * Lets an instance be found by its names: its address is put into the project's DNS, in place of an older one of its own.
     *
     * @param host the host whose engine knows its address
     * @param instance the instance
     * @param name the engine's name for it
     * @param server the DNS server
     * @param names its names
     */
    record RegisterNames(HostId host, InstanceId instance, String name, DnsServer server, InstanceNames names)
            implements OfInstance {
        @Override
        public String detail() {
            return switch (names.claim()) {
                case HIDE -> names.own();
                case APPEND ->
                    names.own().equals(names.shared()) ? names.own() : names.own() + " and " + names.shared();
                case REPLACE ->
                    names.own().equals(names.shared())
                            ? names.own() + " alone"
                            : names.own() + " and " + names.shared() + " alone";
            };
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.registerNames(this);
        }
    }

    /**
     * Takes the address of an instance out of the project's DNS.
     *
     * @param host the host whose engine knows its address
     * @param instance the instance
     * @param name the engine's name for it
     * @param server the DNS server
     * @param names its names
     */
    record RemoveNames(HostId host, InstanceId instance, String name, DnsServer server, InstanceNames names)
            implements OfInstance {
        @Override
        public String detail() {
            return names.own().equals(names.shared()) ? names.own() : names.own() + " and its " + names.shared();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeNames(this);
        }
    }

    /**
     * One method per kind of action, so that a new kind cannot be forgotten anywhere.
     *
     * @param <R> what the methods give
     */
    interface Visitor<R> {

        R createNetwork(CreateNetwork action);

        R removeNetwork(RemoveNetwork action);

        R createVolume(CreateVolume action);

        R prepareVolume(PrepareVolume action);

        R removeVolume(RemoveVolume action);

        R recordFiles(RecordFiles action);

        R forgetFiles(ForgetFiles action);

        R pullImage(PullImage action);

        R buildImage(BuildImage action);

        R importImage(ImportImage action);

        R removeImage(RemoveImage action);

        R createContainer(CreateContainer action);

        R startContainer(StartContainer action);

        R awaitHealthy(AwaitHealthy action);

        R awaitSteady(AwaitSteady action);

        R awaitExit(AwaitExit action);

        R exec(Exec action);

        R signalContainer(SignalContainer action);

        R stopContainer(StopContainer action);

        R removeContainer(RemoveContainer action);

        R renameContainer(RenameContainer action);

        R updateContainer(UpdateContainer action);

        R connectNetwork(ConnectNetwork action);

        R disconnectNetwork(DisconnectNetwork action);

        R copyFiles(CopyFiles action);

        R awaitEnd(AwaitEnd action);

        R readOutput(ReadOutput action);

        R registerNames(RegisterNames action);

        R removeNames(RemoveNames action);
    }
}
