import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ProjectScripts;
import io.dockerops.engine.Engine;
import io.dockerops.engine.docker.DockerHosts;
import io.dockerops.engine.execute.Cancellation;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.execute.RunListener;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.SecretStore;
import io.dockerops.engine.rootfs.LocalImageSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the benchmarks share: the engine, DockerOps in this process and as a process, and the minimal program likewise. */
final class Bench {

    /** Something to time. */
    interface Job {
        void run() throws Exception;
    }

    /** Where the benchmark runs: an engine of its own, the launcher to measure, and a folder for what it writes. */
    record Place(Path socket, Path launcher, Path folder, int rounds) {

        static Place ofEnvironment() {
            return new Place(
                    Path.of(System.getenv("DOCKER_HOST").substring("unix://".length())),
                    Path.of(System.getenv("BENCH_LAUNCHER")),
                    Path.of(System.getenv("BENCH_FOLDER")),
                    Integer.parseInt(System.getenv("BENCH_ROUNDS")));
        }
    }

    private static final List<String> MINIMAL_JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final SecretStore NO_SECRETS = reference -> {
        throw new IllegalStateException("the projects have no secrets");
    };

    final Place place;

    Bench(Place place) {
        this.place = place;
    }

    static double seconds(Job job) throws Exception {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Times of several contestants, taken in turns so that what else the machine does hits all alike. */
    static final class Times {

        private final Map<String, List<Double>> byName = new LinkedHashMap<>();

        void add(String name, double seconds) {
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(seconds);
        }

        double of(String name) {
            return median(byName.get(name));
        }

        String range(String name) {
            List<Double> times = byName.get(name);
            double least = times.stream().min(Double::compare).orElseThrow();
            double most = times.stream().max(Double::compare).orElseThrow();
            return "%.2f-%.2f".formatted(least, most);
        }
    }

    /** The project of a script, which is in order. */
    static LoadedProject load(Path script, Path cache) {
        return ProjectScripts.cachedIn(cache).load(script, Map.of());
    }

    /** Observes, plans and executes in this process; the number of actions. */
    int inProcess(LoadedProject loaded, PlanRequest.Command command, ExecutorSettings settings) {
        Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + place.socket);
        DockerHosts hosts = new DockerHosts(environment, place.folder, List.of(place.socket));
        return perform(hosts, loaded, command, settings);
    }

    /** The same on the engines of {@code hosts}. */
    static int perform(
            HostConnections hosts, LoadedProject loaded, PlanRequest.Command command, ExecutorSettings settings) {
        try (Engine engine = new Engine(hosts, new LocalImageSources(), NO_SECRETS, settings)) {
            Plan plan = engine.plan(
                    loaded.project(), loaded.origins(), engine.observe(loaded.project()), PlanRequest.of(command));
            RunReport report = engine.execute(plan, RunListener.SILENT, new Cancellation());
            if (!report.succeeded()) {
                throw new IllegalStateException(report.outcomes().toString());
            }
            return plan.graph().actions().size();
        }
    }

    /** Runs DockerOps as a user does. */
    void launch(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(place.launcher.toString()));
        command.addAll(List.of(arguments));
        require(process(command));
    }

    /** Runs the minimal program as a process. */
    void launchMinimal(Path recording, int width, String event) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(MINIMAL_JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path").split(File.pathSeparator)[0], "Minimal"));
        command.addAll(List.of(
                place.socket.toString(), recording.toString(), Integer.toString(width), event));
        require(process(command));
    }

    static Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void require(Process process) throws Exception {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("a process ended with exit code " + code);
        }
    }

    /** The calls that DockerOps makes for a command, which are made; what else it needs, as images, must be there. */
    List<Minimal.Call> record(LoadedProject loaded, PlanRequest.Command command) throws Exception {
        Path socket = place.folder.resolve("recorder.sock");
        try (Recorder recorder = new Recorder(socket, place.socket)) {
            new Bench(new Place(socket, place.launcher, place.folder, place.rounds))
                    .inProcess(loaded, command, ExecutorSettings.DEFAULTS);
            if (recorder.calls().isEmpty()) {
                throw new IllegalStateException("nothing was recorded");
            }
            return recorder.calls();
        }
    }

    Path keep(String name, List<Minimal.Call> calls) throws IOException {
        Path file = place.folder.resolve(name + ".calls");
        Minimal.write(file, calls);
        return file;
    }

    /** Lets the machine come to rest. */
    static void settle() throws Exception {
        System.gc();
        Thread.sleep(300);
    }

    static void heading(String text) {
        System.out.println();
        System.out.println(text);
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
