package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.Difference.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares what the project wants with what was applied last and with what is live. A field that neither the project nor
 * the last application named belongs to image and engine, and is no difference whatever its value; except for limits,
 * restart policy and networks, where anything beyond what was asked for was added by somebody else.
 */
final class Comparison {

    private static final List<FieldPath> LIMITS = List.of(
            FieldPath.parse("HostConfig.BlkioWeight"),
            FieldPath.parse("HostConfig.CpuPeriod"),
            FieldPath.parse("HostConfig.CpuQuota"),
            FieldPath.parse("HostConfig.CpusetMems"),
            FieldPath.parse("HostConfig.Memory"),
            FieldPath.parse("HostConfig.MemoryReservation"),
            FieldPath.parse("HostConfig.NanoCpus"),
            FieldPath.parse("HostConfig.CpuShares"),
            FieldPath.parse("HostConfig.CpusetCpus"),
            FieldPath.parse("HostConfig.PidsLimit"));
    private static final FieldPath MEMORY_SWAP = FieldPath.parse("HostConfig.MemorySwap");
    private static final FieldPath RESTART = FieldPath.parse("HostConfig.RestartPolicy");

    private Comparison() {}

    /** The fields that differ, by path. */
    static List<Difference> of(Specification wanted, Optional<Specification> applied, Specification live) {
        Specification before = applied.orElse(wanted);
        TreeSet<FieldPath> paths = new TreeSet<>(wanted.fields().keySet());
        paths.addAll(before.fields().keySet());
        live.fields().keySet().stream().filter(Comparison::watched).forEach(paths::add);
        List<Difference> differences = new ArrayList<>(addedNetworks(wanted, before, live));
        for (FieldPath path : paths) {
            boolean unread =
                    path.startsWith(Specifications.FILES) && wanted.get(path).isEmpty();
            if (unread) {
                // No longer watched, or not readable from here: no reason to do anything.
                continue;
            }
            Specification present = Specifications.inLabelOnly(path) ? before : live;
            boolean there =
                    wanted.get(path).filter(value -> present.has(path, value)).isPresent();
            if (!there) {
                difference(path, present.get(path), before.get(path), wanted.get(path))
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<Difference> difference(
            FieldPath path, Optional<Value> live, Optional<Value> applied, Optional<Value> wanted) {
        boolean secret = wanted.filter(Value.Secret.class::isInstance).isPresent();
        boolean same = wanted.filter(Comparison::isReference).isPresent()
                ? wanted.equals(applied) && live.isPresent()
                : live.equals(wanted);
        if (same) {
            return Optional.empty();
        }
        boolean appliedSecret = applied.filter(Value.Secret.class::isInstance).isPresent();
        Optional<Value> shown = appliedSecret && live.isPresent() ? applied : live;
        boolean changed = !wanted.equals(applied);
        boolean drifted = applied.filter(Comparison::isReference).isPresent() ? live.isEmpty() : !live.equals(applied);
        Origin origin = !changed ? Origin.DRIFTED : drifted ? Origin.BOTH : Origin.CHANGED;
        return Optional.of(new Difference(
                path, secret ? shown.filter(value -> !(value instanceof Value.Text)) : shown, wanted, origin));
    }

    /** Whether {@code value} stands for another one that is not known here. */
    private static boolean isReference(Value value) {
        return value instanceof Value.Secret || value instanceof Value.Address;
    }

    /** Whether nobody but this project may set the field. */
    private static boolean watched(FieldPath path) {
        return LIMITS.contains(path) || path.startsWith(RESTART);
    }

    /** Networks that somebody else joined the container to; told apart by the id that each live endpoint has. */
    private static List<Difference> addedNetworks(Specification wanted, Specification before, Specification live) {
        if (wanted.below(Specifications.NETWORKS).fields().isEmpty()) {
            return List.of();
        }
        List<Difference> added = new ArrayList<>();
        live.below(Specifications.NETWORKS).fields().forEach((path, id) -> {
            FieldPath network = new FieldPath(path.segments().subList(0, 2));
            boolean known = !wanted.below(network).fields().isEmpty()
                    || !before.below(network).fields().isEmpty();
            if (path.last().equals("NetworkID") && !known) {
                added.add(new Difference(path, Optional.of(id), Optional.empty(), Origin.DRIFTED));
            }
        });
        return added;
    }

    /** Whether a limit that is set is to be none. */
    static boolean takesLimitAway(Difference difference) {
        FieldPath path = difference.field();
        return difference.wanted().isEmpty() && (LIMITS.contains(path) || path.equals(MEMORY_SWAP));
    }

    /** Whether the engine can change the field while the container runs. */
    static boolean inPlace(Difference difference) {
        FieldPath path = difference.field();
        if (path.startsWith(Specifications.NETWORKS) || path.startsWith(RESTART)) {
            return true;
        }
        // A limit can be changed but not taken away: the engine takes zero for "as it is".
        return difference.wanted().isPresent() && (LIMITS.contains(path) || path.equals(MEMORY_SWAP));
    }
}
