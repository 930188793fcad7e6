package io.dockerops.engine.local;

import io.dockerops.engine.machine.Apt;
import io.dockerops.engine.machine.LocalUser;
import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import io.dockerops.engine.port.TimedOut;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A Docker engine for the user of a machine on which none runs. It has a data folder, a network bridge and a containerd
 * namespace of its own, and goes on running when the command that started it has ended. What its
 * {@code daemon.json} says counts; the machine's own settings in {@code /etc/docker} do not.
 *
 * <p>Engines of one machine share its packet filter, and one that starts sets up the chains in it anew: the ports that an
 * engine beside it publishes are then reached from this machine only, until that one is restarted. So this is for
 * machines without another engine.
 */
public final class PrivateEngine {

    private static final Path MACHINE_SOCKET = Path.of("/var/run/docker.sock");
    private static final Path MACHINE_PID_FILE = Path.of("/var/run/docker.pid");
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_STOP = Duration.ofMinutes(2);
    private static final int POLL_MS = 50;

    private final EngineFolders folders;
    private final EngineProcess process;

    /** An engine that keeps its things in {@code folder}. */
    public PrivateEngine(Path folder) {
        folders = EngineFolders.under(folder.toAbsolutePath().normalize());
        process = folders.engine();
    }

    /** The engine in {@code $XDG_DATA_HOME/dockerops/engine}, or {@code ~/.local/share/dockerops/engine}. */
    public static PrivateEngine ofUser() {
        return new PrivateEngine(LocalUser.dataFolder().resolve("engine"));
    }

    /**
     * How an engine stands.
     *
     * @param address how it is reached, or would be
     * @param version its version, such as {@code 20.10.24}; empty when it does not answer
     * @param pid its process; empty when it does not run, or is not the private one
     * @param folder where its data is
     * @param log the file that it writes its log to
     */
    public record Status(
            HostAddress.Unix address, Optional<String> version, Optional<Long> pid, Path folder, Path log) {

        /** Whether it answers. */
        public boolean running() {
            return version.isPresent();
        }
    }

    /** The socket that it listens on when it runs. */
    public Path socket() {
        return folders.socket();
    }

    /** How the engine stands now. */
    public Status status() {
        return new Status(
                new HostAddress.Unix(folders.socket()),
                Ping.version(folders.socket()),
                process.pid(),
                folders.data(),
                folders.log());
    }

    /**
     * Starts the engine, unless it runs, and waits until it answers. Needs root. Where Docker's engine is not installed it
     * is installed from the distribution; where that starts the machine's own engine, this one is not started and the
     * machine's own is returned.
     *
     * @param progress hears what is going on, first of all that something is going to be installed
     * @return the engine that runs now
     * @throws EngineException.Failed when it cannot be installed or started: with what to do instead, or the last lines of
     *     its log
     */
    public synchronized Status start(ProgressListener progress) {
        Status now = status();
        if (now.running()) {
            return now;
        }
        checkRoot();
        if (Prerequisites.install(progress) && machineEngineRuns()) {
            return new Status(
                    new HostAddress.Unix(MACHINE_SOCKET),
                    Ping.version(MACHINE_SOCKET),
                    Optional.empty(),
                    folders.data(),
                    folders.log());
        }
        try {
            folders.create();
            return startAlone(progress);
        } catch (IOException e) {
            throw new EngineException.Failed("the folder of the private engine cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Stops the engine and its containers and waits until it has ended. Its data stays.
     *
     * @return false when it did not run
     * @throws TimedOut when it has not ended after two minutes
     */
    public boolean stop() {
        if (process.pid().isEmpty()) {
            return false;
        }
        process.end();
        if (!await(() -> process.pid().isEmpty(), TO_STOP)) {
            throw new TimedOut("the private engine did not end", TO_STOP);
        }
        bridge().delete();
        return true;
    }

    /** Two commands at once would start two engines on the same data. */
    private Status startAlone(ProgressListener progress) throws IOException {
        Path lock = folders.data().resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (process.pid().isEmpty()) {
                progress.onProgress(new Progress("Starting a private engine in " + folders.data(), "", 0, 0));
                launch();
            }
            Status now = status();
            if (!now.running()) {
                throw EngineLog.failure(folders.log(), "does not answer");
            }
            return now;
        }
    }

    private void launch() throws IOException {
        process.forgetWhenEnded();
        folders.containerd().forgetWhenEnded();
        Files.deleteIfExists(folders.socket());
        if (Files.exists(folders.log())) {
            Files.move(folders.log(), folders.data().resolve("log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Bridge bridge = bridge();
        bridge.create();
        Process started = command(bridge).startDetached(folders.log());
        boolean answers = await(() -> Ping.version(folders.socket()).isPresent() || !started.isAlive(), TO_START);
        if (!answers || !started.isAlive()) {
            started.destroy();
            bridge.delete();
            throw EngineLog.failure(folders.log(), answers ? "ended at once" : "does not answer");
        }
    }

    private Tool command(Bridge bridge) {
        String namespace = "dockerops-" + folders.key();
        return Tool.ofPackage(
                "docker.io",
                List.of(
                        "dockerd",
                        "--config-file=" + folders.settings(),
                        "--data-root=" + folders.data().resolve("data"),
                        "--exec-root=" + folders.exec(),
                        "--pidfile",
                        process.pidFile().toString(),
                        "--host=unix://" + folders.socket(),
                        "--bridge=" + bridge.name(),
                        "--containerd-namespace=" + namespace,
                        "--containerd-plugins-namespace=" + namespace + "-plugins"));
    }

    private Bridge bridge() {
        try {
            return Bridge.choose(folders.key());
        } catch (IOException e) {
            throw new EngineException.Failed("the routes of this machine cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkRoot() {
        if (!LocalUser.isRoot()) {
            throw new EngineException.Failed(
                    "a private engine needs root",
                    "use the engine of this machine in its place: "
                            + Apt.installCommand(List.of("docker.io", "iptables"))
                            + "; sudo usermod -aG docker \"$USER\"; then log in again");
        }
    }

    /** Where the distribution's package has started an engine, it may need a moment until it answers. */
    private static boolean machineEngineRuns() {
        boolean starting = Files.exists(MACHINE_PID_FILE) || Files.exists(MACHINE_SOCKET);
        return starting && await(() -> Ping.version(MACHINE_SOCKET).isPresent(), TO_START);
    }

    private static boolean await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
        return true;
    }
}
