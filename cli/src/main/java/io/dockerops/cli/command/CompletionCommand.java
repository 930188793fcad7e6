package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion}: a script that lets a shell complete commands, options and targets. */
final class CompletionCommand implements Command {

    /** Runs after picocli's own function, which knows no targets. */
    private static final String TARGETS = """

            # Adds the targets of the project, as `dockerops targets` lists them, and scripts.
            function _complete_dockerops_targets() {
              COMPREPLY=()
              _complete_dockerops
              local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
              local word command="" script=""
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$word" in
                  -*) ;;
                  *.groovy|*.yaml|*.yml) script="$word" ;;
                  *) command="${command:-$word}" ;;
                esac
              done
              case "$current" in -*) return ;; esac
              case " @OPTIONS@ " in *" $previous "*) return ;; esac
              case " @COMMANDS@ " in *" $command "*) ;; *) return ;; esac
              local IFS=$'\n'
              COMPREPLY+=($(compgen -W "$(dockerops targets ${script:+"$script"} 2> /dev/null)" -- "$current"))
              COMPREPLY+=($(compgen -f -X '!*.groovy' -- "$current"))
              COMPREPLY+=($(compgen -f -X '!*.yaml' -- "$current"))
              COMPREPLY+=($(compgen -f -X '!*.yml' -- "$current"))
            }
            complete -F _complete_dockerops_targets -o default dockerops
            """;

    private static final List<String> WITH_TARGETS = List.of(
            "plan",
            "run",
            "build",
            "ps",
            "logs",
            "exec",
            "script",
            "shell",
            "ssh",
            "create",
            "startup",
            "update",
            "rerun",
            "start",
            "stop",
            "restart",
            "signal",
            "kill",
            "wait",
            "pull",
            "remove",
            "shutdown",
            "clean",
            "down");

    private final Syntax.Text shell;

    CompletionCommand(Syntax syntax) {
        syntax.details("Commands and options are completed, and the targets of the project in the folder.");
        shell = syntax.word("SHELL", "bash or zsh.");
        syntax.example("completion bash > ~/.local/share/bash-completion/completions/dockerops", "for bash, for good");
        syntax.example("completion zsh > ~/.dockerops.zsh", "for zsh: and `source ~/.dockerops.zsh` in .zshrc");
    }

    @Override
    public int run(Session session) {
        String name = shell.value().orElse("");
        if (!name.equals("bash") && !name.equals("zsh")) {
            throw new ProblemException(Problem.error(
                    name.isEmpty()
                            ? "`dockerops completion` needs a shell"
                            : "there is no completion for `" + name + "`",
                    "there are `dockerops completion bash` and `dockerops completion zsh`"));
        }
        CommandLine program = wholeProgram();
        String targets = TARGETS.replace("@OPTIONS@", String.join(" ", optionsWithValue(program)))
                .replace("@COMMANDS@", String.join(" ", WITH_TARGETS));
        session.output().text(AutoComplete.bash(Syntax.PROGRAM, program) + targets);
        return ExitCode.FINE;
    }

    private static Set<String> optionsWithValue(CommandLine program) {
        Set<String> names = new TreeSet<>();
        program.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().options().stream()
                        .filter(option -> option.arity().max() > 0)
                        .forEach(option -> names.addAll(List.of(option.names()))));
        return names;
    }

    private static CommandLine wholeProgram() {
        CommandLine program = new CommandLine(CommandSpec.create().name(Syntax.PROGRAM));
        for (Catalogue.Entry entry : Catalogue.ENTRIES) {
            Syntax syntax = entry.syntax();
            Catalogue.command(entry, syntax);
            CommandLine command = syntax.build(List.of());
            if (entry.alias().isEmpty()) {
                program.addSubcommand(entry.name(), command);
            } else {
                program.addSubcommand(entry.name(), command, entry.alias());
            }
        }
        return program;
    }
}
