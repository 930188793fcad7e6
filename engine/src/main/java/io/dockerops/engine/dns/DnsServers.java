package io.dockerops.engine.dns;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.NameChange;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** DNS servers in the network. */
public final class DnsServers implements NameServers {

    /** Servers that have just begun to run. */
    public DnsServers() {}

    @Override
    public SortedMap<String, List<String>> addresses(NameServer server, Collection<String> names) {
        Map<String, Name> asked = new LinkedHashMap<>();
        names.forEach(name -> asked.put(name, name(name)));
        SortedMap<String, List<String>> found = new TreeMap<>();
        new Exchange(server).ask(asked, Type.A).forEach((name, answer) -> {
            if (!answer.getHeader().getFlag(Flags.AA)) {
                throw Refusals.noAuthority(server, name);
            }
            List<String> addresses = answer.getSection(Section.ANSWER).stream()
                    .filter(ARecord.class::isInstance)
                    .map(each -> ((ARecord) each).getAddress().getHostAddress())
                    .sorted()
                    .toList();
            if (!addresses.isEmpty()) {
                found.put(name, addresses);
            }
        });
        return found;
    }

    @Override
    public SortedMap<String, Optional<String>> names(NameServer server, Collection<String> addresses) {
        Map<String, Name> asked = new LinkedHashMap<>();
        addresses.forEach(address -> asked.put(address, reverse(address)));
        SortedMap<String, Optional<String>> found = new TreeMap<>();
        new Exchange(server).ask(asked, Type.PTR).forEach((address, answer) -> {
            if (ownZone(answer).isPresent()
                    || (answer.getHeader().getFlag(Flags.AA)
                            && answer.getHeader().getCount(Section.ANSWER) > 0)) {
                found.put(
                        address,
                        answer.getSection(Section.ANSWER).stream()
                                .filter(PTRRecord.class::isInstance)
                                .map(each -> plain(((PTRRecord) each).getTarget()))
                                .findFirst());
            }
        });
        return found;
    }

    /**
     * The zone that an answer without records is from, when the server has it. What servers answer with for private networks,
     * so that nobody else is asked, is none.
     */
    private static Optional<Name> ownZone(Message answer) {
        if (!answer.getHeader().getFlag(Flags.AA)) {
            return Optional.empty();
        }
        List<Record> records = new ArrayList<>(answer.getSection(Section.ANSWER));
        records.addAll(answer.getSection(Section.AUTHORITY));
        return records.stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .filter(zone -> !zone.getAdmin().equals(Name.root))
                .map(Record::getName)
                .findFirst();
    }

    @Override
    public void change(NameServer server, DynamicDns dns, List<NameChange> changes) {
        KeyFile.Key key = key(dns.key());
        Exchange exchange = new Exchange(server);
        Name zone = name(dns.zone());
        Map<Name, Update> updates = new LinkedHashMap<>();
        Map<String, Name> addresses = new LinkedHashMap<>();
        changes.stream()
                .filter(DnsServers::ofReverse)
                .forEach(change -> addresses.put(change.address(), reverse(change.address())));
        Map<String, Name> zones = new LinkedHashMap<>();
        exchange.ask(addresses, Type.SOA)
                .forEach((address, answer) -> ownZone(answer).ifPresent(known -> zones.put(address, known)));
        for (NameChange change : changes) {
            Name changed = zones.get(change.address());
            if (ofReverse(change) && changed != null) {
                reverse(updates.computeIfAbsent(changed, Update::new), dns.timeToLive(), change);
            }
        }
        for (NameChange change : changes) {
            if (!ofReverse(change)) {
                forward(updates.computeIfAbsent(zone, Update::new), dns.timeToLive(), change);
            }
        }
        updates.forEach((changed, update) -> exchange.update(changed, update, key, dns.key()));
    }

    private static boolean ofReverse(NameChange change) {
        return change instanceof NameChange.LeadBack || change instanceof NameChange.LeadNowhere;
    }

    private static void reverse(Update update, Duration time, NameChange change) {
        Name address = reverse(change.address());
        Record record = new PTRRecord(address, DClass.IN, time.toSeconds(), name(change.name()));
        if (change instanceof NameChange.LeadBack) {
            update.delete(address, Type.PTR);
            update.add(record);
        } else {
            update.delete(record);
        }
    }

    private static void forward(Update update, Duration time, NameChange change) {
        Name name = name(change.name());
        Record record = new ARecord(name, DClass.IN, time.toSeconds(), address(change.address()));
        if (change instanceof NameChange.Replace) {
            update.delete(name, Type.A);
        }
        if (change instanceof NameChange.Remove) {
            update.delete(record);
        } else {
            update.add(record);
        }
    }

    @Override
    public List<Problem> check(Path key) {
        if (!Files.exists(key)) {
            return List.of();
        }
        try {
            KeyFile.read(key);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        } catch (IOException e) {
            return List.of(
                    Problem.error("the key of the DNS server, `" + key + "`, cannot be read: " + e.getMessage()));
        }
    }

    private static KeyFile.Key key(Path file) {
        if (!Files.exists(file)) {
            throw new EngineException.Failed(
                    "there is no key for the DNS server: `" + file + "` does not exist",
                    "`copy dnsKey(), to: '…'` in the server's block makes one and gives it to the server; of a server"
                            + " outside of the project it is the one that the server has");
        }
        try {
            return KeyFile.read(file);
        } catch (ProblemException e) {
            Problem problem = e.problems().get(0);
            throw new EngineException.Failed(
                    problem.place().map(place -> place.brief() + ": ").orElse("") + problem.summary(),
                    String.join("; ", problem.hints()));
        } catch (IOException e) {
            throw new EngineException.Failed("the key of the DNS server cannot be read: " + e.getMessage(), e);
        }
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name + ".");
        } catch (TextParseException e) {
            throw new EngineException.Failed("`" + name + "` is no name for DNS: " + e.getMessage(), e);
        }
    }

    private static Name reverse(String address) {
        return ReverseMap.fromAddress(address(address));
    }

    /** Only addresses come here, so nothing is looked up. */
    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new EngineException.Failed("`" + address + "` is no address", e);
        }
    }

    private static String plain(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
