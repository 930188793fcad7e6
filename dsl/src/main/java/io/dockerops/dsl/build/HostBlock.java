package io.dockerops.dsl.build;

import io.dockerops.dsl.words.HostWords;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.HostText;
import io.dockerops.engine.model.IpAddress;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code host} block. */
final class HostBlock extends Block implements HostWords {

    private @Nullable String address;
    private final SortedMap<String, String> addresses = new TreeMap<>();
    private @Nullable Path certificates;

    HostBlock(Reading reading) {
        super(reading, "the host block");
    }

    @Override
    public void at(String address) {
        once("at", address, () -> setAt(address));
    }

    @Override
    public void certificates(String folder) {
        once("certificates", folder, () -> setCertificates(folder));
    }

    @Override
    public void address(String name, String address) {
        word("address", address, () -> addAddress(name, address));
    }

    @Override
    public void addresses(Map<String, ?> addresses) {
        word("addresses", addresses, () -> setAddresses(addresses));
    }

    void setAddresses(Map<?, ?> named) {
        named.forEach((name, address) ->
                reading.attempt(() -> addAddress(String.valueOf(name), Given.plainText("address " + name, address))));
    }

    private void addAddress(String name, String address) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9_-]*")) {
            throw new Mistake(
                    "`" + name + "` is not a name for an address: letters, digits, `_` and `-`, a letter first");
        }
        IpAddress.parse(address);
        if (addresses.putIfAbsent(name, address) != null) {
            throw new Mistake("the address `" + name + "` is declared twice", "take one of them out");
        }
    }

    void setAt(String text) {
        address = text;
        HostText.parse(text, Optional.empty());
    }

    void setCertificates(String folder) {
        Path path = reading.file(folder);
        certificates = path;
        for (String name : new String[] {"ca.pem", "cert.pem", "key.pem"}) {
            if (!Files.isRegularFile(path.resolve(name))) {
                throw new Mistake(
                        "there is no file `" + name + "` in `" + folder + "`",
                        "`certificates` is the folder of `ca.pem`, `cert.pem` and `key.pem`, relative to this file");
            }
        }
    }

    /** The host; this machine stands in for an address that is missing or wrong. */
    Host build(HostId id) {
        if (address == null) {
            reading.problem("host `" + id + "` has no address", "write `at 'tcp://name:2376'` in its block");
            return new Host(id, new HostAddress.Local());
        }
        HostAddress parsed;
        try {
            parsed = HostText.parse(address, Optional.ofNullable(certificates));
        } catch (IllegalArgumentException e) {
            return new Host(id, new HostAddress.Local());
        }
        if (certificates != null && !(parsed instanceof HostAddress.Tcp)) {
            reading.problem(
                    "`certificates` are for `tcp://` addresses, and host `" + id + "` is at `" + address + "`",
                    "take `certificates` out");
        }
        return new Host(id, parsed, addresses);
    }
}
