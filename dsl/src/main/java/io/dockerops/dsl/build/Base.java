package io.dockerops.dsl.build;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.GroupId;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the maps that a script loads declare: the ground that its own declarations go over. */
final class Base {

    private final List<ProjectDeclaration> maps = new ArrayList<>();

    void add(ProjectDeclaration map) {
        maps.add(map);
    }

    /** What {@code ground} says holds in place of what the maps say. */
    void addFirst(ProjectDeclaration ground) {
        maps.add(0, ground);
    }

    boolean isEmpty() {
        return maps.isEmpty();
    }

    /** The options of all, those of the first over those of the others. */
    Options options() {
        Options options = Options.NONE;
        for (ProjectDeclaration map : maps) {
            options = options.over(map.project().options());
        }
        return options;
    }

    /** What the first of the maps that says it says of the whole project. */
    <T> Optional<T> first(Function<Project, Optional<T>> value) {
        return maps.stream()
                .map(ProjectDeclaration::project)
                .flatMap(project -> value.apply(project).stream())
                .findFirst();
    }

    /** {@code own} over what the maps say of names. */
    NamingScheme scheme(NamingScheme own) {
        return maps.stream().map(map -> map.project().scheme()).reduce(own, (above, below) -> above.over(below));
    }

    /** The elements of the maps, then those of the script; an element of the script takes the place of the map's. */
    <T> List<T> elements(Function<Project, List<T>> ofMap, Function<T, ? extends ElementId> id, List<T> own) {
        Map<ElementId, T> all = new LinkedHashMap<>();
        maps.forEach(map -> ofMap.apply(map.project()).forEach(each -> all.putIfAbsent(id.apply(each), each)));
        own.forEach(each -> all.put(id.apply(each), each));
        return List.copyOf(all.values());
    }

    boolean hasGroup(GroupId id) {
        return maps.stream()
                .flatMap(map -> map.project().groups().stream())
                .map(Group::id)
                .anyMatch(id::equals);
    }

    boolean hasService(ServiceId id) {
        return maps.stream()
                .flatMap(map -> map.services().stream())
                .anyMatch(each -> each.id().equals(id));
    }

    /** The services of the maps, with what the script says of them over it, then the script's other services. */
    List<ServiceDeclaration> services(List<ServiceDeclaration> own) {
        Map<ServiceId, ServiceDeclaration> all = new LinkedHashMap<>();
        maps.forEach(map -> map.services().forEach(each -> all.putIfAbsent(each.id(), each)));
        own.forEach(each -> all.merge(each.id(), each, (below, above) -> over(above, below)));
        return List.copyOf(all.values());
    }

    private static ServiceDeclaration over(ServiceDeclaration above, ServiceDeclaration below) {
        List<ServiceId> parents = new ArrayList<>(below.parents());
        above.parents().stream().filter(parent -> !parents.contains(parent)).forEach(parents::add);
        Map<String, Settings> instances = new LinkedHashMap<>(below.overrides());
        above.overrides().forEach((name, settings) -> instances.merge(name, settings, (base, own) -> own.over(base)));
        return new ServiceDeclaration(
                above.id(),
                above.template() || below.template(),
                parents,
                above.settings().over(below.settings()),
                instances,
                above.typing().over(below.typing()));
    }
}
