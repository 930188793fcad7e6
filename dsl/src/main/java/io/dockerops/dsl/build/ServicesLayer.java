package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.GroupHandle;
import io.dockerops.dsl.words.ProjectWords;
import io.dockerops.dsl.words.ServiceHandle;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.GroupId;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words that declare services and groups of them, above those for parameters. */
abstract class ServicesLayer extends ParameterLayer implements ProjectWords {

    private final Map<ServiceId, ServiceBlock> services = new LinkedHashMap<>();
    private final Map<GroupId, Supplier<Group>> groups = new LinkedHashMap<>();
    final Base base = new Base();

    ServicesLayer(Reading reading, String title, Parameters parameters) {
        super(reading, title, parameters);
    }

    @Override
    public final ServiceHandle service(String name) {
        return declareService(Map.of(), name, null);
    }

    @Override
    public final ServiceHandle service(Map<String, ?> options, String name) {
        return declareService(options, name, null);
    }

    @Override
    public final ServiceHandle service(String name, Closure<?> block) {
        return declareService(Map.of(), name, block);
    }

    @Override
    public final ServiceHandle service(Map<String, ?> options, String name, Closure<?> block) {
        return declareService(options, name, block);
    }

    private ServiceHandle declareService(Map<String, ?> options, String name, @Nullable Closure<?> braces) {
        declare("service", name, services, ServiceId::new, id -> {
            Named named = new Named(
                    reading,
                    "service",
                    options,
                    "image",
                    "command",
                    "env",
                    "mount",
                    "link",
                    "publish",
                    "network",
                    "on",
                    "inherits",
                    "abstract");
            ServiceBlock block = new ServiceBlock(reading, id, named.flag("abstract"));
            reading.block(block, () -> {
                new ShortForm(block, named).speak();
                named.with("inherits", Object.class, parents -> block.inherits(ShortForm.array(parents)));
                if (braces != null) {
                    reading.spoken(block, braces);
                }
            });
            return block;
        });
        return new ServiceHandle(String.valueOf(name));
    }

    @Override
    public final GroupHandle group(String name, Object... members) {
        declare("group", name, groups, GroupId::new, id -> {
            List<Selector> selectors = new ArrayList<>();
            List<GroupId> inner = new ArrayList<>();
            for (Object member : Given.list(members)) {
                reading.attempt(() -> addMember(id, member, selectors, inner));
            }
            if (Given.list(members).isEmpty()) {
                reading.problem("group `" + id + "` has no members", "write services or instances behind its name");
            }
            return () -> grouped(id, selectors, inner);
        });
        return new GroupHandle(String.valueOf(name));
    }

    @Override
    public final GroupHandle group(String name, Iterable<?> members) {
        return group(name, new Object[] {members});
    }

    private void addMember(GroupId id, @Nullable Object member, List<Selector> selectors, List<GroupId> inner) {
        if (member instanceof GroupHandle handle) {
            References.group(handle).ifPresent(group -> {
                reading.mention(id, "group", group.name());
                inner.add(group);
            });
        } else {
            References.target("group", member).ifPresent(selector -> {
                reading.mention(id, "group", selector.toString());
                selectors.add(selector);
            });
        }
    }

    /** Groups may be declared behind their use, so what a name means is known at the end. */
    private Group grouped(GroupId id, List<Selector> members, List<GroupId> inner) {
        List<Selector> selectors = new ArrayList<>();
        List<GroupId> all = new ArrayList<>(inner);
        for (Selector member : members) {
            GroupId group = new GroupId(member.service().name());
            boolean isGroup = groups.containsKey(group) || base.hasGroup(group);
            boolean isService = services.containsKey(member.service()) || base.hasService(member.service());
            if (member.instance().isEmpty() && isGroup && !isService) {
                all.add(group);
            } else {
                selectors.add(member);
            }
        }
        return new Group(id, selectors, all);
    }

    /**
     * Reads a declaration. When the name is refused, what stands in the block is read all the same, for a stand-in that is
     * not kept.
     */
    final <I extends ElementId, T> void declare(
            String word, String name, Map<I, T> declared, Function<String, I> make, Function<I, T> build) {
        word(word, name, () -> {
            Optional<I> id = reading.tried(() -> make.apply(name));
            id.flatMap(reading::declare).ifPresent(first -> twice(word, name, first));
            T built = build.apply(id.orElseGet(() -> make.apply("refused")));
            id.ifPresent(known -> declared.putIfAbsent(known, built));
        });
    }

    final void twice(String kind, String name, SourceRef first) {
        reading.problem(
                kind + " `" + name + "` is declared twice",
                "the first one is in " + first.brief() + ": take one of them out, or give it another name");
    }

    final List<ServiceDeclaration> services() {
        return base.services(services.values().stream().map(ServiceBlock::build).toList());
    }

    final List<Group> groups() {
        return base.elements(
                Project::groups,
                Group::id,
                groups.values().stream().map(Supplier::get).toList());
    }
}
