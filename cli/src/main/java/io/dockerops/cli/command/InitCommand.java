package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code init}: a project to begin with. */
final class InitCommand implements Command {

    private static final String RESOURCES = "starter/";
    private static final String NAME = "@NAME@";

    /** Files of the project, and the resource that each is made from. */
    private static final Map<String, String> FILES = files();

    private final Syntax.Text folder;

    InitCommand(Syntax syntax) {
        syntax.details("It asks nothing and overwrites nothing. What it makes runs as it is, without a registry.");
        folder = syntax.word("FOLDER", "Where to make it. Without it: this folder.");
        syntax.quiet();
        syntax.example("init shop", "a project in the new folder shop");
        syntax.example("init && dockerops run", "a project in this folder, brought up at once");
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ProjectArguments.DEFAULT_SCRIPT, "project.groovy");
        files.put("www/index.html", "www/index.html");
        files.put(".gitignore", "gitignore");
        return files;
    }

    @Override
    public int run(Session session) {
        Path here = session.surroundings().folder();
        Path target = folder.value().map(here::resolve).orElse(here).normalize();
        for (String file : FILES.keySet()) {
            if (Files.exists(target.resolve(file))) {
                throw new ProblemException(Problem.error("there is a `" + file + "` already, and it is not overwritten")
                        .hint("name another folder: dockerops init FOLDER"));
            }
        }
        FILES.forEach((file, resource) -> write(target.resolve(file), content(resource, target)));
        tell(
                session.output(),
                here.equals(target) ? "" : here.relativize(target).toString());
        return ExitCode.FINE;
    }

    private static void tell(Output output, String folder) {
        output.say(Line.of(Tone.GREEN, "Made")
                .add(" " + String.join(", ", FILES.keySet()) + (folder.isEmpty() ? "" : " in " + folder) + "."));
        output.say(new Line().add("Next:"));
        if (!folder.isEmpty()) {
            output.say(new Line().add("  cd " + folder));
        }
        output.say(new Line().add("  dockerops plan    shows what would be done"));
        output.say(new Line().add("  dockerops run     does it; the page is then at http://localhost:8080"));
    }

    private static String content(String resource, Path target) {
        try (InputStream in = InitCommand.class.getResourceAsStream(RESOURCES + resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(NAME, name(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void write(Path file, String content) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("`" + file + "` cannot be written: " + e.getMessage()));
        }
    }
}
