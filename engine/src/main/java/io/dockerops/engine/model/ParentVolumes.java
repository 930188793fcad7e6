package io.dockerops.engine.model;

import io.dockerops.engine.model.Mount.OfVolume;
import io.dockerops.engine.model.Mount.Role;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each service volumes of its own for what it attaches, where a project names volumes after the services that attach
 * them: so several services can attach the same volume and each gets another one. Those that use such a volume name it
 * with its service, as {@code service.volume}.
 */
public final class ParentVolumes {

    /**
     * What has become of a project.
     *
     * @param services the services
     * @param volumes the volumes as they are declared, and those of services
     * @param origins where things stand, those of services where what they are made from does
     * @param problems uses that do not say whose volume is meant
     */
    public record Resolved(List<Service> services, List<Volume> volumes, Origins origins, List<Problem> problems) {
        public Resolved {
            services = List.copyOf(services);
            volumes = List.copyOf(volumes);
            problems = List.copyOf(problems);
        }
    }

    private final Map<VolumeId, Volume> declared = new LinkedHashMap<>();
    private final Map<VolumeId, Set<ServiceId>> parents = new LinkedHashMap<>();
    private final Map<ServiceId, Service> services = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Origins origins;
    private final Map<ElementId, SourceRef> declarations;
    private final Map<Origins.Mention, SourceRef> mentions;

    private ParentVolumes(List<Service> services, List<Volume> volumes, Origins origins) {
        this.origins = origins;
        this.declarations = new LinkedHashMap<>(origins.declarations());
        this.mentions = new LinkedHashMap<>(origins.mentions());
        services.forEach(service -> this.services.putIfAbsent(service.id(), service));
        volumes.stream()
                .filter(volume -> volume.storage() instanceof Volume.Named)
                .forEach(volume -> declared.putIfAbsent(volume.id(), volume));
    }

    /** Names the volumes of a project after services, when {@code scheme} says so. */
    public static Resolved resolve(List<Service> services, List<Volume> volumes, NamingScheme scheme, Origins origins) {
        return scheme.byParent()
                ? new ParentVolumes(services, volumes, origins).resolve(services, volumes)
                : new Resolved(services, volumes, origins, List.of());
    }

    private Resolved resolve(List<Service> all, List<Volume> volumes) {
        all.forEach(service -> service.instances().forEach(this::collect));
        declared.values().forEach(this::refuseHolder);
        List<Service> named = new ArrayList<>();
        for (Service service : all) {
            named.add(service.changed((owner, own) -> named(owner, service.id(), own)));
        }
        List<Volume> each = new ArrayList<>(volumes);
        parents.forEach((volume, owners) -> owners.forEach(owner -> each.add(ofParent(volume, owner))));
        return new Resolved(named, each, new Origins(declarations, mentions), problems);
    }

    private void collect(Instance instance) {
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof OfVolume of && of.role() == Role.ATTACHED && declared.containsKey(of.volume())) {
                parents.computeIfAbsent(of.volume(), id -> new LinkedHashSet<>())
                        .add(instance.id().service());
            }
        }
    }

    private void refuseHolder(Volume volume) {
        if (volume.holder().isPresent()) {
            problem(
                    origins.of(volume.id()),
                    "volume `" + volume.id() + "` is held by a container, which is named after it alone, and volumes of"
                            + " this project are named after services too",
                    "take `holder` out, or `volumesByParent` from `naming`");
        }
    }

    private Volume ofParent(VolumeId id, ServiceId owner) {
        Volume volume = declared.get(id);
        if (volume == null) {
            throw new IllegalStateException("nothing declares " + id);
        }
        VolumeId own = id.of(owner);
        origins.of(id).ifPresent(place -> declarations.put(own, place));
        return new Volume(own, volume.path(), volume.storage(), volume.user(), volume.permissions());
    }

    private Settings named(ElementId block, ServiceId service, Settings settings) {
        return settings.withMounts(settings.mounts().stream()
                .flatMap(mount -> named(block, service, mount).stream())
                .toList());
    }

    /** Nothing, where it is wrong and that has been said. */
    private Optional<Mount> named(ElementId block, ServiceId service, Mount mount) {
        if (mount instanceof OfVolume of && of.role() == Role.ATTACHED && declared.containsKey(of.volume())) {
            OfVolume own = new OfVolume(of.volume().of(service), of.path(), false, Role.ATTACHED);
            Optional.ofNullable(mentions.get(new Origins.Mention(block, "attach", of.key())))
                    .ifPresent(place -> mentions.put(new Origins.Mention(block, "attach", own.key()), place));
            return Optional.of(own);
        } else if (mount instanceof OfVolume of && of.role() == Role.USED) {
            return used(block, of);
        } else if (mount instanceof Mount.From from) {
            return Optional.of(
                    from.source().instance().map(name -> used(from, name)).orElse(from));
        }
        return Optional.of(mount);
    }

    /** {@code service.name} is an instance, where there is one of the name. */
    private Mount used(Mount.From from, String name) {
        ServiceId service = from.source().service();
        return !hasInstance(service, name) && attaches(service, name)
                ? new OfVolume(new VolumeId(name).of(service), Optional.empty(), from.readOnly(), Role.USED)
                : from;
    }

    private Optional<Mount> used(ElementId block, OfVolume mount) {
        VolumeId plain = new VolumeId(mount.volume().name());
        Set<ServiceId> owners = parents.getOrDefault(plain, Set.of());
        Optional<ServiceId> parent = mount.volume().parent();
        if (parent.isEmpty() && !owners.isEmpty()) {
            whose(block, mount, owners);
            return Optional.empty();
        }
        if (parent.isEmpty() || owners.contains(parent.get())) {
            return Optional.of(mount);
        }
        if (services.containsKey(parent.get()) && !hasInstance(parent.get(), plain.name())) {
            notAttached(block, mount, parent.get(), owners);
            return Optional.empty();
        }
        return Optional.of(new Mount.From(Selector.parse(mount.volume().label()), mount.readOnly()));
    }

    private void whose(ElementId block, OfVolume mount, Set<ServiceId> owners) {
        VolumeId plain = mount.volume();
        String words = String.join(
                " or ",
                owners.stream().map(owner -> "`use '" + plain.of(owner) + "'`").toList());
        problem(
                origins.of(block, "use", mount.key()),
                "`use '" + plain + "'` does not say whose volume is meant, and volumes of this project are named after"
                        + " the services that attach them",
                "write " + words);
    }

    private void notAttached(ElementId block, OfVolume mount, ServiceId parent, Set<ServiceId> owners) {
        String plain = mount.volume().name();
        List<String> names =
                owners.stream().map(owner -> mount.volume().of(owner).label()).toList();
        problem(
                origins.of(block, "use", mount.key()),
                "the service `" + parent + "` attaches no volume `" + plain + "`",
                Suggest.hint(mount.key(), names)
                        .orElse(
                                names.isEmpty()
                                        ? "write `attach '" + plain + "'` in it"
                                        : "those that do are " + ReferenceRules.listed(names)));
    }

    private boolean hasInstance(ServiceId service, String name) {
        Service known = services.get(service);
        return known != null && !known.instances(Optional.of(name)).isEmpty();
    }

    private boolean attaches(ServiceId service, String volume) {
        return parents.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().name().equals(volume) && entry.getValue().contains(service));
    }

    private void problem(Optional<SourceRef> place, String summary, String hint) {
        Problem problem = Problem.error(summary, hint);
        problems.add(place.map(problem::at).orElse(problem));
    }
}
