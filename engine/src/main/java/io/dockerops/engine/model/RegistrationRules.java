package io.dockerops.engine.model;

import java.util.List;

/** What is registered can be found: there is a DNS server, it goes on running, and it has an address. */
final class RegistrationRules {

    /** The variable with the address at which a container is found. */
    private static final String ADDRESS = "SERVICE_IP";

    private static final String WORD = "register";

    private final Inquiry inquiry;

    private RegistrationRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        RegistrationRules rules = new RegistrationRules(inquiry);
        inquiry.project.dns().ifPresent(rules::server);
        inquiry.eachMerged((owner, merged) -> {
            if (merged.networking().registered()) {
                rules.registered(owner, merged);
            }
        });
    }

    private void server(DynamicDns dns) {
        if (!(dns.server() instanceof DynamicDns.Server.OfProject server)) {
            return;
        }
        List<Instance> found = inquiry.matching(server.target());
        if (found.size() > 1) {
            List<String> names =
                    found.stream().map(instance -> instance.id().label()).toList();
            inquiry.error(
                    server.target().service(),
                    "dynamicDns",
                    "",
                    "`" + server.target() + "` has " + found.size() + " instances, and one of them is the DNS server",
                    List.of("name it: " + ReferenceRules.listed(names)));
        }
    }

    private void registered(ElementId owner, Settings merged) {
        if (inquiry.project.dns().isEmpty()) {
            error(
                    owner,
                    "`" + owner.label() + "` is to be registered, and the project has no DNS server",
                    "say which it is: `dynamicDns 'names'`, or take `register` out");
        }
        if (merged.lifecycle().oneShot().orElse(false)) {
            error(
                    owner,
                    "`" + owner.label() + "` runs to its end, and what has ended cannot be found",
                    "take `register` or `oneShot` out");
        }
        boolean foreign = merged.networking()
                .mode()
                .filter(mode -> !(mode instanceof NetworkMode.Bridge))
                .isPresent();
        if (foreign && !merged.environment().containsKey(ADDRESS)) {
            error(
                    owner,
                    "`" + owner.label() + "` is to be registered, and has no address of its own: its network is "
                            + "not its own",
                    "say at which address it is found: `env " + ADDRESS + ": addressOf('eth0')`");
        }
    }

    private void error(ElementId owner, String summary, String hint) {
        inquiry.error(owner, WORD, "", summary, List.of(hint));
    }
}
