package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.dsl.ConvertedMap;
import io.dockerops.dsl.ProjectInput;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code convert}: a container map or a folder of services as a script. */
final class ConvertCommand implements Command {

    private final ProjectArguments project;
    private final Syntax.Text out;

    ConvertCommand(Syntax syntax) {
        syntax.details(
                "Reads the map or the folder as `dockerops run` does, and writes what it declares in the words of the language."
                        + " Values of the environment are not written out: the script asks for them too, unless -P gives them.");
        project = ProjectArguments.only(syntax);
        out = syntax.text("FILE", "Write it to this file, which must not be there. Without it: print it.", "--out");
        syntax.quiet();
        syntax.example("convert site.yaml", "print the script");
        syntax.example("convert . --out project.groovy", "from run.conf to a script");
        syntax.example("convert site.yaml --clients clients.yaml --out project.groovy", "keep it");
    }

    @Override
    public int run(Session session) {
        Path folder = session.surroundings().folder();
        Named named = project.named(folder);
        if (!ProjectInput.isMap(named.script()) && !ProjectInput.isFolder(named.script())) {
            throw new ProblemException(Problem.error(
                            "`" + folder.relativize(named.script()) + "` is neither a map nor a folder of services")
                    .hint("maps end in .yaml or .yml: `dockerops convert site.yaml`"));
        }
        ConvertedMap converted = session.composition()
                .convert(new ProjectInput(
                        named.script(),
                        project.parameters(session.surroundings().folder()),
                        session.surroundings().environment(),
                        project.clients(folder),
                        project.confs(),
                        false,
                        project.environment(session)));
        session.warn(converted.warnings());
        if (out.value().isEmpty()) {
            session.output().text(converted.script());
            return ExitCode.FINE;
        }
        write(folder.resolve(out.value().get()), out.value().get(), converted.script());
        session.output().say(Line.of(Tone.GREEN, "Made").add(" " + out.value().get() + "."));
        return ExitCode.FINE;
    }

    private static void write(Path file, String name, String script) {
        try {
            byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemException(Problem.error("there is a `" + name + "` already, and it is not overwritten")
                    .hint("give another name to `--out`"));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("`" + name + "` cannot be written: " + e.getMessage()));
        }
    }
}
