package io.dockerops.engine.plan

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.Labels
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Port
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.Specification
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.port.ContainerDetails
import io.dockerops.engine.port.ContainerStatus
import io.dockerops.engine.port.ContainerSummary
import io.dockerops.engine.port.ImageDetails
import io.dockerops.engine.port.NetworkDetails
import io.dockerops.engine.port.ProcessLine
import io.dockerops.engine.port.VolumeDetails
import io.dockerops.engine.problem.Problem
import io.dockerops.engine.state.MadeImages
import io.dockerops.engine.state.ObservedContainer
import io.dockerops.engine.state.ObservedHost
import io.dockerops.engine.state.ObservedMachine
import io.dockerops.engine.state.ObservedNames
import io.dockerops.engine.state.ObservedState
import io.dockerops.engine.state.SpecificationLabel
import java.nio.file.Path

/**
 * An observed state that plans can be applied to by hand: what an engine would show after it had done what they say.
 * Every action of a plan changes it as the engine's call does; a spec changes the rest.
 */
class World {

    final SortedMap<String, ObservedContainer> containers = new TreeMap<>()
    final SortedMap<String, ContainerSummary> foreign = new TreeMap<>()
    final SortedMap<String, NetworkDetails> networks = new TreeMap<>()
    final SortedMap<String, VolumeDetails> volumes = new TreeMap<>()
    private int lastAddress
    final SortedMap<String, ImageDetails> images = new TreeMap<>()
    final SortedMap<ImageId, String> fingerprints = new TreeMap<>()
    final SortedMap<String, String> files = new TreeMap<>()
    ObservedMachine machine = ObservedMachine.UNKNOWN
    final SortedMap<ImageId, BuildOutline> outlines = new TreeMap<>()
    final List<Problem> mistakes = []
    final SortedMap<String, List<Port>> exposed = new TreeMap<>()
    final SortedMap<Path, String> copied = new TreeMap<>()

    static World with(Project project) {
        def world = new World()
        world.apply(world.run(project))
    }

    ObservedState state() {
        def host = new ObservedHost(Host.LOCAL, containers, foreign, networks, volumes, images, files, machine, exposed)
        new ObservedState(new TreeMap<>([(HostId.LOCAL): host]), new MadeImages(fingerprints, outlines, mistakes), copied, ObservedNames.NONE)
    }

    Plan run(Project project, PlanRequest request = PlanRequest.of(PlanRequest.Command.RUN)) {
        Planner.plan(project, Origins.NONE, state(), request)
    }

    World apply(Plan plan) {
        def done = []
        plan.graph().actions().findAll { it.trigger() == PlannedAction.Trigger.ALL_DONE }.each {
            if (done.containsAll(it.after())) {
                apply(it.action())
                done << it.number()
            }
        }
        this
    }

    void apply(Action action) {
        switch (action) {
            case Action.CreateNetwork: networks[action.name()] = new NetworkDetails(
                'id-' + action.name(), action.name(), labels(action.specification()), live(action.specification())); break
            case Action.RemoveNetwork: assert networks.remove(action.name()); break
            case Action.CreateVolume: volumes[action.name()] = new VolumeDetails(
                action.name(), labels(action.specification()), live(action.specification())); break
            case Action.RecordFiles: volumes[action.name()] = new VolumeDetails(
                action.name(), labels(action.specification()), live(action.specification())); break
            case Action.ForgetFiles: assert volumes.remove(action.name()); break
            case Action.RemoveVolume: assert volumes.remove(action.name()); break
            case Action.PullImage: image(action.image().label(), 'sha256:pulled-' + action.image(), [:]); break
            case Action.BuildImage:
            case Action.ImportImage: image(action.image().label(), 'sha256:' + action.labels(), action.labels()); break
            case Action.RemoveImage: assert images.remove(action.image().label()); break
            case Action.CreateContainer: create(action); break
            case Action.RemoveContainer: assert containers.remove(action.name()); break
            case Action.StartContainer: status(action.name(), ContainerStatus.State.RUNNING); break
            case Action.AwaitExit: status(action.name(), ContainerStatus.State.EXITED); break
            case Action.StopContainer: status(action.name(), ContainerStatus.State.EXITED); break
            case Action.AwaitHealthy: healthy(action.name()); break
            case Action.RenameContainer: rename(action.name(), action.newName()); break
            case Action.UpdateContainer: change(action.name()) { it.putAll(action.changes().fields()) }; break
            case Action.ConnectNetwork: connect(action); break
            case Action.DisconnectNetwork: change(action.name()) { fields ->
                fields.keySet().removeIf { it.startsWith(FieldPath.of('Networks', action.network())) } }; break
        }
    }

    ImageDetails image(String reference, String id, Map labels) {
        images[reference] = new ImageDetails(id, [reference], labels as TreeMap)
    }

