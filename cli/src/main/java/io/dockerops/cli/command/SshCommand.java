package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ssh}: into the SSH server of a container, with the key of the project. */
final class SshCommand implements Command {

    private static final String USER = "dockerops";
    private static final String PORT = "22";
    private static final String HOST_KEY = "/etc/ssh/ssh_host_ed25519_key.pub";

    /** The exit code of the ssh program when it could not do what it was asked. */
    private static final int FAILED = 255;

    private final ProjectArguments project;
    private final Text user;
    private final Text port;
    private final HostOption host;

    SshCommand(Syntax syntax) {
        syntax.details(
                "The key is that of the project, keys/ssh_key. The container's own key is read over its engine first, so"
                        + " that nobody can answer in its place. Ends with the exit code of the command.");
        project = ProjectArguments.withWords(
                syntax,
                "TARGET COMMAND",
                "One instance, and a command with its arguments, best behind --. Without a command: a shell.");
        user = syntax.text("USER", "Who logs in. Without it: dockerops.", "-u", "--user");
        port = syntax.text("PORT", "Where the server listens. Without it: 22.", "-p", "--port");
        host = new HostOption(syntax);
        syntax.optionsFirst();
        syntax.example("ssh web.one", "log in");
        syntax.example("ssh web.one -- sudo supervisorctl status", "run one command");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        List<String> words = named.words();
        if (words.isEmpty()) {
            throw new ProblemException(
                    Problem.error("`dockerops ssh` needs a target", "for example: dockerops ssh web.one"));
        }
        String target = words.get(0);
        int begin = words.size() > 1 && words.get(1).equals("--") ? 2 : 1;
        SshProgram ssh = SshProgram.find(session.surroundings().environment(), target);
        String at = port(target);
        Seen seen = Seen.of(session, project, named.script(), host);
        Path key = key(session);
        Found found = ExecTarget.find(seen, target);
        ContainerEngine engine = session.engine().on(found.host());
        SshProgram.Server server = new SshProgram.Server(
                found.container().name(), address(engine, found, target), at, hostKey(engine, found));
        Terminal terminal = session.surroundings().terminal();
        int code = ssh.run(
                server,
                key,
                user.value().orElse(USER),
                words.subList(begin, words.size()),
                terminal.input() && terminal.output());
        if (code == FAILED) {
            tell(session, engine, target);
        }
        return code;
    }

    private String port(String target) {
        String text = port.value().orElse(PORT);
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new ProblemException(Problem.error(
                    "`--port " + text + "` is not a port", "for example: dockerops ssh --port 2222 " + target));
        }
        return text;
    }

    private static Path key(Session session) {
        return session.composition()
                .sshKey(session.projectFolder())
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.error(
                                        "the project has no key of SSH yet: there is no file `keys/ssh_key` in its folder",
                                        "a service that has `copy sshPublicKey(), to: '…'` lets it in, and `dockerops run` then makes it")));
    }

    private static String address(ContainerEngine engine, Found found, String target) {
        return engine.inspect(found.container().id())
                .map(ContainerDetails::addresses)
                .flatMap(addresses -> addresses.values().stream().findFirst())
                .orElseThrow(() -> new ProblemException(Problem.error(
                        "`" + target + "` has no address: its container is in no network of its own",
                        "`dockerops shell " + target + "` opens a shell in it")));
    }

    /** Kind and key, as a file of known hosts has them. */
    private static String hostKey(ContainerEngine engine, Found found) {
        ExecCommand read = new ExecCommand(List.of("cat", HOST_KEY), Optional.empty(), false);
        Optional<ExecResult> result;
        try {
            result = Optional.of(engine.exec(found.container().id(), read));
        } catch (EngineRefused refused) {
            result = Optional.empty();
        }
        String[] words = result.filter(done -> done.exitCode() == 0)
                .map(done -> done.output().strip().split("\\s+", 3))
                .orElseGet(() -> new String[0]);
        if (words.length < 2 || !words[0].equals("ssh-ed25519")) {
            throw new ProblemException(Problem.error(
                    "the container `" + found.container().name() + "` has no SSH server: its key `" + HOST_KEY
                            + "` is missing",
                    "`dockerops shell` opens a shell in any container"));
        }
        return words[0] + " " + words[1];
    }

    private static void tell(Session session, ContainerEngine engine, String target) {
        String elsewhere = engine.onThisMachine()
                ? "If ssh could not connect or log in"
                : "The engine is on another machine, whose containers often cannot be reached from here. If so";
        session.output()
                .error(new Line()
                        .add(elsewhere + ", `dockerops shell " + target + "` opens a shell through the engine."));
    }
}
