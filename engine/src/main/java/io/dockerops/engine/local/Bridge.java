package io.dockerops.engine.local;

import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.port.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The network bridge of a private engine. Without one of its own an engine would take {@code docker0} and its addresses
 * away from an engine that runs beside it. The networks of projects come from the engine's own pools, of which it leaves
 * out those to which there is a route; with pools given to it, engine 20.10 removes {@code docker0} when it starts again.
 *
 * @param name the interface, at most 15 characters
 * @param prefix the first two numbers of its addresses, such as {@code 10.203}
 */
record Bridge(String name, String prefix) {

    private static final Path INTERFACES = Path.of("/sys/class/net");
    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final int CHOICES = 32;
    private static final int FIRST_CHOICE = 200;

    /**
     * A bridge for the engine {@code key}, with addresses to which this machine has no route yet.
     *
     * @param key eight characters that tell engines apart
     */
    static Bridge choose(String key) throws IOException {
        return choose(key, Files.readAllLines(ROUTES));
    }

    static Bridge choose(String key, List<String> routes) {
        String name = "dops" + key;
        int start = Math.floorMod(key.hashCode(), CHOICES);
        // The larger private range first; the other one for machines whose private network is all of 10.0.0.0/8.
        Stream<String> large =
                IntStream.range(0, CHOICES).mapToObj(i -> "10." + (FIRST_CHOICE + (start + i) % CHOICES));
        Stream<String> small = IntStream.range(20, 32).mapToObj(i -> "172." + i);
        List<String> prefixes = Stream.concat(large, small).toList();
        String free = prefixes.stream()
                .filter(prefix -> routes.stream().skip(1).noneMatch(route -> leadsTo(route, name, prefix)))
                .findFirst()
                .orElse(prefixes.get(0));
        return new Bridge(name, free);
    }

    /** The bridge's own address, with its network. */
    String address() {
        return prefix + ".0.1/20";
    }

    /** Makes it. One that was left by an engine that was killed is made anew. */
    void create() {
        delete();
        ip("link", "add", "name", name, "type", "bridge");
        ip("address", "add", address(), "dev", name);
        ip("link", "set", "dev", name, "up");
    }

    /** Removes it, when it is there. */
    void delete() {
        if (Files.exists(INTERFACES.resolve(name))) {
            ip("link", "delete", "dev", name);
        }
    }

    private static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(Arrays.asList(arguments));
        Tool.ofPackage("iproute2", command).follow(ProgressListener.SILENT);
    }

    /** Whether a line of the kernel's routing table leads to an address of {@code prefix}; the default route does not. */
    private static boolean leadsTo(String route, String ownName, String prefix) {
        String[] fields = route.split("\\s+");
        if (fields.length < 8 || fields[0].equals(ownName)) {
            return false;
        }
        String[] numbers = prefix.split("\\.");
        long address = Long.parseLong(numbers[0]) << 24 | Long.parseLong(numbers[1]) << 16;
        long target = bigEndian(fields[1]);
        long mask = bigEndian(fields[7]);
        long common = mask & 0xffff0000L;
        return mask != 0 && (address & common) == (target & common);
    }

    // The kernel prints addresses in hexadecimal digits as they lie in memory.
    private static long bigEndian(String hexadecimal) {
        return Integer.toUnsignedLong(Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16)));
    }
}