    private void create(Action.CreateContainer action) {
        assert !containers.containsKey(action.name())
        def specification = action.specification()
        def image = images[specification.text('Image').get()]
        assert image
        def fields = new TreeMap<>(live(specification).fields())
        fields.keySet().findAll { it.startsWith(FieldPath.of('Networks')) }*.segments()*.get(1).unique().each {
            fields[FieldPath.of('Networks', it, 'NetworkID')] = Value.text('id-' + it) }
        def applied = specification.text('Labels', Labels.SPECIFICATION).flatMap { SpecificationLabel.decode(it) }
        containers[action.name()] = new ObservedContainer(action.instance(), new ContainerDetails('id-' + action.name(),
            action.name(), image.id(), ContainerStatus.CREATED, labels(specification), new Specification(fields),
            new TreeMap<>()), applied)
    }

    private void connect(Action.ConnectNetwork action) {
        assert networks.containsKey(action.network())
        change(action.name()) { fields ->
            action.endpoint().fields().each { path, value ->
                fields[new FieldPath(['Networks', action.network()] + path.segments())] = value }
            fields[FieldPath.of('Networks', action.network(), 'NetworkID')] = Value.text('id-' + action.network())
        }
        if (containers[action.name()].status().running()) {
            addresses(action.name(), given(action.name()))
        }
    }

    void status(String name, ContainerStatus.State state, int exitCode = 0) {
        replaceStatus(name, new ContainerStatus(state, exitCode, true, Optional.empty(), Optional.empty()))
        addresses(name, state == ContainerStatus.State.RUNNING ? given(name) : [:])
    }

    /** The address of a running container in each of its networks. */
    void addresses(String name, Map<String, String> addresses) {
        def old = containers[name]
        def details = old.details()
        containers[name] = new ObservedContainer(old.instance(), new ContainerDetails(details.id(), name, details.imageId(),
            details.status(), details.labels(), details.live(), new TreeMap<>(addresses)), old.lastApplied())
    }

    /** The next addresses that nothing ever had. */
    private Map<String, String> given(String name) {
        def live = containers[name].details().live()
        def joined = live.fields().keySet().findAll { it.startsWith(FieldPath.of('Networks')) }*.segments()*.get(1).unique()
        if (live.text('HostConfig', 'NetworkMode') == Optional.of('bridge')) {
            joined << 'bridge'
        }
        joined.collectEntries { [it, "10.0.0.${++lastAddress}".toString()] }
    }

    void healthy(String name, ContainerStatus.Health health = ContainerStatus.Health.HEALTHY) {
        replaceStatus(name, new ContainerStatus(ContainerStatus.State.RUNNING, 0, true, Optional.of(health), Optional.empty()))
    }

    /** The engine says that these run in the container, by user and command line. */
    void processes(String name, Map<String, String> lines) {
        def old = containers[name]
        containers[name] = new ObservedContainer(old.instance(), old.details(), old.lastApplied(),
            Optional.of(lines.collect { command, uid -> new ProcessLine(uid, command) }))
    }

    void restarting(String name) {
        replaceStatus(name, new ContainerStatus(ContainerStatus.State.RESTARTING, 1, true, Optional.empty(), Optional.empty()))
    }

    void created(String name) {
        replaceStatus(name, ContainerStatus.CREATED)
    }

    private void replaceStatus(String name, ContainerStatus status) {
        def old = containers[name]
        def details = old.details()
        containers[name] = new ObservedContainer(old.instance(), new ContainerDetails(details.id(), name, details.imageId(),
            status, details.labels(), details.live(), details.addresses()), old.lastApplied())
    }

    void rename(String name, String newName) {
        assert !containers.containsKey(newName)
        def old = containers.remove(name)
        def details = old.details()
        containers[newName] = new ObservedContainer(old.instance(), new ContainerDetails(details.id(), newName,
            details.imageId(), details.status(), details.labels(), details.live(), details.addresses()), old.lastApplied())
    }

    void change(String name, Closure change) {
        def old = containers[name]
        def details = old.details()
        def fields = new TreeMap<>(details.live().fields())
        change(fields)
        containers[name] = new ObservedContainer(old.instance(), new ContainerDetails(details.id(), name, details.imageId(),
            details.status(), details.labels(), new Specification(fields), details.addresses()), old.lastApplied())
    }

    private Specification live(Specification asked) {
        new Specification(new TreeMap<>(asked.fields().collectEntries { path, value ->
            [path, value instanceof Value.Secret ? Value.text('live secret') : value instanceof Value.Address ? address(value) : value] }))
    }

    private Value address(Value.Address of) {
        def address = containers[of.container()]?.details()?.addresses()?.get(of.network())
        assert address: "$of is not known: ${containers.keySet()}"
        Value.text(address)
    }

    private static SortedMap<String, String> labels(Specification specification) {
        def labels = new TreeMap<String, String>()
        specification.below(FieldPath.of('Labels')).fields().each { path, value -> labels[path.last()] = value.text() }
        labels
    }
}
