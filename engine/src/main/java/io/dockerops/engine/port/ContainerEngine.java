package io.dockerops.engine.port;

import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Specification;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * One Docker engine. Safe for use by several threads. Every method throws an {@link EngineException}: {@link
 * HostUnreachable} when the engine does not answer, {@link EngineRefused} when it says no, {@link Cancelled} when the
 * calling thread was interrupted. A method that takes a container takes its name or id.
 */
public interface ContainerEngine extends AutoCloseable {

    /** What the engine says of itself. */
    EngineInfo info();

    /** Whether the paths of the engine's host are those of this machine. */
    boolean onThisMachine();

    /** The name that the engine's host gives itself. */
    String hostName();

    /**
     * The addresses of each network interface of the engine's host, those of IPv4 and the global ones of IPv6; nothing when
     * they cannot be known from here, as those of another machine.
     */
    SortedMap<String, List<String>> interfaces();

    /** All containers in any state that carry all of {@code labels}; with no labels, all containers. */
    List<ContainerSummary> containers(SortedMap<String, String> labels);

    /** Everything about one container; empty when it does not exist. */
    Optional<ContainerDetails> inspect(String container);

    /**
     * The processes of a running container.
     *
     * @throws EngineRefused also when the engine's host cannot list them
     */
    List<ProcessLine> processes(String container);

    /** What the last check of a container's health gave; empty without a check, or when none has ended. */
    Optional<ExecResult> lastHealthCheck(String container);

    /** All networks. */
    List<NetworkDetails> networks();

    /** All named volumes. */
    List<VolumeDetails> volumes();

    /** All images that have a tag, a digest or labels. */
    List<ImageDetails> images();

    /**
     * The ports that an image exposes, in ascending order.
     *
     * @param image a reference or id
     * @throws EngineRefused also when there is no such image
     */
    List<Port> exposedPorts(String image);

    /** What an image is made for; empty when there is no such image. */
    Optional<Platform> platform(ImageReference image);

    /** Makes a network. */
    void createNetwork(String name, Specification specification);

    /** Removes a network, which must have no endpoint. */
    void removeNetwork(String name);

    /** Joins a container to a network; {@code endpoint} has the fields of an endpoint, such as {@code Aliases}. */
    void connect(String network, String container, Specification endpoint);

    /** Takes a container out of a network. */
    void disconnect(String network, String container);

    /** Makes a named volume. */
    void createVolume(String name, Specification specification);

    /** Removes a named volume and its data. */
    void removeVolume(String name);

    /**
     * Makes a container.
     *
     * @param specification all its fields; values of secrets already filled in
     * @return the engine's id
     */
    String createContainer(String name, Specification specification);

    /**
     * Puts files and folders into a container, running or not; the folders that lead to them are made when they are missing.
     *
     * @throws EngineException.Failed also when one cannot be read, or the container does not know its user
     */
    void copyFiles(String container, List<FileCopy> files);

    /** Starts a container; does nothing when it runs. */
    void start(String container);

    /** Stops a container by its signal, and kills it after {@code timeout}; does nothing when it does not run. */
    void stop(String container, Duration timeout);

    /** Sends a signal, such as {@code SIGHUP}, to the main process. */
    void kill(String container, String signal);

    /** Removes a container with its unnamed volumes; a running one is killed with {@code kill}, else the engine refuses. */
    void remove(String container, boolean kill);

    /** Gives a container another name. */
    void rename(String container, String name);

    /** Changes limits and restart policy of a container in place; {@code changes} has only fields of that kind. */
    void update(String container, Specification changes);

    /**
     * Runs a command in a running container to its end. One that runs in the background is only started: the result has
     * exit code 0 when it still runs a moment later.
     */
    ExecResult exec(String container, ExecCommand command);

    /**
     * Runs a command connected with this process.
     *
     * @param control is given what a terminal's size is told to, once the command runs
     * @return its exit code
     */
    int attach(String container, TerminalSession session, Consumer<TerminalSession.Control> control);

    /**
     * Connects this process with the main process of a container, which reads what is read here when it was made with
     * {@code OpenStdin}, until that process ends. What it has written before comes first. Of a container that does not run
     * that is all. An engine may end the output with the input.
     *
     * @param control is given what the size of the container's terminal is told to
     * @return the exit code of the main process
     */
    int attachToMain(String container, Streams streams, Consumer<TerminalSession.Control> control);

    /**
     * Makes a container from {@code specification}, runs it to its end and removes it, whatever happened.
     *
     * @return exit code and log
     */
    ExecResult runToEnd(String name, Specification specification);

    /** Reads a container's log; returns when it is read or, when following, when the container ends. */
    void logs(String container, LogRequest request, LogListener listener);

    /**
     * Listens to the events of containers that carry {@code labels} until closed. Events from the moment at which this
     * method returns are heard.
     */
    AutoCloseable events(SortedMap<String, String> labels, EventListener listener);

    /** Pulls an image. Credentials come from Docker's own configuration of this user. */
    void pull(PullRequest request, ProgressListener progress);

    /** Builds an image. The context is streamed, without what its {@code .dockerignore} names. */
    void build(BuildRequest request, ProgressListener progress);

    /** Makes an image from the tar of a root file system. The stream is read to its end and not closed. */
    void importImage(
            ImageReference reference, InputStream tar, SortedMap<String, String> labels, ProgressListener progress);

    /** Removes an image's tag, and the image with its last tag. */
    void removeImage(ImageReference reference);

    /** Ends what is under way and closes the connections. */
    @Override
    void close();
}
