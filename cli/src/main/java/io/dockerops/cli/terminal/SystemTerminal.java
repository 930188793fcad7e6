package io.dockerops.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal of this process. Java tells neither which streams are terminals nor how large a terminal is, so the
 * former is read from {@code /proc} and the latter is asked of {@code stty}; native code would do both and costs more at
 * start-up than it saves.
 */
public final class SystemTerminal implements Terminal {

    private static final File DEVICE = new File("/dev/tty");

    private final Map<String, String> environment;

    /** @param environment the variables of the process; {@code LINES} and {@code COLUMNS} stand in for a size */
    public SystemTerminal(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean input() {
        return isTerminal(0);
    }

    @Override
    public boolean output() {
        return isTerminal(1);
    }

    @Override
    public boolean error() {
        return isTerminal(2);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return test(descriptor);
        }
    }

    /** For systems without {@code /proc}: the shell's test of a descriptor, which it inherits. */
    private static boolean test(int descriptor) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "test -t " + descriptor)
                    .inheritIO()
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Size size() {
        String[] answer = stty("size").orElse("").split(" ");
        int rows = answer.length == 2 ? positive(answer[0]) : 0;
        int columns = answer.length == 2 ? positive(answer[1]) : 0;
        return new Size(
                rows > 0 ? rows : orElse(positive(environment.get("LINES")), Size.USUAL.rows()),
                columns > 0 ? columns : orElse(positive(environment.get("COLUMNS")), Size.USUAL.columns()));
    }

    private static int orElse(int number, int otherwise) {
        return number > 0 ? number : otherwise;
    }

    private static int positive(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text.trim()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public Registration onResize(Runnable listener) {
        return Signals.handle("WINCH", listener);
    }

    @Override
    public Registration onInterrupt(Runnable listener) {
        return Signals.handle("INT", listener);
    }

    @Override
    public Registration raw() {
        Optional<String> before = input() ? stty("-g") : Optional.empty();
        if (before.isEmpty()) {
            return () -> {};
        }
        Thread restorer = new Thread(() -> stty(before.get()), "dockerops-terminal");
        Runtime.getRuntime().addShutdownHook(restorer);
        stty("raw", "-echo");
        return () -> {
            Runtime.getRuntime().removeShutdownHook(restorer);
            stty(before.get());
        };
    }

    /** What {@code stty} prints; empty when there is no terminal or no {@code stty}. */
    private static Optional<String> stty(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(DEVICE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(output)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
