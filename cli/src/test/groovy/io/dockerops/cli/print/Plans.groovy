package io.dockerops.cli.print

import groovy.transform.CompileStatic
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Specification
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.ActionGraph
import io.dockerops.engine.plan.Cause
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.PlannedAction
import java.time.Duration

/** Small plans, made by hand. */
@CompileStatic
class Plans {

    final List<PlannedAction> actions = []
    private final List<Host> hosts

    Plans(List<Host> hosts = [Host.LOCAL]) {
        this.hosts = hosts
    }

    static InstanceId instance(String label) {
        def parts = label.tokenize('.')
        new InstanceId(new ServiceId(parts[0]), Optional.ofNullable(parts[1]))
    }

    Plans network(String name, List<Integer> after = []) {
        add(new Action.CreateNetwork(HostId.LOCAL, new NetworkId(name), "shop.$name", Specification.EMPTY), after)
    }

    Plans removeNetwork(String name) {
        add(new Action.RemoveNetwork(HostId.LOCAL, new NetworkId(name), "shop.$name"), [])
    }

    Plans pull(String image) {
        add(new Action.PullImage(HostId.LOCAL, new ImageId(ImageReference.parse(image))), [])
    }

    Plans create(String label, List<Integer> after = [], HostId host = HostId.LOCAL) {
        add(new Action.CreateContainer(host, instance(label), "shop.$label", Specification.EMPTY), after)
    }

    Plans start(String label, List<Integer> after = [], HostId host = HostId.LOCAL) {
        add(new Action.StartContainer(host, instance(label), "shop.$label", true), after)
    }

    Plans healthy(String label, List<Integer> after = []) {
        add(new Action.AwaitHealthy(HostId.LOCAL, instance(label), "shop.$label", Duration.ofSeconds(60)), after)
    }

    Plans stop(String label, List<Integer> after = [], Duration timeout = Duration.ofSeconds(10)) {
        add(new Action.StopContainer(HostId.LOCAL, instance(label), "shop.$label", timeout), after)
    }

    Plans remove(String label, List<Integer> after = []) {
        add(new Action.RemoveContainer(HostId.LOCAL, instance(label), "shop.$label", false), after)
    }

    Plans update(String label, List<Integer> after = []) {
        add(new Action.UpdateContainer(HostId.LOCAL, instance(label), "shop.$label", Specification.EMPTY), after)
    }

    /** The old container comes back if something in {@code watched} fails. */
    Plans startAgain(String label, List<Integer> watched) {
        def action = new Action.StartContainer(HostId.LOCAL, instance(label), "shop.$label", true)
        actions << new PlannedAction(actions.size() + 1, action, new Cause.ReplacementFailed(instance(label)), [], watched,
            PlannedAction.Trigger.ANY_FAILED)
        this
    }

    private Plans add(Action action, List<Integer> after) {
        actions << new PlannedAction(
            actions.size() + 1, action, Cause.Plain.MISSING, [], after, PlannedAction.Trigger.ALL_DONE)
        this
    }

    Plan plan() {
        new Plan('shop', hosts, new ActionGraph(actions), [])
    }
}
