package io.dockerops.dsl;

import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Values;
import io.dockerops.engine.yaml.tree.Variables;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values that a machine keeps for variables that its projects require: a JSON object in a file beside the project. */
public final class SavedAnswers {

    /** The name of the file. */
    public static final String FILE = "host.conf";

    private SavedAnswers() {}

    /**
     * The values in {@code folder} by name; none when the file is not there.
     *
     * @throws ProblemException with the place of everything that is wrong in the file
     */
    public static SortedMap<String, String> in(Path folder) {
        Path file = folder.resolve(FILE);
        SortedMap<String, String> values = new TreeMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        Findings findings = new Findings();
        Item root = YamlFile.read(file, new Variables(Map.of(), Map.of()), findings);
        if (!(root instanceof Item.Keyed keyed)) {
            throw new ProblemException(Problem.error(
                    root instanceof Item.Single single && single.nothing() ? SourceRef.line(file, 1) : root.place(),
                    "`" + FILE + "` holds a JSON object with the values of variables, and this is " + root.described(),
                    "write it as `{\"SMTP_HOST\": \"mail.example.org\"}`"));
        }
        for (Item.Entry entry : keyed.entries()) {
            findings.attempt(entry.key(), () -> Rules.variable(entry.name()));
            findings.tried(entry.value(), () -> Values.text(entry.name(), entry.value()))
                    .ifPresent(value -> values.put(entry.name(), value));
        }
        if (!findings.problems().isEmpty()) {
            throw new ProblemException(findings.problems());
        }
        return values;
    }
}
