package io.dockerops.engine.local;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads from the log of an engine why it did not start. */
final class EngineLog {

    private static final int LINES_SHOWN = 10;
    private static final Pattern NOISE = Pattern.compile("level=(info|debug) |module=grpc");

    /** A text of the log in lower case, and what it means for the user. */
    private record Known(String text, String hint) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "operation not permitted",
                    "an engine needs a machine of its own or a privileged container: this one may not do what it needs"),
            new Known(
                    "permission denied (you must be root)",
                    "an engine needs a machine of its own or a privileged container: this one may not filter packets"),
            new Known("cgroup isn't mounted", "an engine needs control groups: mount them at /sys/fs/cgroup"),
            new Known(
                    "cgroup mountpoint does not exist", "an engine needs control groups: mount them at /sys/fs/cgroup"),
            new Known("no space left on device", "make room on the disk"),
            new Known("unknown flag", "a private engine needs Docker 19.03 or newer"));

    private EngineLog() {}

    /** @param what such as {@code ended at once} */
    static EngineException.Failed failure(Path log, String what) {
        List<String> lines = lines(log);
        List<String> telling =
                lines.stream().filter(line -> !NOISE.matcher(line).find()).toList();
        List<String> last = telling.subList(Math.max(0, telling.size() - LINES_SHOWN), telling.size());
        StringBuilder message = new StringBuilder("the private engine " + what);
        last.forEach(line -> message.append("\n  ").append(line));
        // Earlier lines warn of what the engine can do without.
        String text = String.join("\n", last).toLowerCase(Locale.ROOT);
        String hint = KNOWN.stream()
                .filter(known -> text.contains(known.text))
                .map(Known::hint)
                .findFirst()
                .orElse("see what else its log says");
        return new EngineException.Failed(message.toString(), hint + " (the log is " + log + ")");
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }
}
