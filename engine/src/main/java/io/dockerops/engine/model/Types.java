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
    public static final Types UNTYPED = new Types(Map.of(), "");

    private static final String PERSISTENT = "/persistent";
    private static final List<String> SHELL = List.of("bash");

    private final Map<String, InstanceType> known;
    private final String folder;

    private Types(Map<String, InstanceType> known, String folder) {
        this.known = known;
        this.folder = folder;
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
        return new Types(InstanceType.byName(own), (root.isEmpty() ? "" : root + "/") + "data_" + project);
    }

    /** The service of {@code declaration}. A type that does not exist becomes a problem. */
    Service service(ServiceDeclaration declaration, Origins origins, List<Problem> problems) {
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
        Optional<String> wanted = said.type()
                .or(() -> Optional.of(name).filter(known::containsKey))
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
            return new Service(service.id(), common.over(additions(service, "", service.settings(), only)), Map.of());
        }
        Map<String, Settings> overrides = new LinkedHashMap<>();
        service.overrides().forEach((name, own) -> {
            Settings all = own.over(service.settings());
            InstanceType type = types.get(name);
            Settings merged = type == null ? own : own.over(additions(service, name, all, type));
            if (type != null && !on(type.switches().linked())) {
                merged = merged.withLinks(List.of());
            } else if (!shared) {
                merged = merged.withLinks(all.links());
            }
            overrides.put(name, merged);
        });
        return new Service(service.id(), common, overrides);
    }

    /** What the type adds to {@code said}, which it does not change but for the command of what is interactive. */
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
        Optional<List<String>> command = Optional.empty();
        if (on(switches.interactive())) {
            command = Optional.of(SHELL);
            attributes.put(FieldPath.of("Tty"), Value.flag(true));
            attributes.put(FieldPath.of("OpenStdin"), Value.flag(true));
        }
        return Settings.EMPTY.toBuilder()
                .process(new ContainerProcess(
                        command, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
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
