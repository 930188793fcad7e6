package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;

/** {@code shell}: a shell in a running container. */
final class ShellCommand implements Command {

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    /** Every image with bash or ash has sh too, so that one can look for the others. */
    private static final List<String> BEST_SHELL =
            List.of("sh", "-c", "exec \"$(command -v bash || command -v ash || echo sh)\"");

    private final ProjectArguments project;
    private final InContainer inContainer;
    private final HostOption host;

    ShellCommand(Syntax syntax) {
        syntax.details("bash, else ash, else sh.");
        project = ProjectArguments.withWords(syntax, "TARGET", "One instance.");
        inContainer = new InContainer(syntax);
        host = new HostOption(syntax);
        syntax.example("shell web.one", "look around in a container");
        syntax.example("shell -u root db", "as another user");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        if (named.words().size() != 1) {
            throw new ProblemException(
                    Problem.error("`dockerops shell` needs one target", "for example: dockerops shell web"));
        }
        Seen seen = Seen.of(session, project, named.script(), host);
        String target = named.words().get(0);
        Found found = ExecTarget.find(seen, target);
        int code = inContainer.run(session, found, BEST_SHELL);
        if (code == NOT_EXECUTABLE || code == NOT_FOUND) {
            session.output()
                    .error(new Line()
                            .add("If `" + target + "` has no shell at all, `dockerops exec` can run what it has."));
        }
        return code;
    }
}
