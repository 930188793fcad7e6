package io.dockerops.engine.fake;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.NameChange;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServerSilent;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One DNS server in memory, at whatever address it is asked: it has one zone and the reverse zones of {@code 10.0.0.0/8},
 * {@code 172.16.0.0/12} and {@code 192.168.0.0/16}.
 */
public final class FakeNameServers implements NameServers {

    private final String zone;
    private final SortedMap<String, List<String>> addresses = new TreeMap<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final List<NameServer> asked = new ArrayList<>();
    private final Map<Path, Problem> keys = new LinkedHashMap<>();
    private Optional<EngineException> refusal = Optional.empty();
    private boolean silent;

    /** A server without records. */
    public FakeNameServers(String zone) {
        this.zone = zone;
    }

    /** From now on, nobody gets an answer; or everybody does again. */
    public synchronized void silence(boolean on) {
        silent = on;
    }

    /** From now on, each change is refused with {@code failure}. */
    public synchronized void refuse(EngineException failure) {
        refusal = Optional.of(failure);
    }

    /** From now on, changes are made again. */
    public synchronized void accept() {
        refusal = Optional.empty();
    }

    /** Makes {@code problem} what is wrong with a key's file. */
    public synchronized void damage(Path key, Problem problem) {
        keys.put(key, problem);
    }

    /** Forgets all records, as a server without a volume does when it is made anew. */
    public synchronized void forget() {
        addresses.clear();
        names.clear();
    }

    /** Every record: {@code name address} and {@code address name}, in order. */
    public synchronized List<String> records() {
        List<String> records = new ArrayList<>();
        addresses.forEach((name, all) -> all.stream().sorted().forEach(each -> records.add(name + " " + each)));
        names.forEach((address, name) -> records.add(address + " " + name));
        return records;
    }

    /** Where the server was asked or changed, in order. */
    public synchronized List<NameServer> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized SortedMap<String, List<String>> addresses(NameServer server, Collection<String> wanted) {
        listen(server);
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (String name : wanted) {
            if (!name.endsWith("." + zone)) {
                throw new NameServerSilent(
                        "the DNS server at " + server + " has no zone with `" + name + "` in it", "give another zone");
            }
            List<String> known = addresses.getOrDefault(name, List.of());
            if (!known.isEmpty()) {
                found.put(name, known.stream().sorted().toList());
            }
        }
        return found;
    }

    @Override
    public synchronized SortedMap<String, Optional<String>> names(NameServer server, Collection<String> wanted) {
        listen(server);
        SortedMap<String, Optional<String>> found = new TreeMap<>();
        wanted.stream()
                .filter(FakeNameServers::isPrivate)
                .forEach(address -> found.put(address, Optional.ofNullable(names.get(address))));
        return found;
    }

    private static boolean isPrivate(String address) {
        return address.startsWith("10.")
                || address.startsWith("192.168.")
                || address.matches("172\\.(1[6-9]|2\\d|3[01])\\..*");
    }

    @Override
    public synchronized void change(NameServer server, DynamicDns dns, List<NameChange> changes) {
        listen(server);
        refusal.ifPresent(failure -> {
            throw failure;
        });
        changes.forEach(this::change);
    }

    private void change(NameChange change) {
        List<String> known = addresses.computeIfAbsent(change.name(), name -> new ArrayList<>());
        if (change instanceof NameChange.LeadBack && isPrivate(change.address())) {
            names.put(change.address(), change.name());
        } else if (change instanceof NameChange.LeadNowhere) {
            names.remove(change.address(), change.name());
        } else if (change instanceof NameChange.Remove) {
            known.remove(change.address());
        } else if (change instanceof NameChange.Replace) {
            known.clear();
            known.add(change.address());
        } else if (change instanceof NameChange.Add && !known.contains(change.address())) {
            known.add(change.address());
        }
    }

    @Override
    public synchronized List<Problem> check(Path key) {
        return Optional.ofNullable(keys.get(key)).map(List::of).orElse(List.of());
    }

    private void listen(NameServer server) {
        asked.add(server);
        if (silent) {
            throw new NameServerSilent(
                    "the DNS server at " + server + " does not answer",
                    "check that it runs, and that its port is reached from here over UDP and TCP");
        }
    }
}
