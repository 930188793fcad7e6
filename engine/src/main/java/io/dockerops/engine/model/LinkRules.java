package io.dockerops.engine.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Legacy links work by the default bridge, their names are told apart, and what links give the address of has one. */
final class LinkRules {

    private LinkRules() {}

    static void check(Inquiry inquiry) {
        for (Instance instance : inquiry.instances) {
            instance.settings().links().stream().filter(Link::legacy).forEach(link -> check(inquiry, instance, link));
            addresses(inquiry, instance);
        }
    }

    private static void addresses(Inquiry inquiry, Instance instance) {
        Set<String> variables = new LinkedHashSet<>();
        for (Link link : instance.settings().links()) {
            if (!link.address()) {
                continue;
            }
            if (!variables.add(link.variable())) {
                error(
                        inquiry,
                        instance,
                        link,
                        "two links of `" + instance.id() + "` give the variable `" + link.variable() + "`",
                        "give one of them a further name: `link '" + link.target() + "', as: '…', address: true`");
            }
            first(inquiry, instance, link).ifPresent(target -> address(inquiry, instance, link, target));
        }
    }

    /** The instance whose address a link gives; empty when it leads nowhere. */
    private static Optional<Instance> first(Inquiry inquiry, Instance instance, Link link) {
        return inquiry.matching(link.target()).stream()
                .filter(target -> target.host().equals(instance.host()))
                .filter(target -> !target.id().equals(instance.id()))
                .findFirst();
    }

    private static void address(Inquiry inquiry, Instance instance, Link link, Instance target) {
        if (target.oneShot()) {
            error(
                    inquiry,
                    instance,
                    link,
                    "`" + instance.id() + "` is to have the address of `" + target.id() + "`, which has ended when `"
                            + instance.id() + "` starts",
                    "take `address: true` out, or `oneShot` of `" + target.id().service() + "`");
        } else if (Reach.common(inquiry.project.naming(), instance.settings(), target.settings())
                .isEmpty()) {
            error(
                    inquiry,
                    instance,
                    link,
                    "`" + instance.id() + "` is to have the address of `" + target.id()
                            + "`, and they have no network in common",
                    "let both join one: `network '…'`");
        }
    }

    private static void check(Inquiry inquiry, Instance instance, Link link) {
        List<Instance> targets = inquiry.matching(link.target()).stream()
                .filter(target -> target.host().equals(instance.host()))
                .toList();
        if (!bridged(instance)) {
            error(
                    inquiry,
                    instance,
                    link,
                    "`" + instance.id() + "` has a legacy link to `" + link.target()
                            + "`, and those work by the engine's default bridge only",
                    "write `networkMode 'bridge'` in both, or take `legacy: true` out");
            return;
        }
        targets.stream()
                .filter(target -> !bridged(target))
                .findFirst()
                .ifPresent(target -> error(
                        inquiry,
                        instance,
                        link,
                        "`" + instance.id() + "` has a legacy link to `" + target.id()
                                + "`, which is not in the engine's default bridge",
                        "write `networkMode 'bridge'` in `" + target.id().service() + "`, or take `legacy: true` out"));
        if (targets.size() > 1 && link.alias().isPresent()) {
            error(
                    inquiry,
                    instance,
                    link,
                    "`" + link.target() + "` has several instances, and a legacy link gives the name `"
                            + link.alias().get() + "` to one",
                    "name the instance: `link '" + targets.get(0).id() + "', as: '"
                            + link.alias().get() + "', legacy: true`");
        }
    }

    private static void error(Inquiry inquiry, Instance instance, Link link, String summary, String hint) {
        inquiry.error(instance.id(), "link", link.target().toString(), summary, List.of(hint));
    }

    private static boolean bridged(Instance instance) {
        return instance.settings()
                .networking()
                .mode()
                .filter(NetworkMode.Bridge.class::isInstance)
                .isPresent();
    }
}
