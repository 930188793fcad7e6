package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.InstanceHandle;
import io.dockerops.dsl.words.ServiceWords;
import io.dockerops.dsl.words.TypeHandle;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Typing;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@code service} block. */
final class ServiceBlock extends TypeLayer implements ServiceWords {

    private final ServiceId id;
    private final boolean template;
    private final List<ServiceId> parents = new ArrayList<>();
    private final Map<String, Optional<InstanceBlock>> instances = new LinkedHashMap<>();

    ServiceBlock(Reading reading, ServiceId id, boolean template) {
        super(reading, "the service block", id);
        this.id = id;
        this.template = template;
    }

    @Override
    public void inherits(Object... services) {
        each(
                "inherits",
                services,
                each -> References.service("inherits", each).ifPresent(parent -> {
                    if (reading.mention(id, "inherits", parent.name()).isPresent()) {
                        throw new Mistake("`" + id + "` inherits `" + parent + "` twice", "take one of them out");
                    }
                    parents.add(parent);
                }));
    }

    @Override
    public InstanceHandle instance(String name) {
        word("instance", name, () -> plain(name));
        return new InstanceHandle(id.name(), String.valueOf(name));
    }

    @Override
    public InstanceHandle instance(Map<String, ?> options, String name) {
        word("instance", name, () -> {
            Named named = new Named(reading, "instance", options, "command", "env", "publish", "on", "type");
            own(
                    name,
                    instance -> reading.block(instance, () -> {
                        new ShortForm(instance, named).speak();
                        named.with("type", Object.class, type -> instance.type(type(type)));
                    }));
        });
        return new InstanceHandle(id.name(), String.valueOf(name));
    }

    private static String type(Object type) {
        return type instanceof TypeHandle handle ? handle.name() : Given.plainText("type", type);
    }

    @Override
    public InstanceHandle instance(String name, Closure<?> block) {
        word("instance", name, () -> own(name, instance -> reading.block(instance, block)));
        return new InstanceHandle(id.name(), String.valueOf(name));
    }

    @Override
    public void instances(String... names) {
        each("instances", names, each -> plain(Given.text("instances", each)));
    }

    @Override
    public void instances(Iterable<?> names) {
        each("instances", new Object[] {names}, each -> plain(Given.text("instances", each)));
    }

    private void plain(String name) {
        declare(InstanceId.named(id, name), name, null);
    }

    /** Declares an instance with a block; one whose name is wrong is read too, for what else is wrong. */
    private void own(String name, Consumer<InstanceBlock> words) {
        InstanceId named = reading.tried(() -> InstanceId.named(id, name)).orElse(InstanceId.only(id));
        InstanceBlock instance = new InstanceBlock(reading, named);
        if (named.instance().isPresent()) {
            declare(named, name, instance);
        }
        words.accept(instance);
    }

    private void declare(InstanceId instance, String name, @Nullable InstanceBlock block) {
        Optional<SourceRef> first = reading.declare(instance);
        first.ifPresent(place -> reading.problem(
                "instance `" + name + "` of `" + id + "` is declared twice",
                "the first one is in " + place.brief() + ": take one of them out, or give it another name"));
        if (first.isEmpty()) {
            instances.put(name, Optional.ofNullable(block));
        }
    }

    ServiceDeclaration build() {
        Map<String, Settings> overrides = new LinkedHashMap<>();
        Map<String, Typing.Said> types = new LinkedHashMap<>();
        instances.forEach((name, block) -> {
            overrides.put(name, block.map(LifecycleLayer::settings).orElse(Settings.EMPTY));
            block.ifPresent(own -> types.put(name, own.said()));
        });
        return new ServiceDeclaration(id, template, parents, settings(), overrides, new Typing(said(), types));
    }
}
