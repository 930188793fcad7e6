package io.dockerops.engine.plan;

import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.VariablesMissing.Missing;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.state.ObservedMachine;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What environment variables come to, some of which have their values from the host or from outside. */
final class EnvironmentValues {

    private static final FieldPath VARIABLES = FieldPath.of("Env");

    private final Function<HostId, Host> hosts;
    private final ObservedState state;

    /** @param hosts the host of each id that an instance has */
    EnvironmentValues(Function<HostId, Host> hosts, ObservedState state) {
        this.hosts = hosts;
        this.state = state;
    }

    /** The field of the variable {@code name}. */
    static FieldPath field(String name) {
        return VARIABLES.child(name);
    }

    /** Whether the variable {@code name} is set by a field, which goes over all other ways to set it. */
    static boolean setByField(Settings settings, String name) {
        FieldPath field = field(name);
        return settings.options().containsKey(field) || settings.attributes().containsKey(field);
    }

    /** The variables of {@code instance}; those whose value is not known are left out, and {@link #check} tells them. */
    SortedMap<String, Value> of(Instance instance) {
        SortedMap<String, Value> values = new TreeMap<>();
        instance.settings()
                .environment()
                .forEach((name, value) -> of(instance, value).ifPresent(known -> values.put(name, known)));
        return values;
    }

    /** The text of the variable {@code name} of {@code instance}; empty when it has none that is known here. */
    Optional<String> text(Instance instance, String name) {
        return Optional.ofNullable(instance.settings().environment().get(name))
                .flatMap(value -> of(instance, value))
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text());
    }

    private Optional<Value> of(Instance instance, EnvValue value) {
        if (value instanceof EnvValue.Literal literal) {
            return Optional.of(Value.text(literal.text()));
        } else if (value instanceof EnvValue.Secret secret) {
            return Optional.of(new Value.Secret(secret.id()));
        } else if (value instanceof EnvValue.AddressOfHost address) {
            return address(hosts.apply(instance.host()), address).map(Value::text);
        } else if (value instanceof EnvValue.Required required) {
            return required.value().flatMap(own -> of(instance, own));
        }
        return machine(hosts.apply(instance.host())).name().map(Value::text);
    }

    private ObservedMachine machine(Host host) {
        return state.host(host).machine();
    }

    /** What the project calls an address goes over what the machine says. */
    private Optional<String> address(Host host, EnvValue.AddressOfHost wanted) {
        return Optional.ofNullable(host.addresses().get(wanted.name()))
                .filter(address -> isIpv6(address) == wanted.ipv6())
                .or(() -> machine(host).interfaces().getOrDefault(wanted.name(), List.of()).stream()
                        .filter(address -> isIpv6(address) == wanted.ipv6())
                        .findFirst());
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }

    /** The variables of {@code instance} that it requires and nothing gives a value to. */
    static List<Missing> missing(Instance instance, Origins origins) {
        List<Missing> found = new ArrayList<>();
        instance.settings().environment().forEach((name, value) -> {
            boolean missing = value instanceof EnvValue.Required required
                    && required.value().isEmpty();
            if (missing && !setByField(instance.settings(), name)) {
                Problem problem = missing(instance.id(), name);
                found.add(new Missing(
                        instance.id(),
                        name,
                        origins.of(instance.id(), "requires", name)
                                .map(problem::at)
                                .orElse(problem)));
            }
        });
        return found;
    }

    /** What the variables of {@code instance} want to know of its host and what is not known, each at its place. */
    List<Problem> check(Instance instance, Origins origins) {
        List<Problem> problems = new ArrayList<>();
        instance.settings().environment().forEach((name, value) -> {
            Optional<EnvValue> own =
                    value instanceof EnvValue.Required required ? required.value() : Optional.of(value);
            if (!setByField(instance.settings(), name)
                    && own.isPresent()
                    && of(instance, value).isEmpty()) {
                Problem problem = unknown(instance, own.get());
                problems.add(
                        origins.of(instance.id(), "env", name).map(problem::at).orElse(problem));
            }
        });
        return problems;
    }

    private static Problem missing(InstanceId id, String name) {
        return Problem.error(
                "`" + id + "` requires the variable `" + name + "`, and nothing gives it a value",
                "give it on the command line, `-e " + name + "=…`, or set it in the environment",
                "or keep it in `host.conf` beside the project: `{\"" + name + "\": \"…\"}`",
                "or let the project say it: `env " + name + ": '…'`");
    }

    private Problem unknown(Instance instance, EnvValue value) {
        Host host = hosts.apply(instance.host());
        if (!(value instanceof EnvValue.AddressOfHost wanted)) {
            return Problem.error(
                    "the engine of host `" + host.id() + "` does not tell the host's name",
                    "write the name in place of `nameOfHost()`");
        }
        SortedMap<String, List<String>> interfaces = machine(host).interfaces();
        String family = wanted.ipv6() ? "IPv6" : "IPv4";
        Problem problem;
        if (interfaces.containsKey(wanted.name())) {
            problem = Problem.error(
                    "the interface `" + wanted.name() + "` of host `" + host.id() + "` has no address of " + family);
        } else if (interfaces.isEmpty()) {
            problem = Problem.error("the interface `" + wanted.name() + "` of host `" + host.id()
                    + "` is not known, since its engine is on another machine");
        } else {
            problem = Problem.error("host `" + host.id() + "` has no interface `" + wanted.name() + "`")
                    .hint(Suggest.hint(wanted.name(), interfaces.keySet(), "it has"));
        }
        return problem.hint("say the address in the project: `host '" + host.id() + "', at: '" + host.address()
                + "', addresses: [" + named(wanted.name()) + ": '" + (wanted.ipv6() ? "fd00::5" : "10.0.0.5") + "']`");
    }

    private static String named(String name) {
        return name.matches("[A-Za-z_]\\w*") ? name : "'" + name + "'";
    }
}
