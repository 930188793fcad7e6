package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.InstanceNames;
import io.dockerops.engine.model.KnownNames;
import io.dockerops.engine.model.NameChange;
import io.dockerops.engine.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a DNS server says of an instance and should say, as fields: {@code Names[web.shop.internal]}. */
final class NameDifferences {

    private static final FieldPath NAMES = FieldPath.of("Names");

    private NameDifferences() {}

    /** What differs when the instance is at {@code address}; nothing when it is found by all its names. */
    static List<Difference> of(InstanceNames names, String address, boolean alone, KnownNames known) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        List<Difference> differences = new ArrayList<>();
        for (NameChange change : names.toRegister(address, alone, known)) {
            if (change instanceof NameChange.LeadBack) {
                differences.add(difference(change.address(), known.name(change.address()), Optional.of(change.name())));
            } else if (change instanceof NameChange.LeadNowhere) {
                differences.add(difference(change.address(), Optional.of(change.name()), Optional.empty()));
            } else {
                List<String> addresses =
                        wanted.computeIfAbsent(change.name(), name -> new ArrayList<>(known.addresses(name)));
                apply(change, addresses);
            }
        }
        wanted.forEach((name, addresses) -> differences.add(new Difference(
                NAMES.child(name), texts(known.addresses(name)), texts(addresses), Difference.Origin.DRIFTED)));
        return differences;
    }

    private static void apply(NameChange change, List<String> addresses) {
        if (change instanceof NameChange.Replace) {
            addresses.clear();
        }
        if (change instanceof NameChange.Remove) {
            addresses.remove(change.address());
        } else {
            addresses.add(change.address());
        }
    }

    private static Difference difference(String address, Optional<String> live, Optional<String> wanted) {
        return new Difference(
                NAMES.child(address), live.map(Value::text), wanted.map(Value::text), Difference.Origin.DRIFTED);
    }

    private static Optional<Value> texts(List<String> addresses) {
        return addresses.isEmpty() ? Optional.empty() : Optional.of(Value.texts(addresses));
    }
}
