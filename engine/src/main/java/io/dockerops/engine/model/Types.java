package io.dockerops.engine.model;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives services what the types of their instances say, in the terms of the base image: variables, a folder of the host at
 * {@code /persistent}, and no links, a shell or published ports where the type has it so. What a service or an instance says
 * itself goes over it. An instance has a type when it names one, when its name is that of a type, or when anything is said of
 * types for it.
 */
public final class Types {

    /** No instance has a type, whatever its name. */
    public static final Types UNTYPED = new Types(Map.of(), "", List.of());

    /** Where a master is found; it cannot do without. */
    public static final String SERVICE_IP = "SERVICE_IP";

    private static final String PERSISTENT = "/persistent";
    private static final List<String> SHELL = List.of("bash");
    private static final FieldPath TERMINAL = FieldPath.of("Tty");
    private static final FieldPath INPUT = FieldPath.of("OpenStdin");

    private final Map<String, InstanceType> known;
    private final String folder;
    private final List<Asked> asked;

    private Types(Map<String, InstanceType> known, String folder, List<Asked> asked) {
        this.known = known;
        this.folder = folder;
        this.asked = asked;
    }

    /**
     * The types of a project.
     *
     * @param project the project's name
     * @param root the folder of the host below which instances keep what is to outlive them: each in
     *     {@code data_PROJECT/SERVICE_INSTANCE}
     * @param own the types that the project declares; they take the place of known ones
     */
    public static Types of(String project, String root, List<InstanceType> own) {
        return of(project, root, own, List.of());
    }

    /** The same, with what the command line asks of instances. */
    public static Types of(String project, String root, List<InstanceType> own, List<Asked> asked) {
        String folder = (root.isEmpty() ? "" : root + "/") + "data_" + project;
        return new Types(InstanceType.byName(own), folder, List.copyOf(asked));
    }

    /** What the command line asks of instances. */
    List<Asked> asked() {
        return asked;
    }

    /** The service of {@code declaration}. A type that does not exist becomes a problem. */
    Service service(ServiceDeclaration declaration, Origins origins, List<Problem> problems) {
        Service declared = declared(declaration, origins, problems);
        Map<String, Settings> instances = new LinkedHashMap<>();
        for (Asked each : asked) {
            if (each.instance().service().equals(declaration.id())) {
                instances.put(each.name(), asked(each, declaration, problems));
            }
        }
        return instances.isEmpty() ? declared : declared.asking(instances);
    }

    /** All that holds for an instance of which the command line asks something: as if it were the only one. */
    private Settings asked(Asked what, ServiceDeclaration declaration, List<Problem> problems) {
        String name = what.name();
        Typing.Said said = what.said().over(declaration.typing().of(name));
        if (!what.listed()) {
            said = new Typing.Said(Optional.of(typeOf(what, declaration)), said.switches());
        }
        Settings own = what.settings().over(declaration.overrides().getOrDefault(name, Settings.EMPTY));
        Service alone = declared(
                new ServiceDeclaration(
                        declaration.id(),
                        false,
                        List.of(),
                        name.isEmpty() ? own.over(declaration.settings()) : declaration.settings(),
                        name.isEmpty() ? Map.of() : Map.of(name, own),
                        new Typing(Typing.Said.NOTHING, Map.of(name, said))),
                Origins.NONE,
                problems);
        Settings all = alone.overrides().getOrDefault(name, Settings.EMPTY).over(alone.settings());
        boolean master = !what.listed() && said.type().equals(Optional.of(InstanceType.MASTER));
        if (master && !all.environment().containsKey(SERVICE_IP)) {
            Map<String, EnvValue> environment = new LinkedHashMap<>(all.environment());
            environment.put(SERVICE_IP, EnvValue.Required.UNKNOWN);
            all = all.toBuilder().environment(environment).build();
        }
        if (interactive(all) && what.command().isPresent()) {
            problems.add(Problem.error(
                    "`" + what.instance() + "` is interactive: it runs a shell, and no seed command",
                    "leave `--seed-command` out, or add `--no-interactive`"));
        }
        return interactive(all) ? attended(all) : all;
    }

    /** The type of what no file lists: it always has one. */
    private String typeOf(Asked what, ServiceDeclaration declaration) {
        return what.said()
                .type()
                .or(() -> Optional.of(what.name()).filter(known::containsKey))
                .or(() -> declaration.typing().service().type())
                .orElse(InstanceType.STANDARD.name());
    }

    /** Whether {@code settings} have a shell wait for somebody at a terminal, as interactive instances do. */
    static boolean interactive(Settings settings) {
        return settings.process().command().equals(Optional.of(SHELL))
                && Value.flag(true).equals(settings.attributes().get(TERMINAL))
                && Value.flag(true).equals(settings.attributes().get(INPUT));
    }

