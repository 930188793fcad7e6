import io.dockerops.engine.model.ContainerProcess;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Limits;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Networking;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectValidator;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.plan.Planner;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import io.dockerops.engine.state.SpecificationLabel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Times planning alone, without engine and script: validation and plan of a fresh project, and of one whose containers all
 * run as declared. Half of the instances are services of their own, linked in chains of ten; half are ten to a service.
 *
 * <p>Usage: {@code java -cp dockerops.jar dev/bench/Planning.java [instances ...]}
 */
public final class Planning {

    private static final int ROUNDS = 5;

    public static void main(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) {
            sizes.add(Integer.parseInt(argument));
        }
        System.out.printf("%10s %14s %14s %14s %14s %12s%n", "instances", "fresh, cold", "fresh, warm", "nothing, warm",
                "per instance", "peak memory");
        for (int size : sizes.isEmpty() ? List.of(1_000, 10_000, 100_000) : sizes) {
            measure(size);
        }
    }

    private static void measure(int size) {
        Project project = project(size);
        ObservedState empty = new ObservedState(new TreeMap<>(), new TreeMap<>());
        peak(true);
        double cold = time(project, empty);
        double warm = median(project, empty);
        ObservedState applied = applied(project, empty);
        if (!Planner.plan(project, Origins.NONE, applied, PlanRequest.of(PlanRequest.Command.RUN)).isEmpty()) {
            throw new IllegalStateException("a second plan is not empty");
        }
        double nothing = median(project, applied);
        System.out.printf("%10d %12.3f s %12.3f s %12.3f s %11.1f us %9d MB%n", size, cold, warm, nothing,
                nothing / size * 1e6, peak(false) >> 20);
    }

    private static double median(Project project, ObservedState state) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(time(project, state));
        }
        return times.stream().sorted().toList().get(ROUNDS / 2);
    }

    private static double time(Project project, ObservedState state) {
        long start = System.nanoTime();
        if (!ProjectValidator.check(project, Origins.NONE).isEmpty()) {
            throw new IllegalStateException("the project is not valid");
        }
        Planner.plan(project, Origins.NONE, state, PlanRequest.of(PlanRequest.Command.RUN));
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peak(boolean reset) {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (reset) {
                pool.resetPeakUsage();
            }
            sum += pool.getPeakUsage().getUsed();
        }
        return sum;
    }

    private static Project project(int size) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < size / 2; i++) {
            List<Link> links = i % 10 == 0
                    ? List.of()
                    : List.of(new Link(Selector.parse("single" + (i - 1)), Optional.empty()));
            services.add(new Service(new ServiceId("single" + i), settings(i, links), Map.of()));
        }
        for (int i = 0; i < size / 20; i++) {
            Map<String, Settings> instances = new LinkedHashMap<>();
            for (int j = 0; j < 10; j++) {
                instances.put("i" + j, Settings.EMPTY);
            }
            services.add(new Service(new ServiceId("many" + i), settings(i, List.of()), instances));
        }
        return new Project("bench", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                services, List.of(), Optional.empty());
    }

    private static Settings settings(int i, List<Link> links) {
        SortedMap<String, EnvValue> environment = new TreeMap<>();
        for (int j = 0; j < 5; j++) {
            environment.put("NAME_" + j, new EnvValue.Literal("value " + i));
        }
        return new Settings(List.of(), Optional.of(new Image.Named("/app")), ContainerProcess.EMPTY, environment,
                List.of(), links, Networking.EMPTY, Limits.NONE, Optional.empty(), Lifecycle.EMPTY, new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>());
    }

    /** What would be observed after the plan of {@code project} was run. */
    private static ObservedState applied(Project project, ObservedState before) {
        Plan plan = Planner.plan(project, Origins.NONE, before, PlanRequest.of(PlanRequest.Command.RUN));
        SortedMap<String, ObservedContainer> containers = new TreeMap<>();
        SortedMap<String, NetworkDetails> networks = new TreeMap<>();
        SortedMap<String, ImageDetails> images = new TreeMap<>();
        for (PlannedAction planned : plan.graph().actions()) {
            if (planned.action() instanceof Action.PullImage pull) {
                images.put(pull.image().label(), new ImageDetails("sha256:x", List.of(pull.image().label()), new TreeMap<>()));
            } else if (planned.action() instanceof Action.CreateNetwork create) {
                networks.put(create.name(), new NetworkDetails("id", create.name(), labels(create.specification()),
                        create.specification()));
            } else if (planned.action() instanceof Action.CreateContainer create) {
                containers.put(create.name(), container(create));
            }
        }
        ObservedHost host = new ObservedHost(Host.LOCAL, containers, new TreeMap<>(), networks, new TreeMap<>(), images);
        return new ObservedState(new TreeMap<>(Map.of(HostId.LOCAL, host)), new TreeMap<>());
    }

    private static ObservedContainer container(Action.CreateContainer create) {
        SortedMap<String, String> labels = labels(create.specification());
        ContainerStatus running =
                new ContainerStatus(ContainerStatus.State.RUNNING, 0, true, Optional.empty(), Optional.empty());
        return new ObservedContainer(create.instance(),
                new ContainerDetails("id", create.name(), "sha256:x", running, labels, create.specification(), new TreeMap<>()),
                SpecificationLabel.decode(labels.get(Labels.SPECIFICATION)));
    }

    private static SortedMap<String, String> labels(Specification specification) {
        SortedMap<String, String> labels = new TreeMap<>();
        specification.below(FieldPath.of("Labels")).fields().forEach((path, value) ->
                labels.put(path.last(), ((Value.Text) value).text()));
        return labels;
    }
}
