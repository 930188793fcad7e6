package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code lock}: the checksums of libraries. */
final class LockCommand implements Command {

    private final ProjectArguments project;
    private final Syntax.Flag update;

    LockCommand(Syntax syntax) {
        syntax.details(
                "The first use of a library from a jar, a git repository or a Maven repository writes its checksum"
                        + " into dockerops.lock beside the project. Later uses take that very library, or refuse it. This writes"
                        + " what is missing and lists all; the project is checked, but nothing is run.");
        project = ProjectArguments.scriptAlone(syntax);
        update = syntax.flag("Take all libraries as they are now, and write the file anew.", "--update");
        syntax.json("Print the libraries as JSON.");
        syntax.quiet();
        syntax.example("lock", "which libraries does the project of this folder use?");
        syntax.example("lock --update", "after a library has changed, and that is wanted");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        Map<String, String> sums = session.composition().lock(named.script(), update.given());
        if (session.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("event", "locked");
            tree.put("libraries", sums);
            session.output().result(Json.write(tree));
            return ExitCode.FINE;
        }
        sums.forEach((source, sum) -> session.output().result("sha256:" + sum + " " + source));
        if (sums.isEmpty()) {
            session.output().say(new Line().add("The project uses no library that is pinned."));
        }
        return ExitCode.FINE;
    }
}
