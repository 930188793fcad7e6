package io.dockerops.engine.model;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project with its elements by name, and the problems found in it so far. */
final class Inquiry {

    /**
     * What one block says, without what an instance has from its service.
     *
     * @param owner the service or instance
     * @param service the service
     * @param settings what the block says
     */
    record Block(ElementId owner, Service service, Settings settings) {}

    final Project project;
    final Origins origins;
    final Map<HostId, Host> hosts = new LinkedHashMap<>();
    final Map<NetworkId, Network> networks = new LinkedHashMap<>();
    final Map<VolumeId, Volume> volumes = new LinkedHashMap<>();
    final Map<ServiceId, Service> services = new LinkedHashMap<>();
    final Map<GroupId, Group> groups = new LinkedHashMap<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Instance> instances = new ArrayList<>();

    private final Map<InstanceId, Instance> byId = new LinkedHashMap<>();
    private final Map<InstanceId, List<Instance>> byDeclaration = new LinkedHashMap<>();
    private final Map<ServiceId, List<Instance>> byService = new LinkedHashMap<>();
    private final Set<SourceRef> saidForService = new LinkedHashSet<>();
    private boolean inService;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Inquiry(Project project, Origins origins) {
        this.project = project;
        this.origins = origins;
        hosts.put(HostId.LOCAL, Host.LOCAL);
        networks.put(NetworkId.DEFAULT, Network.plain(NetworkId.DEFAULT));
        project.hosts().forEach(host -> hosts.put(host.id(), host));
        project.networks().forEach(network -> networks.put(network.id(), network));
        project.volumes().forEach(volume -> volumes.put(volume.id(), volume));
        project.groups().forEach(group -> groups.put(group.id(), group));
        project.services().forEach(this::add);
    }

    private void add(Service service) {
        if (services.putIfAbsent(service.id(), service) != null) {
            return;
        }
        blocks.add(new Block(service.id(), service, service.settings()));
        service.overrides().forEach((name, settings) -> {
            if (!settings.equals(Settings.EMPTY)) {
                blocks.add(new Block(InstanceId.named(service.id(), name), service, settings));
            }
        });
        service.asked()
                .forEach((name, settings) -> blocks.add(new Block(
                        name.isEmpty() ? InstanceId.only(service.id()) : InstanceId.named(service.id(), name),
                        service,
                        settings)));
        List<Instance> own = service.instances();
        own.forEach(instance -> byId.put(instance.id(), instance));
        own.stream()
                .filter(instance -> !instance.declared().equals(instance.id().instance()))
                .forEach(instance -> byDeclaration
                        .computeIfAbsent(new InstanceId(service.id(), instance.declared()), id -> new ArrayList<>())
                        .add(instance));
        byService.put(service.id(), service.listed());
        instances.addAll(own);
    }

    /** The instances that {@code selector} names; none when it names nothing. */
    List<Instance> matching(Selector selector) {
        if (selector.instance().isEmpty()) {
            return byService.getOrDefault(selector.service(), List.of());
        }
        InstanceId id = new InstanceId(selector.service(), selector.instance());
        Instance one = byId.get(id);
        return one == null ? byDeclaration.getOrDefault(id, List.of()) : List.of(one);
    }

    /**
     * Checks what holds for each service, and for each instance that has settings of its own. What was wrong at a place of
     * a service is not said again for its instances.
     */
    void eachMerged(MergedCheck check) {
        for (Block block : blocks) {
            inService = block.owner().equals(block.service().id());
            if (inService) {
                saidForService.clear();
            }
            check.check(
                    block.owner(),
                    inService
                            ? block.settings()
                            : block.settings().over(block.service().settings()));
        }
        inService = false;
        saidForService.clear();
    }

    /** A check of the settings that hold for an element. */
    @FunctionalInterface
    interface MergedCheck {
        void check(ElementId owner, Settings merged);
    }

    /** Whether {@code id} was declared only to be inherited. */
    boolean isAbstract(ElementId id) {
        return id instanceof ServiceId
                && !services.containsKey(id)
                && origins.declarations().containsKey(id);
    }

    /** Adds an error at the place where {@code owner} mentions {@code value} with {@code word}. */
    void error(ElementId owner, String word, String value, String summary, List<String> hints) {
        error(origins.of(owner, word, value), summary, hints);
    }

    /** Adds an error at {@code place}, unless the same one was found already. */
    void error(Optional<SourceRef> place, String summary, List<String> hints) {
        if (!inService && place.filter(saidForService::contains).isPresent()) {
            return;
        }
        if (inService) {
            place.ifPresent(saidForService::add);
        }
        Problem problem = Problem.error(summary, hints.toArray(String[]::new));
        problems.add(place.map(problem::at).orElse(problem));
    }

    /** Adds a warning at {@code place}, if it has one. */
    void warning(Optional<SourceRef> place, String summary, String hint) {
        place.ifPresent(known -> problems.add(Problem.warning(known, summary, hint)));
    }

    /** {@code in project.groovy:4}, or nothing when the place is not known. */
    String in(ElementId owner, String word, String value) {
        return origins.of(owner, word, value)
                .map(place -> " in " + place.brief())
                .orElse("");
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
