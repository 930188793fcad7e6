package io.dockerops.engine.local;

import io.dockerops.engine.machine.Apt;
import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The programs without which no private engine runs. */
final class Prerequisites {

    private static final Map<String, String> PACKAGE_OF_PROGRAM =
            new TreeMap<>(Map.of("dockerd", "docker.io", "iptables", "iptables", "ip", "iproute2"));

    private Prerequisites() {}

    /**
     * Installs what is missing, after saying so.
     *
     * @return whether Docker's engine was missing
     * @throws EngineException.Failed when it cannot be installed
     */
    static boolean install(ProgressListener progress) {
        List<String> packages = new ArrayList<>();
        PACKAGE_OF_PROGRAM.forEach((program, name) -> {
            if (Tool.find(program).isEmpty()) {
                packages.add(name);
            }
        });
        if (packages.isEmpty()) {
            return false;
        }
        if (!Apt.present()) {
            throw new EngineException.Failed(
                    "Docker's engine is not installed, and this machine has no apt-get to install it with",
                    "install Docker as https://docs.docker.com/engine/install says");
        }
        boolean engineMissing = packages.contains("docker.io");
        if (engineMissing) {
            // Only recommended by docker.io, and no registry is reached without it.
            packages.add("ca-certificates");
        }
        String what =
                engineMissing ? "Docker's engine is not installed" : "Something that Docker's engine needs is missing";
        progress.onProgress(
                new Progress(what + ": installing it from the distribution, which takes about a minute", "", 0, 0));
        Apt.install(packages, progress);
        return engineMissing;
    }
}
