package io.dockerops.cli.command;

import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's ssh, connected with the terminal of this process. */
final class SshProgram {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private final Path program;

    private SshProgram(Path program) {
        this.program = program;
    }

    /**
     * A server of SSH.
     *
     * @param name what its key is known by
     * @param address where it is
     * @param port where it listens
     * @param key its key, after its kind
     */
    record Server(String name, String address, String port, String key) {}

    /**
     * The program on the path.
     *
     * @throws ProblemException when there is none
     */
    static SshProgram find(Map<String, String> environment, String target) {
        Optional<Path> found = Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "ssh"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
        return new SshProgram(found.orElseThrow(() -> new ProblemException(Problem.error(
                "there is no program `ssh` on this machine",
                "install it (Debian and Ubuntu: apt-get install openssh-client), or use `dockerops shell " + target
                        + "`"))));
    }

    /** Runs {@code command}, or a shell when it is empty, as {@code user}; gives the exit code. */
    int run(Server server, Path key, String user, List<String> command, boolean interactive) {
        try {
            Path known = Files.createTempFile("dockerops-", ".known");
            // Also when a signal ends this process before it comes back from here.
            known.toFile().deleteOnExit();
            try {
                Files.writeString(known, server.name() + " " + server.key() + "\n");
                return waitFor(new ProcessBuilder(line(server, known, key, user, command, interactive))
                        .inheritIO()
                        .start());
            } finally {
                Files.deleteIfExists(known);
            }
        } catch (IOException e) {
            throw new EngineException.Failed("`ssh` could not be run: " + e.getMessage(), e);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private List<String> line(
            Server server, Path known, Path key, String user, List<String> command, boolean interactive) {
        List<String> line = new ArrayList<>(List.of(program.toString(), "-F", "none"));
        option(line, "StrictHostKeyChecking=yes");
        option(line, "UserKnownHostsFile=" + quoted(known));
        option(line, "GlobalKnownHostsFile=/dev/null");
        option(line, "HostKeyAlias=" + server.name());
        option(line, "HostKeyAlgorithms=ssh-ed25519");
        option(line, "UpdateHostKeys=no");
        option(line, "CheckHostIP=no");
        option(line, "IdentitiesOnly=yes");
        option(line, "IdentityFile=" + quoted(key));
        option(line, "PreferredAuthentications=publickey");
        option(line, "ConnectTimeout=10");
        line.addAll(List.of("-p", server.port(), "-l", user));
        if (interactive && !command.isEmpty()) {
            line.add("-t");
        }
        line.addAll(List.of("--", server.address()));
        command.forEach(word -> line.add(shellWord(word)));
        return line;
    }

    private static void option(List<String> line, String option) {
        line.addAll(List.of("-o", option));
    }

    /** In options a blank ends a path, and a percent sign begins a variable. */
    private static String quoted(Path path) {
        return '"' + path.toString().replace("%", "%%") + '"';
    }

    /** The words come together at the server, where a shell takes them apart again. */
    private static String shellWord(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
