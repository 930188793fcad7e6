package io.dockerops.engine.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * Where a private engine keeps its things.
 *
 * @param data images, containers, volumes, its log and its settings
 * @param run what lives as long as the engine: its socket and those of its helpers
 */
record EngineFolders(Path data, Path run) {

    /** The longest path of a Unix socket on Linux is 107 bytes; this is the longest one that the engine adds. */
    private static final String LONGEST_SOCKET = "/exec/containerd/containerd-debug.sock.ttrpc";

    private static final int LONGEST_SOCKET_PATH = 107;

    /** All in {@code data}, or, when its path is too long for sockets, what runs in a folder under {@code /run}. */
    static EngineFolders under(Path data) {
        int longest = (data + LONGEST_SOCKET).getBytes(StandardCharsets.UTF_8).length;
        return new EngineFolders(
                data, longest <= LONGEST_SOCKET_PATH ? data : Path.of("/run", "dockerops-" + key(data)));
    }

    /** Eight characters that tell engines of this machine apart. */
    String key() {
        return key(data);
    }

    Path socket() {
        return run.resolve("docker.sock");
    }

    /** What the engine's helpers keep while it runs. */
    Path exec() {
        return run.resolve("exec");
    }

    /** The engine's process. */
    EngineProcess engine() {
        Path pidFile = run.resolve("docker.pid");
        return new EngineProcess(pidFile, pidFile.toString());
    }

    /** The process of the containerd that the engine starts when the machine has none. */
    EngineProcess containerd() {
        Path folder = exec().resolve("containerd");
        return new EngineProcess(
                folder.resolve("containerd.pid"),
                folder.resolve("containerd.toml").toString());
    }

    Path log() {
        return data.resolve("log");
    }

    Path settings() {
        return data.resolve("daemon.json");
    }

    /** Makes them, for this user alone. */
    void create() throws IOException {
        for (Path folder : new Path[] {data, run}) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        if (!Files.exists(settings())) {
            Files.writeString(settings(), "{}\n");
        }
    }

    private static String key(Path data) {
        byte[] path = data.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(path).toString().substring(0, 8);
    }
}
