package io.dockerops.engine.model;

import io.dockerops.engine.model.Inquiry.Block;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A volume that is attached has one owner, and what is used is there to be used, on the same host. */
final class SharingRules {

    private record Place(VolumeId volume, HostId host) {}

    private final Inquiry inquiry;
    private final Map<VolumeId, Block> owners = new LinkedHashMap<>();
    private final Set<Place> attached = new LinkedHashSet<>();
    private final Map<ServiceId, Set<HostId>> hosts = new LinkedHashMap<>();

    private SharingRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        SharingRules rules = new SharingRules(inquiry);
        inquiry.blocks.forEach(rules::attach);
        inquiry.instances.forEach(rules::place);
        inquiry.instances.forEach(rules::use);
    }

    private void attach(Block block) {
        for (Mount mount : block.settings().mounts()) {
            if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.ATTACHED) {
                attach(block, of);
            }
        }
    }

    private void attach(Block block, Mount.OfVolume mount) {
        Volume volume = inquiry.volumes.get(mount.volume());
        if (volume != null && volume.storage() instanceof Volume.HostPath) {
            inquiry.error(
                    block.owner(),
                    "attach",
                    mount.key(),
                    "`attach` sets owner and mode of what it owns, and volume `" + volume.id()
                            + "` is a path of the host",
                    List.of("write `mount '" + volume.id() + "'`, or take `host` from the volume"));
        }
        Block first = owners.putIfAbsent(mount.volume(), block);
        if (first != null && !first.service().equals(block.service())) {
            inquiry.error(
                    block.owner(),
                    "attach",
                    mount.key(),
                    "volume `" + mount.volume() + "` is attached by `"
                            + first.service().id() + "` and by `"
                            + block.service().id() + "`, and it can have one owner",
                    List.of("write `use '" + mount.volume() + "'` in one of them; the other `attach` is"
                            + inquiry.in(first.owner(), "attach", mount.key())));
        }
    }

    private void place(Instance instance) {
        hosts.computeIfAbsent(instance.id().service(), id -> new LinkedHashSet<>())
                .add(instance.host());
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.ATTACHED) {
                attached.add(new Place(of.volume(), instance.host()));
            }
        }
    }

    private void use(Instance instance) {
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.USED) {
                useVolume(instance, of);
            } else if (mount instanceof Mount.From from) {
                useService(instance, from);
            }
        }
    }

    private void useVolume(Instance instance, Mount.OfVolume mount) {
        if (!inquiry.volumes.containsKey(mount.volume())) {
            return;
        }
        Block owner = owners.get(mount.volume());
        if (owner == null) {
            inquiry.error(
                    instance.id(),
                    "use",
                    mount.key(),
                    "no service attaches the volume `" + mount.volume() + "`",
                    List.of("write `attach '" + mount.volume() + "'` in the service that owns it, or `mount '"
                            + mount.volume() + "'` here"));
        } else if (!attached.contains(new Place(mount.volume(), instance.host()))) {
            otherHost(
                    instance,
                    mount,
                    "volume `" + mount.volume() + "` is attached by `"
                            + owner.service().id() + "`, which does not run on `" + instance.host() + "`");
        }
    }

    private void useService(Instance instance, Mount.From mount) {
        List<Instance> sources = inquiry.matching(mount.source());
        if (sources.isEmpty()) {
            return;
        }
        if (sources.get(0).settings().mounts().isEmpty()) {
            inquiry.error(
                    instance.id(),
                    "use",
                    mount.key(),
                    "`" + mount.source() + "` has no volumes that could be used",
                    List.of("write `share '/…'` or `attach '…'` in `"
                            + mount.source().service() + "`"));
        } else if (mount.source().instance().isPresent()
                ? sources.stream().noneMatch(source -> source.host().equals(instance.host()))
                : !hosts.getOrDefault(mount.source().service(), Set.of()).contains(instance.host())) {
            otherHost(
                    instance,
                    mount,
                    "`" + mount.source() + "` does not run on `" + instance.host() + "`, as `" + instance.id()
                            + "` does");
        }
    }

    private void otherHost(Instance instance, Mount mount, String summary) {
        inquiry.error(
                instance.id(),
                "use",
                mount.key(),
                summary,
                List.of("volumes can be used on one host only: run both on the same one with `on`"));
    }
}
