import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.plan.PlanRequest.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of services, each of which waits for the health, or the end, of the one before: the cold run against a minimal
 * program that is driven by the engine's events, and the second run against one of as many services without links. Usage:
 * {@code Chains [WORKLOAD...]}
 */
public final class Chains {

    private static final List<Workload> ALL = List.of(Workload.HEALTHY_CHAIN, Workload.ONE_SHOT_CHAIN);
    private static final int SIZE = 20;
    private static final int WIDTH = 4;
    private static final int SECOND_RUNS = 10;

    private final Bench bench;

    private Chains(Bench bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) throws Exception {
        Chains chains = new Chains(new Bench(Bench.Place.ofEnvironment()));
        Bench.heading("Chains of " + SIZE + ": cold run against an event-driven minimal program");
        System.out.printf("%-16s %-8s %10s %10s %7s   %s%n", "workload", "time of", "minimal", "DockerOps", "ratio",
                "ranges, load");
        List<Workload> wanted = arguments.length == 0 ? ALL : Workload.named(arguments);
        for (Workload workload : wanted) {
            chains.cold(workload);
        }
        Bench.heading("Second run, whole process, against as many services without links");
        chains.second(wanted);
    }

    private void cold(Workload workload) throws Exception {
        Path script = workload.write(bench.place.folder(), SIZE);
        LoadedProject loaded = Bench.load(script, bench.place.folder().resolve("cache"));
        bench.launch("run", "-q", script.toString());
        clean(script);
        List<Minimal.Call> makes = bench.record(loaded, Command.RUN);
        clean(script);
        Path file = bench.keep("chain", makes);
        Bench.Times times = new Bench.Times();
        for (int round = 0; round < bench.place.rounds(); round++) {
            time(times, "minimal engine", script, () -> Minimal.play(bench.place.socket(), makes, WIDTH, workload.event));
            time(times, "engine", script, () -> bench.inProcess(loaded, Command.RUN, ExecutorSettings.DEFAULTS));
            time(times, "minimal process", script, () -> bench.launchMinimal(file, WIDTH, workload.event));
            time(times, "process", script, () -> bench.launch("run", "-q", script.toString()));
        }
        for (String kind : List.of("engine", "process")) {
            System.out.printf("%-16s %-8s %8.2f s %8.2f s %7.3f   %s, %s; load %s%n",
                    workload.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), kind,
                    times.of("minimal " + kind), times.of(kind), times.of(kind) / times.of("minimal " + kind),
                    times.range("minimal " + kind), times.range(kind), Bench.load());
        }
    }

    private void time(Bench.Times times, String name, Path script, Bench.Job job) throws Exception {
        Bench.settle();
        times.add(name, Bench.seconds(job));
        clean(script);
    }

    private void clean(Path script) throws Exception {
        bench.launch("clean", "--yes", "-q", script.toString());
    }

    private void second(List<Workload> chains) throws Exception {
        List<Workload> workloads = new ArrayList<>(List.of(Workload.SERVICES));
        workloads.addAll(chains);
        Bench.Times times = new Bench.Times();
        for (Workload workload : workloads) {
            Path script = workload.write(bench.place.folder(), SIZE);
            bench.launch("run", "-q", script.toString());
            bench.launch("run", "-q", script.toString());
            LoadedProject loaded = Bench.load(script, bench.place.folder().resolve("cache"));
            int actions = bench.inProcess(loaded, Command.RUN, ExecutorSettings.DEFAULTS);
            if (actions != 0) {
                throw new IllegalStateException("a second run of " + workload + " had " + actions + " actions");
            }
        }
        for (int round = 0; round < SECOND_RUNS; round++) {
            for (Workload workload : workloads) {
                Path script = workload.write(bench.place.folder(), SIZE);
                times.add(workload.name(), Bench.seconds(() -> bench.launch("run", "-q", script.toString())));
            }
        }
        for (Workload workload : workloads) {
            System.out.printf("%-16s %8.3f s   ratio %.2f   no action   %s; load %s%n",
                    workload.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), times.of(workload.name()),
                    times.of(workload.name()) / times.of(Workload.SERVICES.name()), times.range(workload.name()),
                    Bench.load());
            clean(workload.write(bench.place.folder(), SIZE));
        }
    }
}
