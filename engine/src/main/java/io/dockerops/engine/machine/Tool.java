package io.dockerops.engine.machine;

import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program of this machine with its arguments. No shell is between: arguments arrive as they are. It reads nothing.
 *
 * @param command the program, a name or a path, and its arguments
 * @param environment variables over those of this process
 * @param folder where it runs; where this process runs when empty
 * @param missingHint what to do when the program is not there
 */
public record Tool(
        List<String> command, SortedMap<String, String> environment, Optional<Path> folder, String missingHint) {

    /** Where programs for administrators lie, which the {@code PATH} of a user often leaves out. */
    private static final List<String> ADMINISTRATION = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    /** @throws IllegalArgumentException when there is no program */
    public Tool {
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a tool needs a program");
        }
    }

    /** A program with the environment of this process. */
    public static Tool of(List<String> command, String missingHint) {
        return new Tool(command, new TreeMap<>(), Optional.empty(), missingHint);
    }

    /** A program that the distribution's package {@code debianPackage} brings. */
    public static Tool ofPackage(String debianPackage, List<String> command) {
        return of(command, "install it: " + Apt.installCommand(List.of(debianPackage)));
    }

    /** The same with one more environment variable. */
    public Tool with(String variable, String value) {
        TreeMap<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Tool(command, more, folder, missingHint);
    }

    /** The same in {@code folder}. */
    public Tool in(Path folder) {
        return new Tool(command, environment, Optional.of(folder), missingHint);
    }

    /** Where {@code program} is: on the {@code PATH}, or where programs for administrators lie. */
    public static Optional<Path> find(String program) {
        for (String folder : searchPath().split(File.pathSeparator)) {
            Path file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Runs it to its end.
     *
     * @param progress hears the lines of its standard error
     * @return its standard output as text
     * @throws EngineException.Failed when it is missing or ends with another exit code than 0
     */
    public String run(ProgressListener progress) {
        try (InputStream output = stream(progress)) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EngineException.Failed("`" + name() + "` cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Starts it and gives its standard output. Reading the end waits for the program and throws {@link
     * EngineException.Failed} when its exit code is not 0, so that an output that was cut off is not taken for a whole
     * one. Closing ends the program and what it started.
     *
     * @param progress hears the lines of its standard error, from another thread
     * @throws EngineException.Failed when it is missing
     */
    public InputStream stream(ProgressListener progress) {
        return new ToolStream(this, start(ProcessBuilder.Redirect.PIPE, false), progress);
    }

    /**
     * Runs it to its end.
     *
     * @param progress hears the lines of its standard output and error
     * @throws EngineException.Failed when it is missing or ends with another exit code than 0
     */
    public void follow(ProgressListener progress) {
        Process process = start(ProcessBuilder.Redirect.PIPE, true);
        LastLines lines = new LastLines(progress);
        lines.readAll(process.inputReader());
        try {
            checkExitCode(process.waitFor(), lines);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /**
     * Starts it in a session of its own, so that it outlives this process and no Ctrl-C of this terminal reaches it.
     *
     * @param log where its standard output and error go; overwritten
     * @throws EngineException.Failed when it is missing
     */
    public Process startDetached(Path log) {
        List<String> inSession = new ArrayList<>();
        inSession.add("setsid");
        inSession.add(executable().toString());
        inSession.addAll(command.subList(1, command.size()));
        return new Tool(inSession, environment, folder, "install it: " + Apt.installCommand(List.of("util-linux")))
                .start(ProcessBuilder.Redirect.to(log.toFile()), true);
    }

    /** The program's name, without its folder. */
    public String name() {
        return String.valueOf(Path.of(command.get(0)).getFileName());
    }

    void checkExitCode(int exitCode, LastLines lines) {
        if (exitCode != 0) {
            throw new EngineException.Failed(
                    "`" + name() + "` failed with exit code " + exitCode + lines.indented(),
                    "run it by itself: " + String.join(" ", command));
        }
    }

    private Process start(ProcessBuilder.Redirect output, boolean errorsToo) {
        List<String> resolved = new ArrayList<>(command);
        resolved.set(0, executable().toString());
        ProcessBuilder builder = new ProcessBuilder(resolved)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output)
                .redirectErrorStream(errorsToo);
        folder.ifPresent(path -> builder.directory(path.toFile()));
        Map<String, String> variables = builder.environment();
        variables.put("PATH", searchPath());
        variables.putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EngineException.Failed("`" + name() + "` cannot be started: " + e.getMessage(), e);
        }
    }

    private Path executable() {
        Path given = Path.of(command.get(0));
        Optional<Path> found = given.isAbsolute() ? Optional.of(given).filter(Files::isExecutable) : find(name());
        return found.orElseThrow(
                () -> new EngineException.Failed("`" + name() + "` is not installed on this machine", missingHint));
    }

    private static String searchPath() {
        String path = System.getenv("PATH");
        String administration = String.join(File.pathSeparator, ADMINISTRATION);
        return path == null ? "/usr/bin:/bin:" + administration : path + File.pathSeparator + administration;
    }
}
