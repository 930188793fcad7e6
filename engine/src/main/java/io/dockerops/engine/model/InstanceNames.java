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

    /**
     * What has to change so that {@code address} is found by these names; nothing when it is.
     *
     * @param alone whether nothing else can be at the address; else it leads back to the first that is registered there
     */
    public List<NameChange> toRegister(String address, boolean alone, KnownNames known) {
        Set<String> left = left(known);
        left.remove(address);
        List<NameChange> changes = new ArrayList<>();
        Optional<String> present = known.name(address);
        if (known.hasReverse(address)
                && (present.isEmpty() || (alone && !present.get().equals(own)))) {
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
        present.stream().filter(each -> !ofSibling(each, known)).forEach(left::add);
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

    /** Whether the server says that one of {@code present} is registered by the instance's own name. */
    public boolean registered(Collection<String> present, KnownNames known) {
        return present.stream()
                .anyMatch(each -> known.addresses(own).contains(each)
                        && known.name(each).orElse(own).equals(own));
    }

    /** Whether an address has gone over to another instance of the service. */
    private boolean ofSibling(String address, KnownNames known) {
        String service = shared.substring(0, Math.max(0, shared.indexOf('.')));
        return known.name(address)
                .filter(name -> !name.equals(own) && (name.equals(shared) || name.startsWith(service + "-")))
                .isPresent();
    }

    /** The addresses that are this instance's, as far as the server remembers. */
    private Set<String> left(KnownNames known) {
        Set<String> found = new LinkedHashSet<>();
        boolean distinct = !own.equals(shared);
        if (distinct) {
            known.addresses(own).stream()
                    .filter(each -> !ofSibling(each, known))
                    .forEach(found::add);
        }
        known.addresses(shared).stream()
                .filter(each -> known.name(each).equals(Optional.of(own)))
                .forEach(found::add);
        return found;
    }
}
