package io.dockerops.engine.model;

import io.dockerops.engine.model.Inquiry.Block;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is named must be declared. */
final class ReferenceRules {

    private static final List<String> MODES = List.of("none", "host", "bridge");

    /** What else than a service may stand behind {@code word}. */
    private static List<String> modesOf(String word) {
        return switch (word) {
            case "networkMode" -> MODES;
            case "ipcMode" -> List.of("none", "private", "shareable", "host");
            case "pidMode" -> List.of("host");
            default -> List.of();
        };
    }

    private final Inquiry inquiry;
    private final Set<GroupId> inCircles = new LinkedHashSet<>();

    private ReferenceRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        ReferenceRules rules = new ReferenceRules(inquiry);
        inquiry.blocks.forEach(rules::block);
        inquiry.project.groups().forEach(rules::group);
        inquiry.project.dns().ifPresent(rules::dns);
        rules.instancesOfVolumes();
    }

    /** The word stands on no element, so its place is kept at the service that it names. */
    private void dns(DynamicDns dns) {
        if (dns.server() instanceof DynamicDns.Server.OfProject server) {
            target(server.target().service(), "dynamicDns", "", server.target());
        }
    }

    private void block(Block block) {
        ElementId owner = block.owner();
        Settings settings = block.settings();
        settings.hosts().stream()
                .filter(host -> !inquiry.hosts.containsKey(host))
                .forEach(host -> missing(owner, "on", host));
        settings.mounts().forEach(mount -> mount(owner, mount));
        Need.of(settings).forEach(need -> target(owner, need.word(), need.value(), need.target()));
        settings.networking().endpoints().stream()
                .map(Endpoint::network)
                .filter(network -> !inquiry.networks.containsKey(network))
                .forEach(network -> missing(owner, "network", network));
    }

    private void mount(ElementId owner, Mount mount) {
        if (mount instanceof Mount.OfVolume of && !inquiry.volumes.containsKey(of.volume())) {
            missing(owner, MountRules.word(mount), of.volume());
        }
    }

    private void group(Group group) {
        for (Selector member : group.members()) {
            target(group.id(), "group", member.toString(), member);
        }
        group.groups().stream()
                .filter(inner -> !inquiry.groups.containsKey(inner))
                .forEach(inner -> missing(group.id(), "group", inner));
        List<GroupId> circle = circle(group.id(), group.id(), new LinkedHashSet<>());
        if (!circle.isEmpty() && Collections.disjoint(circle, inCircles)) {
            inCircles.addAll(circle);
            inquiry.error(
                    group.id(),
                    "group",
                    circle.get(1).name(),
                    "the group `" + group.id() + "` contains itself: "
                            + circle.stream().map(GroupId::name).collect(Collectors.joining(" -> ")),
                    List.of("take one of these groups out of the other"));
        }
    }

    /** A way along the groups in groups from {@code from} to {@code to}, both included; empty when there is none. */
    private List<GroupId> circle(GroupId from, GroupId to, Set<GroupId> seen) {
        for (GroupId inner :
                inquiry.groups.containsKey(from) ? inquiry.groups.get(from).groups() : List.<GroupId>of()) {
            List<GroupId> rest = inner.equals(to) ? List.of(to) : seen.add(inner) ? circle(inner, to, seen) : List.of();
            if (!rest.isEmpty()) {
                return Stream.concat(Stream.of(from), rest.stream()).toList();
            }
        }
        return List.of();
    }

    private void target(ElementId owner, String word, String value, Selector target) {
        Service service = inquiry.services.get(target.service());
        if (service == null) {
            missing(owner, word, value, target.service());
            return;
        }
        Optional<String> name = target.instance();
        if (name.isPresent() && inquiry.matching(target).isEmpty()) {
            Collection<String> instances = namesOf(service);
            inquiry.error(
                    owner,
                    word,
                    value,
                    "the service `" + service.id() + "` has no instance `" + name.get() + "`",
                    List.of(Suggest.hint(name.get(), instances)
                            .orElse(
                                    instances.isEmpty()
                                            ? "it has one instance, without a name: write `" + service.id() + "`"
                                            : "its instances are " + listed(instances))));
        }
    }

    /** The names of instances, as declared and as they are on several hosts. */
    private static Set<String> namesOf(Service service) {
        Set<String> names = new LinkedHashSet<>(service.overrides().keySet());
        service.instances().forEach(instance -> instance.id().instance().ifPresent(names::add));
        return names;
    }

    private void missing(ElementId owner, String word, ElementId target) {
        missing(owner, word, target.label(), target);
    }

    private void missing(ElementId owner, String word, String value, ElementId target) {
        if (inquiry.isAbstract(target)) {
            inquiry.error(
                    owner,
                    word,
                    value,
                    "`" + target.label() + "` is abstract, so nothing of it ever runs",
                    List.of("name a service that inherits it, or take `abstract: true` from it"
                            + inquiry.in(target, "", "").replaceFirst(" in ", ": ")));
            return;
        }
        boolean either = word.equals("use");
        String kind = either ? "volume or service" : target.kind();
        inquiry.error(owner, word, value, "there is no " + kind + " `" + target.label() + "`", hints(word, target));
    }

    private List<String> hints(String word, ElementId target) {
        String name = target.label();
        List<String> hints = new ArrayList<>();
        for (ElementId other : others(name)) {
            hints.add("`" + name + "` is a " + other.kind() + ", and `" + word + "` takes a " + target.kind());
        }
        if (target instanceof NetworkId && MODES.contains(name)) {
            hints.add("to do without declared networks write `networkMode '" + name + "'`");
        }
        Set<String> candidates = new LinkedHashSet<>(modesOf(word));
        declared(target).forEach(id -> candidates.add(id.label()));
        if (word.equals("use")) {
            inquiry.services.keySet().forEach(id -> candidates.add(id.label()));
            inquiry.volumes.keySet().forEach(id -> candidates.add(id.label()));
        }
        if (word.equals("group")) {
            inquiry.groups.keySet().forEach(id -> candidates.add(id.label()));
        }
        Suggest.hint(name, candidates).ifPresent(hints::add);
        if (hints.isEmpty()) {
            hints.add("declare it: `" + declaration(target) + "`");
        }
        return hints;
    }

    private List<ElementId> others(String name) {
        List<ElementId> others = new ArrayList<>();
        for (ElementId id : List.of(new ServiceId(name), new VolumeId(name), new GroupId(name), new NetworkId(name))) {
            if (declared(id).contains(id) && !id.equals(NetworkId.DEFAULT)) {
                others.add(id);
            }
        }
        return others;
    }

    private Collection<? extends ElementId> declared(ElementId like) {
        if (like instanceof HostId) {
            return inquiry.hosts.keySet();
        } else if (like instanceof NetworkId) {
            return inquiry.networks.keySet();
        } else if (like instanceof VolumeId) {
            return inquiry.volumes.keySet();
        } else if (like instanceof GroupId) {
            return inquiry.groups.keySet();
        }
        return inquiry.services.keySet();
    }

    private static String declaration(ElementId target) {
        String start = target.kind() + " '" + target.label() + "'";
        if (target instanceof HostId) {
            return start + ", at: 'unix:///…'";
        }
        return target instanceof VolumeId ? start + ", at: '/…'" : start;
    }

    /** A path for an instance that no service with this volume has is probably a slip of the pen. */
    private void instancesOfVolumes() {
        Map<VolumeId, Set<String>> instances = new LinkedHashMap<>();
        for (Block block : inquiry.blocks) {
            for (Mount mount : block.settings().mounts()) {
                if (mount instanceof Mount.OfVolume of) {
                    instances
                            .computeIfAbsent(of.volume(), id -> new LinkedHashSet<>())
                            .addAll(namesOf(block.service()));
                }
            }
        }
        inquiry.volumes.values().forEach(volume -> pathsOf(volume, instances.get(volume.id())));
    }

    private void pathsOf(Volume volume, @org.jspecify.annotations.Nullable Set<String> instances) {
        if (instances == null || !(volume.storage() instanceof Volume.HostPath paths)) {
            return;
        }
        for (String name : paths.perInstance().keySet()) {
            if (!instances.contains(name)) {
                inquiry.error(
                        volume.id(),
                        "host",
                        name,
                        "no service with the volume `" + volume.id() + "` has an instance `" + name + "`",
                        List.of(Suggest.hint(name, instances)
                                .orElse(
                                        instances.isEmpty()
                                                ? "those services have no named instances: write one path for all"
                                                : "the instances are " + listed(instances))));
            }
        }
    }

    static String listed(Collection<String> names) {
        List<String> shown =
                names.stream().limit(5).map(name -> "`" + name + "`").toList();
        return String.join(", ", shown) + (names.size() > shown.size() ? ", …" : "");
    }
}
