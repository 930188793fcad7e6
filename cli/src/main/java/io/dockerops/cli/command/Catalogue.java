package io.dockerops.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands. Only the class of the command that was chosen is loaded. */
final class Catalogue {

    /**
     * A command.
     *
     * @param name its name
     * @param alias another name; empty for none
     * @param purpose what it is for, in one sentence
     * @param readsProject whether it is about a project; known before its syntax is, since Groovy then begins to start
     */
    record Entry(String name, String alias, String purpose, boolean readsProject) {

        Entry(String name, String purpose) {
            this(name, "", purpose, true);
        }

        static Entry withoutProject(String name, String purpose) {
            return new Entry(name, "", purpose, false);
        }

        /** Its syntax, still without options. */
        Syntax syntax() {
            return new Syntax(name, purpose);
        }
    }

    /** In the order in which a user meets them. */
    static final List<Entry> ENTRIES = List.of(
            Entry.withoutProject("init", "Make a starter project, with comments that explain it."),
            Entry.withoutProject("install-demo", "Make a demo of services in folders, with names in a DNS service."),
            new Entry("validate", "Check a project without any engine."),
            new Entry("lock", "Pin the libraries of a project, or take newer ones."),
            new Entry("convert", "Write a container map or a folder of services as a script."),
            new Entry("graph", "Draw a project, or its plan, for Graphviz or Mermaid."),
            new Entry("targets", "List the names that commands take as targets."),
            new Entry("plan", "Show what a run would do, and why. Changes nothing."),
            new Entry("run", "Bring everything to the state that the project declares."),
            new Entry("build", "Build the images of a project from their folders."),
            new Entry("ps", "List the containers of a project and what they are doing."),
            new Entry("info", "Show all that is known of containers."),
            new Entry("getip", "Print the addresses of containers."),
            new Entry("logs", "Show what containers print."),
            new Entry("exec", "Run a command in a container."),
            new Entry("script", "Run a script or command to its end in a fresh container."),
            new Entry("action", "Perform an action that the project declares."),
            new Entry("shell", "Open the best shell that a container has."),
            new Entry("ssh", "Log in to the SSH server of a container."),
            new Entry("create", "Make the containers that are missing, and start none."),
            new Entry("startup", "Make containers that are missing and start those that do not run."),
            new Entry("update", "Change or replace the containers that are not as declared."),
            new Entry("rerun", "Replace containers even when nothing differs."),
            new Entry("start", "Start containers that were stopped, and what they depend on."),
            new Entry("stop", "Stop containers, and what depends on them."),
            new Entry("restart", "Stop containers and start them again."),
            new Entry("signal", "Send a signal to containers that run."),
            new Entry("kill", "End containers at once."),
            new Entry("wait", "Wait until containers have ended."),
            new Entry("pull", "Pull the images of a project from their registries."),
            new Entry("remove", "Remove containers that have stopped."),
            new Entry("shutdown", "Stop and remove containers, and what depends on them."),
            new Entry("clean", "down", "Remove all that a project has made.", true),
            Entry.withoutProject("engine", "Start, stop or show the private Docker engine of DockerOps."),
            Entry.withoutProject("completion", "Print a completion script for a shell."),
            Entry.withoutProject("version", "Show which DockerOps this is."));

    private Catalogue() {}

    /** The command that is called {@code word}. */
    static Optional<Entry> find(String word) {
        for (Entry entry : ENTRIES) {
            if (entry.name.equals(word) || entry.alias.equals(word)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** All names and aliases. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            names.add(entry.name);
            if (!entry.alias.isEmpty()) {
                names.add(entry.alias);
            }
        }
        return names;
    }

    /** The command of {@code entry}, which tells {@code syntax} its options. */
    static Command command(Entry entry, Syntax syntax) {
        return switch (entry.name) {
            case "init" -> new InitCommand(syntax);
            case "install-demo" -> new InstallDemoCommand(syntax);
            case "validate" -> new ValidateCommand(syntax);
            case "lock" -> new LockCommand(syntax);
            case "convert" -> new ConvertCommand(syntax);
            case "graph" -> new GraphCommand(syntax);
            case "targets" -> new TargetsCommand(syntax);
            case "plan" -> new PlanCommand(syntax);
            case "run" -> new RunCommand(syntax);
            case "build" -> new BuildCommand(syntax);
            case "ps" -> new PsCommand(syntax);
            case "info" -> new InfoCommand(syntax);
            case "getip" -> new GetipCommand(syntax);
            case "logs" -> new LogsCommand(syntax);
            case "exec" -> new ExecCommand(syntax);
            case "script" -> new ScriptCommand(syntax);
            case "action" -> new ActionCommand(syntax);
            case "shell" -> new ShellCommand(syntax);
            case "ssh" -> new SshCommand(syntax);
            case "create" -> new CreateCommand(syntax);
            case "startup" -> new StartupCommand(syntax);
            case "update" -> new UpdateCommand(syntax);
            case "rerun" -> new RerunCommand(syntax);
            case "start" -> new StartCommand(syntax);
            case "stop" -> new StopCommand(syntax);
            case "restart" -> new RestartCommand(syntax);
            case "signal" -> new SignalCommand(syntax);
            case "kill" -> new KillCommand(syntax);
            case "wait" -> new WaitCommand(syntax);
            case "pull" -> new PullCommand(syntax);
            case "remove" -> new RemoveCommand(syntax);
            case "shutdown" -> new ShutdownCommand(syntax);
            case "clean" -> new CleanCommand(syntax);
            case "engine" -> new EngineCommand(syntax);
            case "completion" -> new CompletionCommand(syntax);
            case "version" -> new VersionCommand(syntax);
            default -> throw new IllegalArgumentException(entry.name);
        };
    }
}