    /** The same without all that looks after a service, as a shell that somebody sits before is none. */
    private static Settings attended(Settings settings) {
        Lifecycle life = settings.lifecycle();
        return settings.toBuilder()
                .health(new HealthCheck(
                        List.of("NONE"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .lifecycle(new Lifecycle(
                        Optional.empty(),
                        life.stopSignal(),
                        life.stopTimeout(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        life.permissions()))
                .build();
    }

    private Service declared(ServiceDeclaration declaration, Origins origins, List<Problem> problems) {
        Service plain = new Service(declaration.id(), declaration.settings(), declaration.overrides());
        if (known.isEmpty()) {
            return plain;
        }
        Map<String, InstanceType> types = new LinkedHashMap<>();
        for (String name : names(declaration)) {
            type(declaration, name, origins, problems)
                    .ifPresent(type -> types.put(
                            name,
                            new InstanceType(
                                    type.name(),
                                    declaration.typing().of(name).switches().over(type.switches()))));
        }
        return types.isEmpty() ? plain : typed(plain, types);
    }

    private static List<String> names(ServiceDeclaration declaration) {
        return declaration.overrides().isEmpty()
                ? List.of("")
                : List.copyOf(declaration.overrides().keySet());
    }

    private Optional<InstanceType> type(
            ServiceDeclaration declaration, String name, Origins origins, List<Problem> problems) {
        Typing.Said said = declaration.typing().of(name);
        Optional<String> own = declaration
                .typing()
                .instances()
                .getOrDefault(name, Typing.Said.NOTHING)
                .type();
        // The name says more of an instance than the type of them all.
        Optional<String> wanted = own.or(() -> Optional.of(name).filter(known::containsKey))
                .or(said::type)
                .or(() -> said.equals(Typing.Said.NOTHING)
                        ? Optional.empty()
                        : Optional.of(InstanceType.STANDARD.name()));
        if (wanted.isPresent() && !known.containsKey(wanted.get())) {
            ElementId owner = name.isEmpty() ? declaration.id() : InstanceId.named(declaration.id(), name);
            Problem problem = Problem.error(
                    "there is no type `" + wanted.get() + "`",
                    Suggest.hint(wanted.get(), known.keySet(), "the types are"));
            problems.add(
                    origins.of(owner, "type", wanted.get()).map(problem::at).orElse(problem));
            return Optional.empty();
        }
        return wanted.map(known::get);
    }

    private Service typed(Service service, Map<String, InstanceType> types) {
        // Links that hold for some instances only have to be said by these.
        boolean shared =
                types.values().stream().allMatch(type -> on(type.switches().linked()));
        Settings common = shared ? service.settings() : service.settings().withLinks(List.of());
        InstanceType only = types.get("");
        if (only != null) {
            Settings all = common.over(additions(service, "", service.settings(), only));
            return new Service(service.id(), running(only, all), Map.of());
        }
        Map<String, Settings> overrides = new LinkedHashMap<>();
        service.overrides().forEach((name, own) -> {
            Settings all = own.over(service.settings());
            InstanceType type = types.get(name);
            Settings merged = type == null ? own : running(type, own.over(additions(service, name, all, type)));
            if (type != null && !on(type.switches().linked())) {
                merged = merged.withLinks(List.of());
            } else if (!shared) {
                merged = merged.withLinks(all.links());
            }
            overrides.put(name, merged);
        });
        return new Service(service.id(), common, overrides);
    }

    /** What is interactive runs a shell, whatever else it is to run. */
    private static Settings running(InstanceType type, Settings settings) {
        if (!on(type.switches().interactive())) {
            return settings;
        }
        ContainerProcess process = settings.process();
        return settings.toBuilder()
                .process(new ContainerProcess(
                        Optional.of(SHELL),
                        process.entrypoint(),
                        process.workingDirectory(),
                        process.user(),
                        process.hostname()))
                .build();
    }

    /** What the type adds to {@code said}, which it does not change. */
    private Settings additions(Service service, String name, Settings said, InstanceType type) {
        Switches switches = type.switches();
        TreeMap<String, EnvValue> environment = new TreeMap<>();
        variables(service.id(), name, type.name(), switches)
                .forEach((variable, text) -> environment.put(variable, new EnvValue.Literal(text)));
        environment.put("HOST_HOSTNAME", new EnvValue.NameOfHost());
        environment.keySet().removeAll(said.environment().keySet());
        List<Mount> mounts = new ArrayList<>();
        boolean keeps = on(switches.data()) || on(switches.opt()) || on(switches.log());
        if (keeps && said.mounts().stream().noneMatch(mount -> mount.key().startsWith(PERSISTENT))) {
            String own = service.id().name() + (name.isEmpty() ? "" : "_" + name);
            mounts.add(new Mount.OfHost(folder + "/" + own, PERSISTENT, false));
        }
        TreeMap<FieldPath, Value> attributes = new TreeMap<>();
        if (on(switches.interactive())) {
            attributes.put(TERMINAL, Value.flag(true));
            attributes.put(INPUT, Value.flag(true));
        }
        return Settings.EMPTY.toBuilder()
                .environment(environment)
                .mounts(mounts)
                .networking(networking(said.networking(), switches))
                .attributes(attributes)
                .build();
    }

    /** A container without ports of its own, such as one in the host's network, has none to publish. */
    private static Networking networking(Networking said, Switches switches) {
        boolean own = said.mode().isEmpty() || said.mode().get() instanceof NetworkMode.Bridge;
        boolean publishes = own && said.ofImage().isEmpty() && on(switches.publish());
        return publishes ? Networking.EMPTY.publishingOfImage() : Networking.EMPTY;
    }

    private static Map<String, String> variables(ServiceId service, String name, String type, Switches switches) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SERVICE", service.name());
        if (!name.isEmpty()) {
            variables.put("INSTANCE", name);
        }
        variables.put("INSTANCE_TYPE", type);
        variables.put("PERSISTENT_DATA", text(switches.data()));
        variables.put("PERSISTENT_OPT", text(switches.opt()));
        variables.put("PERSISTENT_LOG", text(switches.log()));
        variables.put("SAFEMODE", text(switches.safemode()));
        return variables;
    }

    private static String text(Optional<Boolean> on) {
        return on(on) ? "True" : "False";
    }

    private static boolean on(Optional<Boolean> value) {
        return value.orElse(false);
    }
}
