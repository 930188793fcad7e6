package io.dockerops.dsl;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Values;
import io.dockerops.engine.yaml.tree.Variables;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of parameters in a file: a map in YAML or JSON, from names to texts, numbers, true or false. */
public final class ParameterFile {

    private ParameterFile() {}

    /**
     * The values in {@code file} by name, in its order.
     *
     * @throws ProblemException with the place of everything that is wrong in the file, also when there is none
     */
    public static Map<String, String> read(Path file) {
        Findings findings = new Findings();
        Item root = YamlFile.read(file, new Variables(Map.of(), Map.of()), findings);
        if (!(root instanceof Item.Keyed keyed)) {
            throw new ProblemException(Problem.error(
                    root.place(),
                    "a file of parameters is a map of their names to values, and this is " + root.described(),
                    "write it as `name: value`, one on each line"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Item.Entry entry : keyed.entries()) {
            findings.attempt(entry.value(), () -> {
                if (values.put(entry.name(), Values.text(entry.name(), entry.value())) != null) {
                    throw new Mistake("parameter `" + entry.name() + "` is in this file twice", "take one out");
                }
            });
        }
        if (!findings.problems().isEmpty()) {
            throw new ProblemException(findings.problems());
        }
        return values;
    }
}
