package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which one instance is found, and what has to change at a DNS server so that it is, or is no more. Whose an
 * address is, the server itself remembers: by the name of the instance, and by the name that the address leads back to.
 *
 * @param own its own name, in the zone
 * @param shared the name of its service, in the zone; the own one when the service has one instance without a name
 * @param claim what it is to have of the name of its service; {@link RegistrationPolicy#HIDE} when that is another's
 */
public record InstanceNames(String own, String shared, RegistrationPolicy claim) {

    /** What has to change so that {@code address} is found by these names; nothing when it is. */
    public List<NameChange> toRegister(String address, KnownNames known) {
        Set<String> left = left(known);
        left.remove(address);
        List<NameChange> changes = new ArrayList<>();
        if (known.hasReverse(address) && !known.name(address).equals(Optional.of(own))) {
            changes.add(new NameChange.LeadBack(own, address));
        }
        share(address, known, left, changes);
        if (!own.equals(shared) && !known.addresses(own).equals(List.of(address))) {
            changes.add(new NameChange.Replace(own, address));
        }
        leadNowhere(left, known, changes);
        return changes;
    }

    private void share(String address, KnownNames known, Set<String> left, List<NameChange> changes) {
        List<String> present = known.addresses(shared);
        if (claim == RegistrationPolicy.REPLACE) {
            if (!present.equals(List.of(address))) {
                changes.add(new NameChange.Replace(shared, address));
            }
            return;
        }
        removeShared(left, present, changes);
        if (claim == RegistrationPolicy.APPEND && !present.contains(address)) {
            changes.add(new NameChange.Add(shared, address));
        }
    }

    private void removeShared(Set<String> left, List<String> present, List<NameChange> changes) {
        left.stream().filter(present::contains).forEach(address -> changes.add(new NameChange.Remove(shared, address)));
    }

    /**
     * What has to change so that nothing is found by these names; nothing when nothing is. What is another's by now stays.
     *
     * @param present the addresses that the instance has
     */
    public List<NameChange> toRemove(Collection<String> present, KnownNames known) {
        Set<String> left = left(known);
        present.stream().filter(each -> known.name(each).isEmpty()).forEach(left::add);
        List<NameChange> changes = new ArrayList<>();
        removeShared(left, known.addresses(shared), changes);
        if (!own.equals(shared)) {
            known.addresses(own).forEach(each -> changes.add(new NameChange.Remove(own, each)));
        }
        leadNowhere(left, known, changes);
        return changes;
    }

    private void leadNowhere(Set<String> left, KnownNames known, List<NameChange> changes) {
        left.stream()
                .filter(each -> known.name(each).equals(Optional.of(own)))
                .forEach(each -> changes.add(new NameChange.LeadNowhere(own, each)));
    }

    /** The addresses that are this instance's, as far as the server remembers. */
    private Set<String> left(KnownNames known) {
        Set<String> found = new LinkedHashSet<>();
        boolean distinct = !own.equals(shared);
        if (distinct) {
            known.addresses(own).stream()
                    .filter(each -> known.name(each).orElse(own).equals(own))
                    .forEach(found::add);
        }
        known.addresses(shared).stream()
                .filter(each -> known.name(each).equals(Optional.of(own)))
                .forEach(found::add);
        return found;
    }
}
