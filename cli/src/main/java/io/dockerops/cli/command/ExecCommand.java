package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;

/** {@code exec}: a command in a running container. */
final class ExecCommand implements Command {

    private final ProjectArguments project;
    private final InContainer inContainer;
    private final HostOption host;

    ExecCommand(Syntax syntax) {
        syntax.details("On a terminal the command gets one too. It ends with the exit code of the command.");
        project = ProjectArguments.withWords(
                syntax, "TARGET COMMAND", "One instance, and the command with its arguments, best behind --.");
        inContainer = new InContainer(syntax);
        host = new HostOption(syntax);
        syntax.optionsFirst();
        syntax.example("exec db -- psql -U shop", "a command with options of its own");
        syntax.example("exec -u root web.one -- apt-get update", "as another user");
        syntax.example("exec -T db -- pg_dump shop > shop.sql", "output for a file");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        List<String> words = named.words();
        if (words.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`dockerops exec` needs a target and a command", "for example: dockerops exec web -- ls"));
        }
        int begin = words.size() > 1 && words.get(1).equals("--") ? 2 : 1;
        List<String> command = words.subList(begin, words.size());
        if (command.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`dockerops exec " + words.get(0) + "` needs a command",
                    "for a shell there is `dockerops shell " + words.get(0) + "`"));
        }
        Seen seen = Seen.of(session, project, named.script(), host);
        Found found = ExecTarget.find(seen, words.get(0));
        return inContainer.run(session, found, command);
    }
}
