package io.dockerops.dsl.build;

import io.dockerops.dsl.words.TypeHandle;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Typing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words for types of instances, above those for how containers start and end. */
abstract class TypeLayer extends LifecycleLayer {

    private final SaidSwitches switches = new SaidSwitches();
    private final ElementId element;
    private @Nullable String type;

    TypeLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
        this.element = owner;
    }

    @Override
    public final void type(String name) {
        once("type", name, () -> setType(name));
    }

    @Override
    public final void type(TypeHandle handle) {
        once("type", handle, () -> setType(handle.name()));
    }

    private void setType(String name) {
        reading.mention(element, "type", name);
        type = name;
    }

    @Override
    public final void linked(boolean on) {
        once("linked", on, () -> switches.set("linked", on));
    }

    @Override
    public final void persistentData(boolean on) {
        once("persistentData", on, () -> switches.set("persistentData", on));
    }

    @Override
    public final void persistentOpt(boolean on) {
        once("persistentOpt", on, () -> switches.set("persistentOpt", on));
    }

    @Override
    public final void persistentLog(boolean on) {
        once("persistentLog", on, () -> switches.set("persistentLog", on));
    }

    @Override
    public final void interactive(boolean on) {
        once("interactive", on, () -> switches.set("interactive", on));
    }

    @Override
    public final void safemode(boolean on) {
        once("safemode", on, () -> switches.set("safemode", on));
    }

    /** What the block has said of types. */
    final Typing.Said said() {
        return new Typing.Said(Optional.ofNullable(type), switches.build());
    }
}
