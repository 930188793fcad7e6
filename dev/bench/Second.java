import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A second run with nothing to do, as a process: its time against that of a Java program that does nothing, and its peak
 * memory, on each Java that is named. Usage: {@code Second JAVA_HOME...}
 */
public final class Second {

    private static final int SIZE = 100;
    private static final int RUNS = 15;

    private final Bench bench;
    private final Path script;

    private Second(Bench bench) throws Exception {
        this.bench = bench;
        this.script = Workload.SERVICES.write(bench.place.folder(), SIZE);
    }

    public static void main(String[] arguments) throws Exception {
        Second second = new Second(new Bench(Bench.Place.ofEnvironment()));
        second.bench.launch("run", "-q", second.script.toString());
        Bench.heading("Second run of " + SIZE + " services, whole process");
        System.out.printf("%-28s %10s %14s %7s %12s   %s%n", "Java", "run", "hello world", "ratio", "peak memory",
                "range, load");
        for (String home : arguments) {
            second.measure(Path.of(home));
        }
        second.bench.launch("clean", "--yes", "-q", second.script.toString());
    }

    private void measure(Path home) throws Exception {
        warmUp(home);
        Bench.Times times = new Bench.Times();
        for (int i = 0; i < RUNS; i++) {
            times.add("hello", Bench.seconds(() -> Bench.require(hello(home))));
            times.add("run", Bench.seconds(() -> Bench.require(run(home))));
        }
        List<Double> memory = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            memory.add((double) peakKilobytes(run(home)));
        }
        System.out.printf("%-28s %8.3f s %12.3f s %7.1f %9.0f MB   %s; load %s%n", home.getFileName(), times.of("run"),
                times.of("hello"), times.of("run") / times.of("hello"), Bench.median(memory) / 1024, times.range("run"),
                Bench.load());
    }

    /** Until the launcher has made its archive in the background. */
    private void warmUp(Path home) throws Exception {
        Path archives = Path.of(System.getenv("XDG_CACHE_HOME")).resolve("dockerops/jvm");
        long before = archives(archives);
        Bench.require(run(home));
        for (int i = 0; i < 300 && archives(archives) == before; i++) {
            Thread.sleep(100);
        }
        Bench.require(run(home));
        Bench.settle();
    }

    private static long archives(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".id")).count();
        }
    }

    private Process run(Path home) throws Exception {
        return start(home, List.of(bench.place.launcher().toString(), "run", "-q", script.toString()));
    }

    private static Process hello(Path home) throws Exception {
        String classes = System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0];
        return start(home, List.of(home + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "Hello"));
    }

    private static Process start(Path home, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", home.toString());
        return builder.start();
    }

    /** The peak that the system tells while the process lives; the launcher becomes Java without a new process. */
    private static long peakKilobytes(Process process) throws Exception {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        Map<String, Long> peak = new TreeMap<>();
        while (process.isAlive()) {
            try {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        peak.merge("", Long.parseLong(line.replaceAll("\\D", "")), Math::max);
                    }
                }
            } catch (java.io.IOException e) {
                // It has just ended.
            }
            Thread.sleep(1);
        }
        Bench.require(process);
        return peak.getOrDefault("", 0L);
    }
}
