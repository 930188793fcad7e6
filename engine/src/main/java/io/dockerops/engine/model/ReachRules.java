package io.dockerops.engine.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Links work by names in a network that both ends share, and such a network is on one host. */
final class ReachRules {

    private record Spot(ServiceId service, HostId host) {}

    private final Inquiry inquiry;
    private final Map<ServiceId, Set<HostId>> hosts = new LinkedHashMap<>();
    private final Map<Spot, Set<NetworkId>> networks = new LinkedHashMap<>();

    private ReachRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        ReachRules rules = new ReachRules(inquiry);
        for (Instance instance : inquiry.instances) {
            ServiceId service = instance.id().service();
            rules.hosts.computeIfAbsent(service, id -> new LinkedHashSet<>()).add(instance.host());
            rules.networks
                    .computeIfAbsent(new Spot(service, instance.host()), spot -> new LinkedHashSet<>())
                    .addAll(Reach.networks(instance.settings()));
        }
        for (Instance instance : inquiry.instances) {
            instance.settings().links().forEach(link -> rules.link(instance, link));
            Need.of(instance.settings()).forEach(need -> rules.reach(instance, need));
        }
    }

    private void link(Instance instance, Link link) {
        Selector target = link.target();
        if (!declared(target)) {
            return;
        }
        if (!runsOn(target, instance.host())) {
            inquiry.error(
                    instance.id(),
                    "link",
                    target.toString(),
                    "`" + instance.id() + "` runs on `" + instance.host() + "` and `" + target + "` on "
                            + elsewhere(target) + ": a link does not reach another host",
                    List.of("run both on the same host with `on`, or publish a port of `" + target.service()
                            + "` and use the address of its host"));
        } else if (!link.legacy()
                && !link.address()
                && !Reach.networks(instance.settings()).isEmpty()
                && !meet(instance, target)) {
            inquiry.warning(
                    inquiry.origins.of(instance.id(), "link", target.toString()),
                    "`" + instance.id() + "` and `" + target + "` have no network in common: the link only orders their"
                            + " start",
                    "let both join one: `network '…'`");
        }
    }

    private void reach(Instance instance, Need need) {
        Selector target = need.target();
        boolean checkedElsewhere = need.word().equals("link") || need.word().equals("use");
        if (checkedElsewhere || !declared(target) || runsOn(target, instance.host())) {
            return;
        }
        inquiry.error(
                instance.id(),
                need.word(),
                need.value(),
                "`" + instance.id() + "` cannot share the " + shared(need.word()) + " of `" + target
                        + "`, which runs on " + elsewhere(target),
                List.of("run both on the same host with `on`"));
    }

    private static String shared(String word) {
        return switch (word) {
            case "ipcMode" -> "shared memory";
            case "pidMode" -> "processes";
            default -> "network";
        };
    }

    private boolean declared(Selector target) {
        return target.instance().isEmpty()
                ? hosts.containsKey(target.service())
                : !inquiry.matching(target).isEmpty();
    }

    private boolean runsOn(Selector target, HostId host) {
        return target.instance().isEmpty()
                ? hosts.getOrDefault(target.service(), Set.of()).contains(host)
                : inquiry.matching(target).stream().anyMatch(each -> each.host().equals(host));
    }

    private boolean meet(Instance instance, Selector target) {
        Set<NetworkId> theirs = target.instance().isEmpty()
                ? networks.getOrDefault(new Spot(target.service(), instance.host()), Set.of())
                : inquiry.matching(target).stream()
                        .filter(each -> each.host().equals(instance.host()))
                        .flatMap(each -> Reach.networks(each.settings()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return Reach.networks(instance.settings()).stream().anyMatch(theirs::contains);
    }

    private String elsewhere(Selector target) {
        return ReferenceRules.listed(inquiry.matching(target).stream()
                .map(each -> each.host().name())
                .distinct()
                .toList());
    }
}
