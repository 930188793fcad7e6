import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.plan.PlanRequest.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Cold runs and full removals against the minimal program at its best width, found by trying. In this process, where only
 * the engines' work and DockerOps' own planning and ordering count, and as processes, where starting counts too.
 */
public final class Cold {

    private static final int[] MAKE_WIDTHS = {4, 6, 8, 12};
    /** With more, engines before 28.1 lose count of the endpoints of a network now and then, and it cannot be removed. */
    private static final int[] REMOVE_WIDTHS = {1, 2, 3, 4};

    private final Bench bench;
    private final Workload workload;
    private final int size;
    private final Path script;
    private final LoadedProject loaded;
    private final List<Minimal.Call> makes;
    private final List<Minimal.Call> removes;

    private Cold(Bench bench, Workload workload, int size) throws Exception {
        this.bench = bench;
        this.workload = workload;
        this.size = size;
        this.script = workload.write(bench.place.folder(), size);
        this.loaded = Bench.load(script, bench.place.folder().resolve("cache"));
        bench.launch("run", "-q", script.toString());
        bench.launch("clean", "--yes", "-q", script.toString());
        this.makes = bench.record(loaded, Command.RUN);
        this.removes = bench.record(loaded, Command.CLEAN);
    }

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench(Bench.Place.ofEnvironment());
        Bench.heading("Cold run and full removal, against the minimal program at its best width");
        System.out.printf("%-14s %-8s %-8s %10s %6s %10s %7s   %s%n", "workload", "what", "time of", "minimal", "width",
                "DockerOps", "ratio", "ranges, load");
        List<String> wanted = arguments.length > 0 ? List.of(arguments) : List.of("services:50", "services:100", "instances:50");
        for (String each : wanted) {
            String[] parts = each.split(":");
            new Cold(bench, Workload.named(parts[0]).get(0), Integer.parseInt(parts[1])).measure();
        }
    }

    private record Widths(int make, int remove) {}

    private void measure() throws Exception {
        List<Widths> candidates = tryWidths();
        compare("engine", candidates, widths -> {
            minimal(makes, widths.make);
        }, widths -> minimal(removes, widths.remove), () -> product(Command.RUN), () -> product(Command.CLEAN));
        Path makesFile = bench.keep("make", makes);
        Path removesFile = bench.keep("remove", removes);
        compare("process", candidates, widths -> bench.launchMinimal(makesFile, widths.make, workload.event),
                widths -> bench.launchMinimal(removesFile, widths.remove, workload.event),
                () -> bench.launch("run", "-q", script.toString()),
                () -> bench.launch("clean", "--yes", "-q", script.toString()));
    }

    private interface WithWidths {
        void run(Widths widths) throws Exception;
    }

    private void compare(String kind, List<Widths> candidates, WithWidths make, WithWidths remove, Bench.Job run,
            Bench.Job clean) throws Exception {
        Bench.Times times = new Bench.Times();
        for (int round = 0; round < bench.place.rounds(); round++) {
            List<Bench.Job> order = new ArrayList<>();
            order.add(() -> {
                Bench.settle();
                times.add("run", Bench.seconds(run));
                Bench.settle();
                times.add("clean", Bench.seconds(clean));
            });
            for (Widths widths : candidates) {
                order.add(() -> {
                    Bench.settle();
                    times.add("make " + widths.make, Bench.seconds(() -> make.run(widths)));
                    Bench.settle();
                    times.add("remove " + widths.remove, Bench.seconds(() -> remove.run(widths)));
                });
            }
            // Whoever comes first in a round is not always the same.
            Collections.rotate(order, round);
            for (Bench.Job job : order) {
                job.run();
            }
        }
        int made = best(candidates.stream().map(Widths::make).toList(), width -> times.of("make " + width));
        int removed = best(candidates.stream().map(Widths::remove).toList(), width -> times.of("remove " + width));
        print("run", kind, times, "make " + made, made, "run");
        print("removal", kind, times, "remove " + removed, removed, "clean");
    }

    private void print(String what, String kind, Bench.Times times, String minimal, int width, String product)
            throws Exception {
        System.out.printf("%-14s %-8s %-8s %8.2f s %6d %8.2f s %7.2f   %s, %s; load %s%n",
                workload.name().toLowerCase(Locale.ROOT) + " " + size, what, kind, times.of(minimal), width,
                times.of(product), times.of(product) / times.of(minimal), times.range(minimal), times.range(product),
                Bench.load());
    }

    /** The two best widths of each, by one try. */
    private List<Widths> tryWidths() throws Exception {
        Bench.Times times = new Bench.Times();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MAKE_WIDTHS.length; i++) {
            int make = MAKE_WIDTHS[i];
            int remove = REMOVE_WIDTHS[i];
            Bench.settle();
            times.add("make " + make, Bench.seconds(() -> minimal(makes, make)));
            Bench.settle();
            times.add("remove " + remove, Bench.seconds(() -> minimal(removes, remove)));
            text.append("  %d: %.2f s / %d: %.2f s"
                    .formatted(make, times.of("make " + make), remove, times.of("remove " + remove)));
        }
        System.out.println("# minimal by width, run / removal:" + text);
        List<Integer> make = byTime(MAKE_WIDTHS, width -> times.of("make " + width));
        List<Integer> remove = byTime(REMOVE_WIDTHS, width -> times.of("remove " + width));
        return List.of(new Widths(make.get(0), remove.get(0)), new Widths(make.get(1), remove.get(1)));
    }

    private static List<Integer> byTime(int[] widths, Time time) {
        return IntStream.of(widths).boxed().sorted(Comparator.comparing(time::of)).toList();
    }

    private interface Time {
        double of(int width);
    }

    private static int best(List<Integer> widths, Time time) {
        return widths.stream().min(Comparator.comparing(time::of)).orElseThrow();
    }

    private void minimal(List<Minimal.Call> calls, int width) throws Exception {
        Minimal.play(bench.place.socket(), calls, width, workload.event);
    }

    private void product(Command command) {
        if (bench.inProcess(loaded, command, ExecutorSettings.DEFAULTS) < size) {
            throw new IllegalStateException("there was too little to do");
        }
    }
}
