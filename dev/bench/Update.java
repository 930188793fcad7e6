import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.fake.FakeHosts;
import io.dockerops.engine.plan.PlanRequest.Command;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An update with nothing to do: 100 containers of the real engine, and 1,000 of the engine in memory. Time, and calls to the
 * engine.
 */
public final class Update {

    private static final int REAL = 100;
    private static final int IN_MEMORY = 1_000;

    private final Bench bench;

    private Update(Bench bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) throws Exception {
        Update update = new Update(new Bench(Bench.Place.ofEnvironment()));
        Bench.heading("Update with nothing to do");
        System.out.printf("%-10s %10s %12s %8s %14s   %s%n", "engine", "containers", "time", "calls", "per container",
                "range, load");
        update.real();
        update.inMemory();
    }

    private void real() throws Exception {
        Path script = Workload.SERVICES.write(bench.place.folder(), REAL);
        bench.launch("run", "-q", script.toString());
        LoadedProject loaded = Bench.load(script, bench.place.folder().resolve("cache"));
        Path socket = bench.place.folder().resolve("counter.sock");
        int calls;
        try (Recorder recorder = new Recorder(socket, bench.place.socket())) {
            Bench counted = new Bench(
                    new Bench.Place(socket, bench.place.launcher(), bench.place.folder(), bench.place.rounds()));
            nothing(counted.inProcess(loaded, Command.UPDATE, ExecutorSettings.DEFAULTS));
            calls = recorder.count();
        }
        Bench.Times times = new Bench.Times();
        for (int round = 0; round < bench.place.rounds(); round++) {
            Bench.settle();
            times.add("engine", Bench.seconds(
                    () -> nothing(bench.inProcess(loaded, Command.UPDATE, ExecutorSettings.DEFAULTS))));
            Bench.settle();
            times.add("process", Bench.seconds(() -> bench.launch("update", "-q", script.toString())));
        }
        print("real", REAL, times, "engine", calls);
        print("process", REAL, times, "process", calls);
        bench.launch("clean", "--yes", "-q", script.toString());
    }

    private void inMemory() throws Exception {
        Path script = Workload.SERVICES.write(bench.place.folder(), IN_MEMORY);
        LoadedProject loaded = Bench.load(script, bench.place.folder().resolve("cache"));
        FakeHosts hosts = new FakeHosts();
        perform(hosts, loaded, Command.RUN);
        hosts.local().calls().clear();
        nothing(perform(hosts, loaded, Command.UPDATE));
        int calls = hosts.local().calls().all().size();
        Bench.Times times = new Bench.Times();
        for (int round = 0; round < bench.place.rounds(); round++) {
            Bench.settle();
            times.add("engine", Bench.seconds(() -> nothing(perform(hosts, loaded, Command.UPDATE))));
        }
        print("in memory", IN_MEMORY, times, "engine", calls);
    }

    private static int perform(FakeHosts hosts, LoadedProject loaded, Command command) {
        ExecutorSettings settings = ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO);
        return Bench.perform(hosts, loaded, command, settings);
    }

    private static void nothing(int actions) {
        if (actions != 0) {
            throw new IllegalStateException("there were " + actions + " things to do");
        }
    }

    private static void print(String engine, int containers, Bench.Times times, String time, int calls) throws Exception {
        System.out.printf("%-10s %10d %10.3f s %8d %14.2f   %s; load %s%n", engine, containers, times.of(time), calls,
                (double) calls / containers, times.range(time), Bench.load());
    }
}
