package io.dockerops.engine.execute

import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.Labels
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Specification
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Value
import io.dockerops.engine.model.VolumeId
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.ActionGraph
import io.dockerops.engine.plan.ActionGraph.Builder.Node
import io.dockerops.engine.plan.Cause
import io.dockerops.engine.plan.Plan
import java.time.Duration

/** A plan for the project `shop`, written down action by action. */
class Sketch {

    static final String IMAGE = 'base:1'

    final ActionGraph.Builder graph = new ActionGraph.Builder()
    HostId host = HostId.LOCAL
    List<Host> hosts = [Host.LOCAL]

    Plan plan() {
        new Plan('shop', hosts, graph.build(), [])
    }

    static InstanceId id(String label) {
        def parts = label.split(/\./)
        def service = new ServiceId(parts[0])
        parts.size() == 1 ? InstanceId.only(service) : InstanceId.named(service, parts[1])
    }

    static Specification fields(Map<String, ?> given = [:]) {
        def fields = Specification.builder().put('Image', IMAGE)
        fields.put(FieldPath.of('Labels', Labels.PROJECT), Value.text('shop'))
        given.each { path, each -> fields.put(FieldPath.parse(path), value(each)) }
        fields.build()
    }

    private static Value value(Object from) {
        switch (from) {
            case Value: return from
            case Boolean: return Value.flag(from)
            case Number: return Value.whole(from as long)
            case List: return Value.texts(from*.toString())
            default: return Value.text(from as String)
        }
    }

    Node add(Action action, Object... after) {
        graph.add(action, Cause.Plain.MISSING, after as List<Node>)
    }

    Node onFailure(Action action, Object... watched) {
        graph.addOnFailure(action, new Cause.ReplacementFailed(action.subject() as InstanceId), watched as List<Node>)
    }

    Node network(String name, Object... after) {
        add(new Action.CreateNetwork(host, new NetworkId(name), "shop.$name", fields()), after)
    }

    Node removeNetwork(String name, Object... after) {
        add(new Action.RemoveNetwork(host, new NetworkId(name), "shop.$name"), after)
    }

    Node volume(String name, Object... after) {
        add(new Action.CreateVolume(host, new VolumeId(name), "shop.$name", fields()), after)
    }

    Node prepare(String name, Object... after) {
        add(new Action.PrepareVolume(host, new VolumeId(name), "shop.${name}.prepare", fields()), after)
    }

    Node removeVolume(String name, Object... after) {
        add(new Action.RemoveVolume(host, new VolumeId(name), "shop.$name"), after)
    }

    Node pull(String reference, Object... after) {
        add(new Action.PullImage(host, new ImageId(ImageReference.parse(reference))), after)
    }

    Node importImage(String reference, Object... after) {
        def recipe = new Image.Rootfs('root', new Image.Empty(), [])
        add(new Action.ImportImage(host, new ImageId(ImageReference.parse(reference)), recipe, new TreeMap<>()), after)
    }

    Node create(Map<String, ?> given = [:], String label, Object... after) {
        add(new Action.CreateContainer(host, id(label), "shop.$label", fields(given)), after)
    }

    Node createNext(Map<String, ?> given = [:], String label, Object... after) {
        add(new Action.CreateContainer(host, id(label), "shop.${label}.next", fields(given)), after)
    }

    Node start(String label, Object... after) {
        add(new Action.StartContainer(host, id(label), "shop.$label", true), after)
    }

    Node startNext(String label, Object... after) {
        add(new Action.StartContainer(host, id(label), "shop.${label}.next", true), after)
    }

    Node startOnce(String label, Object... after) {
        add(new Action.StartContainer(host, id(label), "shop.$label", false), after)
    }

    Node healthy(String label, Duration within, Object... after) {
        add(new Action.AwaitHealthy(host, id(label), "shop.$label", within), after)
    }

    Node healthy(String label, Object... after) {
        healthy(label, Duration.ofSeconds(60), after)
    }

    Node steady(String label, Duration time, Object... after) {
        add(new Action.AwaitSteady(host, id(label), "shop.$label", time), after)
    }

    Node exit(String label, Object... after) {
        add(new Action.AwaitExit(host, id(label), "shop.$label"), after)
    }

    Node exec(String label, List<String> command, Object... after) {
        add(new Action.Exec(host, id(label), "shop.$label", new ExecCommand(command, Optional.empty(), false)), after)
    }

    Node stop(String label, Object... after) {
        add(new Action.StopContainer(host, id(label), "shop.$label", Duration.ofSeconds(10)), after)
    }

    Node remove(String label, Object... after) {
        add(new Action.RemoveContainer(host, id(label), "shop.$label", false), after)
    }

    Node rename(String label, String name, String newName, Object... after) {
        add(new Action.RenameContainer(host, id(label), "shop.$name", "shop.$newName"), after)
    }

    Node connect(String label, String network, Object... after) {
        add(new Action.ConnectNetwork(host, id(label), "shop.$label", "shop.$network", Specification.EMPTY), after)
    }

    Node disconnect(String label, String network, Object... after) {
        add(new Action.DisconnectNetwork(host, id(label), "shop.$label", "shop.$network"), after)
    }

    /** Made and started. */
    Node up(Map<String, ?> given = [:], String label, Object... after) {
        start(label, create(given, label, after))
    }
}
