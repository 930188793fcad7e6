package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options that say what a script is and how it is run. */
final class ScriptOptions {

    private final Text file;
    private final Text entrypoint;
    private final Text folder;
    private final Text timeout;
    private final Text tail;
    private final Flag timestamps;
    private final Flag replace;
    private final Flag keep;
    private final Flag copy;
    private final Flag beside;

    ScriptOptions(Syntax syntax) {
        file = syntax.text(
                "PATH",
                "A script, which the container gets with all else in its folder, or a folder. Both can be written to.",
                "--file");
        entrypoint = syntax.text("PROGRAM", "The program that gets the command as its arguments.", "--entrypoint");
        folder = syntax.text(
                "FOLDER",
                "Where the container has the files. Without it: " + Script.DEFAULT_FOLDER + ".",
                "--container-folder");
        timeout = syntax.text(
                "TIME",
                "How long it may take, such as 90s or 10m. After that its container is left as it is. Without it: the"
                        + " stopTimeout of the service, and without one as long as it takes.",
                "--timeout");
        tail = syntax.text("N", "Print the last N lines of its output. Without it: all.", "-n", "--tail");
        timestamps = syntax.flag("Print the time of each line.", "-t", "--timestamps");
        replace = syntax.flag("Remove a container that is there already. Without it, that is an error.", "--replace");
        beside = syntax.flag(
                "Run beside the container of the service, in one of its own without its published ports, addresses and"
                        + " names in networks.",
                "--beside");
        keep = syntax.flag("Keep the container when the script has ended.", "--keep");
        copy = syntax.flag(
                "Give the container a copy of the files, as is done anyway when its engine is on another machine."
                        + " What it writes there stays in the container.",
                "--copy");
    }

    /** Whether it runs beside the container of the service. */
    boolean beside() {
        return beside.given();
    }

    /**
     * The script.
     *
     * @throws ProblemException when an option is wrong, or there is no such file
     */
    Script script(Session session, List<String> command) {
        Optional<Script.Files> files =
                file.value().map(path -> files(session.surroundings().folder(), path));
        Script.Output output =
                new Script.Output(tail.value().map(text -> ChangeOptions.positive("--tail", text)), timestamps.given());
        try {
            return new Script(
                    files,
                    entrypoint.value(),
                    command,
                    folder.value().orElse(Script.DEFAULT_FOLDER),
                    timeout.value().map(text -> Durations.parse("--timeout", text)),
                    output,
                    replace.given(),
                    keep.given(),
                    copy.given() || engineElsewhere(session));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error(String.valueOf(e.getMessage())));
        }
    }

    /** {@code DOCKER_HOST} may make the engine of this machine one of another. */
    private static boolean engineElsewhere(Session session) {
        String address = session.environment().getOrDefault("DOCKER_HOST", "");
        return address.startsWith("tcp://") || address.startsWith("ssh://");
    }

    private static Script.Files files(Path here, String path) {
        Path file = here.resolve(path).toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            return new Script.Files(file, Optional.empty());
        }
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.error("there is no file or folder `" + path + "`"));
        }
        Path folder = file.getParent();
        return new Script.Files(
                folder == null ? Path.of("/") : folder, Optional.of(String.valueOf(file.getFileName())));
    }
}
