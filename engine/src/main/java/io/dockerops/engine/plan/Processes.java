package io.dockerops.engine.plan;

import io.dockerops.engine.model.ExecCheck;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.port.ProcessLine;
import io.dockerops.engine.state.ObservedContainer;
import java.util.ArrayList;
import java.util.List;

/** Looks for the background commands of an instance among the processes of its running container. */
final class Processes {

    private static final String ROOT = "root";

    private Processes() {}

    /** The commands that should run and do not; none when the processes are not known. */
    static List<ExecCommand> missing(Instance instance, ObservedContainer container, ExecCheck check) {
        if (check == ExecCheck.NONE
                || !container.status().running()
                || container.processes().isEmpty()) {
            return List.of();
        }
        List<ExecCommand> missing = new ArrayList<>();
        for (ExecCommand command : instance.settings().lifecycle().exec()) {
            if (command.background()
                    && !command.once()
                    && container.processes().get().stream().noneMatch(line -> is(line, command, instance, check))) {
                missing.add(command);
            }
        }
        return missing;
    }

    private static boolean is(ProcessLine line, ExecCommand command, Instance instance, ExecCheck check) {
        String wanted = String.join(" ", command.command());
        boolean same = check == ExecCheck.PARTIAL
                ? line.command().contains(wanted)
                : line.command().equals(wanted);
        return same && sameUser(line, command, instance);
    }

    /**
     * The engine names users as its host knows them, so a name that only the container knows cannot be compared, and a
     * number only with a number.
     */
    private static boolean sameUser(ProcessLine line, ExecCommand command, Instance instance) {
        String user = command.user()
                .or(() -> instance.settings().process().user())
                .map(text -> text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':')))
                .orElse("");
        boolean number = !user.isEmpty() && user.chars().allMatch(Character::isDigit);
        if (user.equals(ROOT) || number) {
            return line.uid().equals(user.equals(ROOT) ? "0" : user);
        }
        return true;
    }
}
