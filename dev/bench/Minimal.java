import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least that a program has to do: makes recorded calls to an engine, those of different containers at the same time,
 * and looks at nothing. Usage: {@code Minimal SOCKET RECORDING WIDTH flat|healthy|die}
 */
public final class Minimal {

    /** A call that changes something. */
    record Call(String method, String path, String body) {

        /** The container that it is about, empty when it is a network. */
        String container() {
            Matcher matcher = CONTAINER.matcher(path);
            return matcher.find() ? matcher.group(1) : "";
        }

        boolean starts() {
            return path.endsWith("/start");
        }
    }

    private static final Pattern CONTAINER = Pattern.compile("/containers/(?:create\\?name=)?([^/?]+)");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");

    private final Path socket;
    private final int width;

    private Minimal(Path socket, int width) {
        this.socket = socket;
        this.width = width;
    }

    public static void main(String[] arguments) throws Exception {
        List<Call> calls = read(Path.of(arguments[1]));
        play(Path.of(arguments[0]), calls, Integer.parseInt(arguments[2]), arguments[3]);
    }

    static void write(Path file, List<Call> calls) throws IOException {
        Files.write(file, calls.stream().map(call -> call.method + " " + call.path + " " + call.body).toList());
    }

    private static List<Call> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" ", 3))
                .map(words -> new Call(words[0], words[1], words[2]))
                .toList();
    }

    /**
     * Makes the calls: networks first when they are made and last when they are removed.
     *
     * @param event {@code flat} when containers do not wait for each other; else what has to happen to one before the next
     *     one is started
     */
    static void play(Path socket, List<Call> calls, int width, String event) throws Exception {
        Minimal minimal = new Minimal(socket, width);
        if (event.equals("flat")) {
            minimal.flat(calls);
        } else {
            minimal.chain(calls, event.equals("die") ? "\"Action\":\"die\"" : "\"Action\":\"health_status: healthy\"");
        }
    }

    private void flat(List<Call> calls) throws Exception {
        List<List<Call>> groups = byContainer(calls);
        makeEach(calls.stream().filter(call -> isNetwork(call) && call.method.equals("POST")).toList());
        ExecutorService threads = Executors.newFixedThreadPool(width);
        BlockingQueue<List<Call>> left = new LinkedBlockingQueue<>(groups);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            workers.add(threads.submit(() -> {
                try (RawEngine engine = new RawEngine(socket)) {
                    for (List<Call> next = left.poll(); next != null; next = left.poll()) {
                        for (Call call : next) {
                            engine.call(call.method, call.path, call.body);
                        }
                    }
                    return null;
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        threads.shutdown();
        makeEach(calls.stream().filter(call -> isNetwork(call) && call.method.equals("DELETE")).toList());
    }

    /** Creates containers while others start; starts each as soon as it is there and the engine tells of the one before. */
    private void chain(List<Call> calls, String event) throws Exception {
        makeEach(calls.stream().filter(Minimal::isNetwork).toList());
        ExecutorService threads = Executors.newFixedThreadPool(width);
        Map<String, Future<?>> created = new LinkedHashMap<>();
        List<Call> starts = calls.stream().filter(Call::starts).toList();
        for (Call start : starts) {
            Call creation = calls.stream()
                    .filter(call -> call.container().equals(start.container()) && !call.starts())
                    .findFirst()
                    .orElseThrow();
            created.put(start.container(), threads.submit(() -> {
                makeEach(List.of(creation));
                return null;
            }));
        }
        try (RawEngine events = new RawEngine(socket);
                RawEngine engine = new RawEngine(socket)) {
            events.open("/v1.41/events?filters=%7B%22type%22%3A%5B%22container%22%5D%7D");
            for (Call start : starts) {
                created.get(start.container()).get();
                engine.call(start.method, start.path, start.body);
                await(events, event, start.container());
            }
        }
        threads.shutdown();
    }

    private static void await(RawEngine events, String event, String container) throws IOException {
        while (true) {
            String heard = events.nextChunk();
            Matcher name = NAME.matcher(heard);
            if (heard.contains(event) && name.find() && name.group(1).equals(container)) {
                return;
            }
        }
    }

    private void makeEach(List<Call> calls) throws IOException {
        try (RawEngine engine = new RawEngine(socket)) {
            for (Call call : calls) {
                make(engine, call);
            }
        }
    }

    /** The engine takes endpoints out of a network a little after it has said that the container is gone. */
    private static void make(RawEngine engine, Call call) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                engine.call(call.method, call.path, call.body);
                return;
            } catch (IOException e) {
                if (!e.getMessage().contains("active endpoints")) {
                    throw e;
                }
                if (attempt == 50) {
                    throw new IOException("the engine has lost count of a network's endpoints: start it again and repeat", e);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static boolean isNetwork(Call call) {
        return call.path.contains("/networks");
    }

    private static List<List<Call>> byContainer(List<Call> calls) {
        Map<String, List<Call>> groups = new LinkedHashMap<>();
        for (Call call : calls) {
            if (!isNetwork(call)) {
                groups.computeIfAbsent(call.container(), key -> new ArrayList<>()).add(call);
            }
        }
        return List.copyOf(groups.values());
    }
}
