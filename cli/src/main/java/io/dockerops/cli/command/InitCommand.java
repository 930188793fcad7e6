package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import java.nio.file.Path;

/** {@code init}: a project to begin with. */
final class InitCommand implements Command {

    private final Template template = new Template("starter/", "init")
            .with(ProjectArguments.DEFAULT_SCRIPT)
            .with("www/index.html")
            .with(".gitignore");
    private final Syntax.Text folder;

    InitCommand(Syntax syntax) {
        syntax.details("It asks nothing and overwrites nothing. What it makes runs as it is, without a registry.");
        folder = syntax.word("FOLDER", "Where to make it. Without it: this folder.");
        syntax.quiet();
        syntax.example("init shop", "a project in the new folder shop");
        syntax.example("init && dockerops run", "a project in this folder, brought up at once");
    }

    @Override
    public int run(Session session) {
        Path here = session.surroundings().folder();
        Path target = folder.value().map(here::resolve).orElse(here).normalize();
        template.write(target, name(target));
        tell(
                session.output(),
                here.equals(target) ? "" : here.relativize(target).toString());
        return ExitCode.FINE;
    }

    private void tell(Output output, String folder) {
        output.say(Line.of(Tone.GREEN, "Made")
                .add(" " + String.join(", ", template.files()) + (folder.isEmpty() ? "" : " in " + folder) + "."));
        output.say(new Line().add("Next:"));
        if (!folder.isEmpty()) {
            output.say(new Line().add("  cd " + folder));
        }
        output.say(new Line().add("  dockerops plan    shows what would be done"));
        output.say(new Line().add("  dockerops run     does it; the page is then at http://localhost:8080"));
    }

    /** The folder's name, as far as it can be a project's. */
    private static String name(Path target) {
        Path last = target.getFileName();
        StringBuilder name = new StringBuilder();
        for (char c : (last == null ? "" : last.toString()).toCharArray()) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || (name.length() > 0 && (c == '_' || c == '-'))) {
                name.append(c);
            }
        }
        return name.length() == 0 ? "starter" : name.toString();
    }
}
