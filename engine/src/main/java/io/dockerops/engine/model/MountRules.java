package io.dockerops.engine.model;

import io.dockerops.engine.model.Inquiry.Block;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each path of a container has one mount, and each host path can be found. */
final class MountRules {

    private static final FieldPath TMPFS = FieldPath.of("HostConfig", "Tmpfs");

    private MountRules() {}

    static void check(Inquiry inquiry) {
        inquiry.blocks.forEach(block -> volumesTwice(inquiry, block));
        inquiry.eachMerged((owner, merged) -> {
            pathsTwice(inquiry, owner, merged.mounts());
            inMemory(inquiry, owner, merged);
        });
        inquiry.blocks.forEach(block -> block.settings().mounts().stream()
                .filter(Mount.OfHost.class::isInstance)
                .map(Mount.OfHost.class::cast)
                .forEach(mount -> relative(inquiry, block.owner(), word(mount), mount.key(), mount.source())));
        inquiry.volumes.values().forEach(volume -> storage(inquiry, volume));
        inquiry.instances.forEach(instance -> pathOf(inquiry, instance));
    }

    /** The word, in the singular, that asks for {@code mount}. */
    static String word(Mount mount) {
        if (mount instanceof Mount.Shared) {
            return "share";
        } else if (mount instanceof Mount.From) {
            return "use";
        } else if (mount instanceof Mount.OfVolume of) {
            return switch (of.role()) {
                case MOUNTED -> "mount";
                case ATTACHED -> "attach";
                case USED -> "use";
            };
        }
        return "mount";
    }

    private static void volumesTwice(Inquiry inquiry, Block block) {
        Map<String, Mount> seen = new LinkedHashMap<>();
        for (Mount mount : block.settings().mounts()) {
            Mount first = mount instanceof Mount.OfVolume ? seen.putIfAbsent(mount.key(), mount) : null;
            if (first != null) {
                inquiry.error(
                        block.owner(),
                        word(mount),
                        mount.key(),
                        "`" + block.owner().label() + "` has the volume `" + mount.key() + "` twice",
                        List.of("one "
                                + (word(first).equals(word(mount))
                                        ? "`" + word(first) + "`"
                                        : "of `" + word(first) + "` and `" + word(mount) + "`")
                                + " is enough: take the other one out"));
            }
        }
    }

    private static void pathsTwice(Inquiry inquiry, ElementId owner, List<Mount> mounts) {
        Map<String, Mount> seen = new LinkedHashMap<>();
        for (Mount mount : mounts) {
            Optional<String> path = pathIn(inquiry, mount);
            Mount first = path.map(text -> seen.putIfAbsent(text, mount)).orElse(null);
            if (first != null
                    && !(mount instanceof Mount.OfVolume && mount.key().equals(first.key()))) {
                inquiry.error(
                        inquiry.origins.of(owner, word(mount), mount.key()),
                        "`" + path.orElseThrow() + "` of `" + owner.label() + "` has two mounts: " + described(first)
                                + " and " + described(mount),
                        List.of("give one of them another path with `at:`"));
            }
        }
    }

    private static void inMemory(Inquiry inquiry, ElementId owner, Settings merged) {
        for (Mount mount : merged.mounts()) {
            pathIn(inquiry, mount)
                    .filter(path -> merged.attributes().containsKey(TMPFS.child(path)))
                    .ifPresent(path -> inquiry.error(
                            owner,
                            "tmpfs",
                            path,
                            "`" + path + "` of `" + owner.label() + "` has two mounts: `tmpfs` and " + described(mount),
                            List.of("take one of them out, or give it another path")));
        }
    }

    private static Optional<String> pathIn(Inquiry inquiry, Mount mount) {
        String path = null;
        if (mount instanceof Mount.OfVolume of) {
            Volume volume = inquiry.volumes.get(of.volume());
            path = of.path().orElse(volume == null ? null : volume.path());
        } else if (mount instanceof Mount.OfHost host) {
            path = host.path();
        } else if (mount instanceof Mount.Shared shared) {
            path = shared.path();
        }
        return Optional.ofNullable(path)
                .map(text -> text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static String described(Mount mount) {
        if (mount instanceof Mount.OfVolume of) {
            return "the volume `" + of.volume() + "`";
        } else if (mount instanceof Mount.OfHost host) {
            return "the host's `" + host.source() + "`";
        }
        return "`share`";
    }

    private static void storage(Inquiry inquiry, Volume volume) {
        if (volume.storage() instanceof Volume.HostPath paths) {
            paths.path().ifPresent(path -> relative(inquiry, volume.id(), "host", "", path));
            paths.perInstance().forEach((name, path) -> relative(inquiry, volume.id(), "host", name, path));
        }
    }

    private static void relative(Inquiry inquiry, ElementId owner, String word, String value, String path) {
        if (!path.startsWith("/") && inquiry.project.hostRoot().isEmpty()) {
            inquiry.error(
                    owner,
                    word,
                    value,
                    "the host path `" + path + "` is relative, and there is no `hostRoot` that it could be below",
                    List.of("write `hostRoot '/…'` at the top of the project, or an absolute path here"));
        }
    }

    private static void pathOf(Inquiry inquiry, Instance instance) {
        for (Mount mount : instance.settings().mounts()) {
            Volume volume = mount instanceof Mount.OfVolume of ? inquiry.volumes.get(of.volume()) : null;
            if (volume != null
                    && volume.storage() instanceof Volume.HostPath paths
                    && paths.pathFor(instance).isEmpty()) {
                missingPath(inquiry, instance.id(), mount, volume);
            }
        }
    }

    private static void missingPath(Inquiry inquiry, InstanceId id, Mount mount, Volume volume) {
        String where = inquiry.in(volume.id(), "host", "");
        if (id.instance().isEmpty()) {
            inquiry.error(
                    id,
                    word(mount),
                    mount.key(),
                    "volume `" + volume.id() + "` has host paths per instance, and `" + id.service()
                            + "` has no named instances",
                    List.of("declare the instances of `" + id.service() + "`, or one path for all" + where));
            return;
        }
        String name = id.instance().get();
        inquiry.error(
                id,
                word(mount),
                mount.key(),
                "volume `" + volume.id() + "` has no host path for instance `" + name + "` of `" + id.service() + "`",
                List.of("add `" + name + ": '…'` to `host` of `" + volume.id() + "`" + where));
    }
}
