package io.dockerops.engine.model;

import io.dockerops.engine.model.Mount.OfVolume;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes services of containers that only hold a volume for others, as was done before engines had named volumes: the
 * container has the volume, ends at once, and the others take their volumes from it. What they take is still a named
 * volume, so that no data is lost with a container.
 */
public final class Holders {

    /**
     * What has become of services.
     *
     * @param services the services that hold volumes, then the others
     * @param problems paths that differ
     */
    public record Resolved(List<Service> services, List<Problem> problems) {
        public Resolved {
            services = List.copyOf(services);
            problems = List.copyOf(problems);
        }
    }

    private static final List<String> ENDS_AT_ONCE = List.of("true");

    private final Map<VolumeId, Volume> held = new LinkedHashMap<>();
    private final Map<VolumeId, Instance> owners = new LinkedHashMap<>();
    private final Map<VolumeId, List<HostId>> hosts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Origins origins;
    private final Image helper;

    private Holders(List<Volume> volumes, Image helper, Origins origins) {
        this.origins = origins;
        this.helper = helper;
        volumes.stream()
                .filter(volume -> volume.holder().isPresent())
                .forEach(volume -> held.putIfAbsent(volume.id(), volume));
    }

    /**
     * Adds the services that hold those of {@code volumes} that have a holder.
     *
     * @param helper the image of holders that say none
     */
    public static Resolved resolve(List<Service> services, List<Volume> volumes, Image helper, Origins origins) {
        Holders holders = new Holders(volumes, helper, origins);
        return holders.held.isEmpty() ? new Resolved(services, List.of()) : holders.resolve(services);
    }

    private Resolved resolve(List<Service> services) {
        services.forEach(service -> service.instances().forEach(this::collect));
        List<Service> all = new ArrayList<>();
        held.values().forEach(volume -> {
            if (owners.containsKey(volume.id())) {
                all.add(holder(volume, owners.get(volume.id())));
            }
        });
        services.forEach(service -> all.add(service.changed(this::taking)));
        return new Resolved(all, problems);
    }

    private void collect(Instance instance) {
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof OfVolume of && held.containsKey(of.volume())) {
                if (of.role() == Mount.Role.ATTACHED) {
                    owners.putIfAbsent(of.volume(), instance);
                }
                List<HostId> known = hosts.computeIfAbsent(of.volume(), id -> new ArrayList<>());
                if (!known.contains(instance.host())) {
                    known.add(instance.host());
                }
            }
        }
    }

    private Service holder(Volume volume, Instance owner) {
        Settings said = owner.settings();
        ContainerProcess process = new ContainerProcess(
                Optional.of(ENDS_AT_ONCE),
                Optional.of(List.of()),
                Optional.empty(),
                volume.user().or(() -> said.process().user()),
                Optional.empty());
        Lifecycle lifecycle = new Lifecycle(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(true),
                Optional.empty(),
                List.of(),
                volume.permissions().or(() -> said.lifecycle().permissions()));
        Settings settings = Settings.EMPTY.toBuilder()
                .hosts(hosts.getOrDefault(volume.id(), List.of()))
                .image(volume.holder().orElseThrow().image().orElse(helper))
                .process(process)
                .mounts(List.of(new OfVolume(volume.id(), Optional.empty(), false, Mount.Role.ATTACHED)))
                .networking(new Networking(Optional.of(new NetworkMode.None()), List.of(), List.of(), List.of()))
                .lifecycle(lifecycle)
                .build();
        return new Service(new ServiceId(volume.id().name()), settings, Map.of());
    }

    private Settings taking(ElementId owner, Settings settings) {
        return settings.withMounts(settings.mounts().stream()
                .map(mount -> mount instanceof OfVolume of && held.containsKey(of.volume()) ? taken(owner, of) : mount)
                .toList());
    }

    private Mount taken(ElementId owner, OfVolume mount) {
        VolumeId volume = mount.volume();
        if (mount.path().isPresent()) {
            problem(
                    owner,
                    mount,
                    "volume `" + volume + "` is held by a container, so it has the same path everywhere",
                    "take `at:` out, or `holder` from the volume");
        }
        // What nobody attaches is found when the project is checked.
        if (!owners.containsKey(volume)) {
            return mount;
        }
        return new Mount.From(Selector.all(new ServiceId(volume.name())), mount.readOnly());
    }

    private void problem(ElementId owner, OfVolume mount, String summary, String hint) {
        Problem problem = Problem.error(summary, hint);
        problems.add(origins.of(owner, MountRules.word(mount), mount.key())
                .map(problem::at)
                .orElse(problem));
    }
}
