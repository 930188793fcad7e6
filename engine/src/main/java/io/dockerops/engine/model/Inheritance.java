package io.dockerops.engine.model;

import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives services what they inherit. A service begins with what its parents say, in the order in which it names them and
 * each with its own parents' first, and ends with what it says itself: {@link Settings#inheriting} has the rules. Its
 * instances are those of its parents and its own; of instances with the same name the settings are merged. Being abstract
 * is not inherited.
 */
public final class Inheritance {

    /**
     * What has become of declarations.
     *
     * @param services the services that are not abstract, in the order of their declaration
     * @param origins the places, where those of what is inherited count for the heirs too
     * @param problems unknown parents and circles; and, as warnings, abstract services that nothing inherits
     */
    public record Resolved(List<Service> services, Origins origins, List<Problem> problems) {
        public Resolved {
            services = List.copyOf(services);
            problems = List.copyOf(problems);
        }
    }

    private final Map<ServiceId, ServiceDeclaration> declared = new LinkedHashMap<>();
    private final Map<ServiceId, ServiceDeclaration> complete = new LinkedHashMap<>();
    private final Map<ElementId, Map<Mention, SourceRef>> said = new LinkedHashMap<>();
    private final Set<ServiceId> inherited = new LinkedHashSet<>();
    private final Set<ServiceId> path = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Types types;
    private final Origins origins;

    private Inheritance(List<ServiceDeclaration> declarations, Types types, Origins origins) {
        this.types = types;
        this.origins = origins;
        declarations.forEach(declaration -> declared.putIfAbsent(declaration.id(), declaration));
    }

    /** The services that {@code declarations} stand for, whose instances have no types. */
    public static Resolved resolve(List<ServiceDeclaration> declarations, Origins origins) {
        return resolve(declarations, Types.UNTYPED, origins);
    }

    /** The services that {@code declarations} stand for. */
    public static Resolved resolve(List<ServiceDeclaration> declarations, Types types, Origins origins) {
        Inheritance inheritance = new Inheritance(declarations, types, origins);
        inheritance.checkAsked();
        if (declarations.stream().allMatch(each -> each.parents().isEmpty() && !each.template())) {
            return new Resolved(
                    declarations.stream().map(inheritance::service).toList(), origins, inheritance.problems);
        }
        return inheritance.resolve();
    }

    /** What the command line asks for can only be of services that are there. */
    private void checkAsked() {
        for (Asked asked : types.asked()) {
            ServiceId id = asked.instance().service();
            ServiceDeclaration found = declared.get(id);
            if (found == null) {
                List<String> names = declared.values().stream()
                        .filter(each -> !each.template())
                        .map(each -> each.id().name())
                        .toList();
                Problem problem = Problem.error("there is no service `" + id + "`");
                problems.add(names.isEmpty() ? problem : problem.hint(Suggest.hint(id.name(), names, "there are")));
            } else if (found.template()) {
                problems.add(Problem.error(
                        "`" + id + "` is abstract, so nothing of it ever runs", "name a service that inherits it"));
            }
        }
    }

    private Resolved resolve() {
        origins.mentions()
                .forEach((mention, place) -> said.computeIfAbsent(
                                serviceOf(mention.owner()), id -> new LinkedHashMap<>())
                        .put(mention, place));
        declared.values().forEach(this::complete);
        List<Service> services = declared.keySet().stream()
                .map(complete::get)
                .filter(each -> each != null && !each.template())
                .map(this::service)
                .toList();
        declared.values().stream()
                .filter(each -> each.template() && !inherited.contains(each.id()))
                .forEach(each -> origins.of(each.id())
                        .ifPresent(place -> problems.add(Problem.warning(
                                place,
                                "`" + each.id() + "` is abstract, and nothing inherits it",
                                "write `inherits '" + each.id() + "'` in a service, or take it out"))));
        Map<Mention, SourceRef> mentions = new LinkedHashMap<>(origins.mentions());
        said.values().forEach(own -> own.forEach(mentions::putIfAbsent));
        return new Resolved(services, new Origins(origins.declarations(), mentions), problems);
    }

