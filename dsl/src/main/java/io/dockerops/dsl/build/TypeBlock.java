package io.dockerops.dsl.build;

import io.dockerops.dsl.words.InstanceTypeWords;
import io.dockerops.engine.model.Switches;
import java.util.Map;

/** An {@code instanceType} block. */
final class TypeBlock extends Block implements InstanceTypeWords {

    private final SaidSwitches said = new SaidSwitches();

    TypeBlock(Reading reading) {
        super(reading, "the instanceType block");
    }

    @Override
    public void linked(boolean on) {
        once("linked", on, () -> said.set("linked", on));
    }

    @Override
    public void publishExposed(boolean on) {
        once("publishExposed", on, () -> said.set("publishExposed", on));
    }

    @Override
    public void persistentData(boolean on) {
        once("persistentData", on, () -> said.set("persistentData", on));
    }

    @Override
    public void persistentOpt(boolean on) {
        once("persistentOpt", on, () -> said.set("persistentOpt", on));
    }

    @Override
    public void persistentLog(boolean on) {
        once("persistentLog", on, () -> said.set("persistentLog", on));
    }

    @Override
    public void interactive(boolean on) {
        once("interactive", on, () -> said.set("interactive", on));
    }

    @Override
    public void safemode(boolean on) {
        once("safemode", on, () -> said.set("safemode", on));
    }

    Switches build() {
        return said.build();
    }

    TypeBlock with(Map<String, ?> options) {
        Named named = new Named(reading, "instanceType", options, SaidSwitches.NAMES.toArray(String[]::new));
        SaidSwitches.NAMES.forEach(name -> named.with(name, Boolean.class, on -> said.set(name, on)));
        return this;
    }
}
