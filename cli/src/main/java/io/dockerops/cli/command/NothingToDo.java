package io.dockerops.cli.command;

import io.dockerops.cli.print.Amounts;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said when a plan is empty. */
final class NothingToDo {

    private NothingToDo() {}

    /** {@code Everything is as declared: 4 instances on 1 host.} */
    static String asDeclared(LoadedProject loaded) {
        return "Everything is as declared: " + instances(loaded) + ".";
    }

    /** {@code 4 instances on 1 host} */
    static String instances(LoadedProject loaded) {
        List<Instance> instances = loaded.project().instances();
        Set<HostId> hosts = new LinkedHashSet<>();
        instances.forEach(instance -> hosts.add(instance.host()));
        return Amounts.count(instances.size(), "instance") + " on " + Amounts.count(hosts.size(), "host");
    }
}
