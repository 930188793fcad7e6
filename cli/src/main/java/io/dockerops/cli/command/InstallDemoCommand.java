package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import java.nio.file.Path;
import java.util.List;

/** {@code install-demo}: a folder of services that shows what the platform library gives. */
final class InstallDemoCommand implements Command {

    private static final String FOLDER = "dockerops-demo";

    private final Template template = new Template("demo/", "install-demo")
            .with("README.md")
            .with("run.conf")
            .with("services/demo/Dockerfile")
            .with("services/demo/entrypoint-demo.sh")
            .with("services/demo/supervisord_demo.conf");
    private final Syntax.Text folder;

    InstallDemoCommand(Syntax syntax) {
        syntax.details(
                "Three instances of a service that is built upon the base image, and a DNS service that they register"
                        + " at. It overwrites nothing. Building it takes packages from Debian.");
        folder = syntax.word("FOLDER", "Where to make it. Without it: " + FOLDER + " in this folder.");
        syntax.quiet();
        syntax.example("install-demo", "the demo in the new folder " + FOLDER);
    }

    @Override
    public int run(Session session) {
        Path here = session.surroundings().folder();
        Path target = here.resolve(folder.value().orElse(FOLDER)).normalize();
        template.write(target, "");
        tell(session.output(), here.relativize(target).toString());
        return ExitCode.FINE;
    }

    private static void tell(Output output, String folder) {
        output.say(Line.of(Tone.GREEN, "Demo installed").add(folder.isEmpty() ? "." : " in " + folder + "."));
        output.say(new Line().add("Next:"));
        if (!folder.isEmpty()) {
            output.say(new Line().add("  cd " + folder));
        }
        List.of(
                        "  dockerops build           builds its images, which takes some minutes the first time",
                        "  dockerops run             brings it up",
                        "  dockerops ps              shows what runs",
                        "  dockerops ssh demo.two    logs in to an instance; there:",
                        "    ping demo-one             reaches another one by its name",
                        "    host demo.local.zone      finds all of them at the DNS service",
                        "    exit",
                        "  dockerops clean           removes it")
                .forEach(line -> output.say(new Line().add(line)));
    }
}
