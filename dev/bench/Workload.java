import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A project to measure with. Its containers end at once when they are stopped, so that the engine alone takes time. */
enum Workload {
    SERVICES("flat", """
            (1..%d).each { int i ->
                service("s$i") {
                    image box
                    command 'sleep', '3600'
                    stopSignal 'SIGKILL'
                }
            }
            """),
    INSTANCES("flat", """
            service('s') {
                image box
                command 'sleep', '3600'
                stopSignal 'SIGKILL'
                instances((1..%d).collect { "i$it" })
            }
            """),
    HEALTHY_CHAIN("healthy", """
            (1..%d).each { int i ->
                service("s$i") {
                    image box
                    command 'sleep', '3600'
                    stopSignal 'SIGKILL'
                    healthy 'true', every: 200.ms
                    if (i > 1) {
                        link "s${i - 1}"
                    }
                }
            }
            """),
    ONE_SHOT_CHAIN("die", """
            (1..%d).each { int i ->
                service("s$i") {
                    image box
                    command 'true'
                    oneShot()
                    if (i > 1) {
                        link "s${i - 1}"
                    }
                }
            }
            """);

    /** What has to happen to a container before the next one is started; {@code flat} when nothing has to. */
    final String event;

    private final String services;

    Workload(String event, String services) {
        this.event = event;
        this.services = services;
    }

    /** Those that are called {@code names}, whatever their case. */
    static List<Workload> named(String... names) {
        return Arrays.stream(names).map(name -> valueOf(name.toUpperCase(Locale.ROOT))).toList();
    }

    /** The name of the project of this size. */
    String project(int size) {
        return "bench-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + size;
    }

    /** Writes the project's script into a folder of its own below {@code folder}. */
    Path write(Path folder, int size) throws IOException {
        Path script = Files.createDirectories(folder.resolve(project(size))).resolve("project.groovy");
        String head = "project '" + project(size) + "'\ndef box = rootfs('box') { busybox() }\n";
        return Files.writeString(script, head + services.formatted(size));
    }
}
