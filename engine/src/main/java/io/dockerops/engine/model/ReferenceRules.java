package io.dockerops.engine.model;

import io.dockerops.engine.model.Inquiry.Block;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is named must be declared. */
final class ReferenceRules {

    private static final List<String> MODES = List.of("none", "host", "bridge");

    private final Inquiry inquiry;

    private ReferenceRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        ReferenceRules rules = new ReferenceRules(inquiry);
        inquiry.blocks.forEach(rules::block);
        inquiry.project.groups().forEach(rules::group);
        rules.instancesOfVolumes();
    }

    private void block(Block block) {
        ElementId owner = block.owner();
        Settings settings = block.settings();
        settings.hosts().stream()
                .filter(host -> !inquiry.hosts.containsKey(host))
                .forEach(host -> missing(owner, "on", host));
        settings.mounts().forEach(mount -> mount(owner, mount));
        settings.links().forEach(link -> target(owner, "link", link.target()));
        settings.networking().endpoints().stream()
                .map(Endpoint::network)
                .filter(network -> !inquiry.networks.containsKey(network))
                .forEach(network -> missing(owner, "network", network));
        settings.networking()
                .mode()
                .filter(NetworkMode.OfInstance.class::isInstance)
                .ifPresent(mode -> target(owner, "networkMode", ((NetworkMode.OfInstance) mode).target()));
    }

    private void mount(ElementId owner, Mount mount) {
        if (mount instanceof Mount.From from) {
            target(owner, "use", from.source());
        } else if (mount instanceof Mount.OfVolume of && !inquiry.volumes.containsKey(of.volume())) {
            missing(owner, MountRules.word(mount), of.volume());
        }
    }

    private void group(Group group) {
        for (Selector member : group.members()) {
            target(group.id(), "group", member);
        }
    }

    private void target(ElementId owner, String word, Selector target) {
        Service service = inquiry.services.get(target.service());
        if (service == null) {
            missing(owner, word, target.toString(), target.service());
            return;
        }
        Optional<String> name = target.instance();
        if (name.isPresent() && !service.overrides().containsKey(name.get())) {
            Collection<String> instances = service.overrides().keySet();
            inquiry.error(
                    owner,
                    word,
                    target.toString(),
                    "the service `" + service.id() + "` has no instance `" + name.get() + "`",
                    List.of(Suggest.hint(name.get(), instances)
                            .orElse(
                                    instances.isEmpty()
                                            ? "it has one instance, without a name: write `" + service.id() + "`"
                                            : "its instances are " + listed(instances))));
        }
    }

    private void missing(ElementId owner, String word, ElementId target) {
        missing(owner, word, target.label(), target);
    }

    private void missing(ElementId owner, String word, String value, ElementId target) {
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
        Set<String> candidates = new LinkedHashSet<>(word.equals("networkMode") ? MODES : List.of());
        declared(target).forEach(id -> candidates.add(id.label()));
        if (word.equals("use")) {
            inquiry.services.keySet().forEach(id -> candidates.add(id.label()));
            inquiry.volumes.keySet().forEach(id -> candidates.add(id.label()));
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
                            .addAll(block.service().overrides().keySet());
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
