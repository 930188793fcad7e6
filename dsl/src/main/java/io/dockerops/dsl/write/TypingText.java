package io.dockerops.dsl.write;

import io.dockerops.engine.model.Switches;
import io.dockerops.engine.model.Typing;
import java.util.Optional;

/** Writes what is said of the type of an instance. */
final class TypingText {

    private final Lines lines;

    TypingText(Lines lines) {
        this.lines = lines;
    }

    void write(Typing.Said said) {
        said.type().ifPresent(type -> lines.add("type " + Literals.text(type)));
        Switches switches = said.switches();
        write("linked", switches.linked());
        write("publishExposed", switches.publish());
        write("persistentData", switches.data());
        write("persistentOpt", switches.opt());
        write("persistentLog", switches.log());
        write("interactive", switches.interactive());
        write("safemode", switches.safemode());
    }

    private void write(String word, Optional<Boolean> on) {
        on.ifPresent(value -> lines.add(word + " " + value));
    }
}
