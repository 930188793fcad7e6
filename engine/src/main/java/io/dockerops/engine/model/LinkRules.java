package io.dockerops.engine.model;

import java.util.List;

/** Legacy links work by the default bridge, and their names are told apart. */
final class LinkRules {

    private LinkRules() {}

    static void check(Inquiry inquiry) {
        for (Instance instance : inquiry.instances) {
            instance.settings().links().stream().filter(Link::legacy).forEach(link -> check(inquiry, instance, link));
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
