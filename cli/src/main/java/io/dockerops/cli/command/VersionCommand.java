package io.dockerops.cli.command;

import io.dockerops.cli.print.Version;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code version}. */
final class VersionCommand implements Command {

    VersionCommand(Syntax syntax) {
        syntax.json("Print the versions as JSON.");
        syntax.example("version", "also as `dockerops --version`");
    }

    @Override
    public int run(Session session) {
        String java = Runtime.version().toString();
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (session.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dockerops", Version.text());
            tree.put("java", java);
            tree.put("system", system);
            session.output().result(Json.write(tree));
        } else {
            session.output().result("dockerops " + Version.text() + " (Java " + java + ", " + system + ")");
        }
        return ExitCode.FINE;
    }
}