    private ServiceDeclaration complete(ServiceDeclaration own) {
        ServiceDeclaration known = complete.get(own.id());
        if (known != null) {
            return known;
        }
        path.add(own.id());
        Settings settings = Settings.EMPTY;
        Map<String, Settings> overrides = new LinkedHashMap<>();
        Typing typing = Typing.NONE;
        for (ServiceId parent : own.parents()) {
            Optional<ServiceDeclaration> found = parent(own.id(), parent);
            if (found.isPresent()) {
                settings = found.get().settings().inheriting(settings);
                typing = found.get().typing().over(typing);
                found.get().overrides().forEach((name, more) -> inherit(overrides, name, more));
            }
        }
        own.overrides().forEach((name, more) -> inherit(overrides, name, more));
        path.remove(own.id());
        mentionsOfParents(own);
        ServiceDeclaration merged = new ServiceDeclaration(
                own.id(),
                own.template(),
                own.parents(),
                own.settings().inheriting(settings),
                overrides,
                own.typing().over(typing));
        complete.put(own.id(), merged);
        return merged;
    }

    private static void inherit(Map<String, Settings> overrides, String name, Settings more) {
        overrides.put(name, more.inheriting(overrides.getOrDefault(name, Settings.EMPTY)));
    }

    private Optional<ServiceDeclaration> parent(ServiceId heir, ServiceId parent) {
        ServiceDeclaration found = declared.get(parent);
        if (found == null) {
            List<String> names = declared.keySet().stream()
                    .filter(id -> !id.equals(heir))
                    .map(ServiceId::name)
                    .toList();
            problem(
                    heir,
                    parent,
                    "there is no service `" + parent + "` that `" + heir + "` could inherit",
                    Suggest.hint(parent.name(), names)
                            .orElse("declare it: `service('" + parent + "', abstract: true) { … }`"));
            return Optional.empty();
        }
        inherited.add(parent);
        if (path.contains(parent)) {
            circle(heir, parent);
            return Optional.empty();
        }
        return Optional.of(complete(found));
    }

    private void circle(ServiceId heir, ServiceId parent) {
        List<String> names = new ArrayList<>(path.stream()
                .dropWhile(id -> !id.equals(parent))
                .map(ServiceId::name)
                .toList());
        names.add(parent.name());
        problem(
                heir,
                parent,
                names.size() == 2
                        ? "`" + heir + "` inherits itself"
                        : "services inherit each other in a circle: " + String.join(" -> ", names),
                "take this `inherits` out, or one of the others");
    }

    private void problem(ServiceId heir, ServiceId parent, String summary, String hint) {
        Problem problem = Problem.error(summary, hint);
        problems.add(
                origins.of(heir, "inherits", parent.name()).map(problem::at).orElse(problem));
    }

    /** What the last parent says is nearest, as among the settings. */
    private void mentionsOfParents(ServiceDeclaration heir) {
        Map<Mention, SourceRef> own = said.computeIfAbsent(heir.id(), id -> new LinkedHashMap<>());
        for (int i = heir.parents().size() - 1; i >= 0; i--) {
            ServiceId parent = heir.parents().get(i);
            Map<Mention, SourceRef> above = said.getOrDefault(parent, Map.of());
            if (!parent.equals(heir.id())) {
                above.forEach((mention, place) -> own.putIfAbsent(
                        new Mention(heirOf(mention.owner(), heir.id()), mention.word(), mention.value()), place));
            }
        }
    }

    private static ElementId heirOf(ElementId owner, ServiceId heir) {
        return owner instanceof InstanceId instance ? new InstanceId(heir, instance.instance()) : heir;
    }

    private static ElementId serviceOf(ElementId owner) {
        return owner instanceof InstanceId instance ? instance.service() : owner;
    }

    private Service service(ServiceDeclaration declaration) {
        return types.service(declaration, origins, problems);
    }
}
