package io.dockerops.engine.folder;

import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of environment variables, of which the first counts: that of the process, of {@code host.conf}, of the conf
 * file. Only variables that a conf file or a service's {@code required_env_vars.json} names are looked up.
 */
final class EnvironmentValues {

    /** The file with the values for this host, a JSON object. */
    static final String HOST_CONF = "host.conf";

    /** The file in a service's folder with the names of the variables that it needs, a JSON list. */
    static final String REQUIRED = "required_env_vars.json";

    /** What the first generation of the tool kept in {@value #HOST_CONF} beside values. */
    private static final String LAST_CONF = "last_conf";

    private final Map<String, String> process;
    private final Map<String, String> host = new LinkedHashMap<>();
    private final Findings findings;

    private EnvironmentValues(Map<String, String> process, Findings findings) {
        this.process = process;
        this.findings = findings;
    }

    static EnvironmentValues of(Path folder, Map<String, String> process, Findings findings) {
        EnvironmentValues values = new EnvironmentValues(process, findings);
        Path file = folder.resolve(HOST_CONF);
        if (Files.isRegularFile(file)) {
            Item root = YamlFile.readJson(file, findings);
            findings.attempt(root, () -> values.host.putAll(Values.textsByKey("host.conf", root)));
            values.host.remove(LAST_CONF);
        }
        return values;
    }

    /**
     * The variables of one instance.
     *
     * @param service the folder of its service, null for one without
     * @param given what the conf file says, null for nothing
     */
    Map<String, EnvValue> of(@Nullable Path service, @Nullable Item given) {
        Map<String, EnvValue> variables = new TreeMap<>();
        if (given != null) {
            Values.keyed("env_vars", given)
                    .entries()
                    .forEach(entry -> findings.attempt(
                            entry.value(),
                            () -> variables.put(Rules.variable(entry.name()), value(entry.name(), entry.value()))));
        }
        if (service != null && Files.isRegularFile(service.resolve(REQUIRED))) {
            Item required = YamlFile.readJson(service.resolve(REQUIRED), findings);
            findings.attempt(
                    required,
                    () -> Values.singles(REQUIRED, required)
                            .forEach(name -> findings.attempt(
                                    name,
                                    () -> variables.computeIfAbsent(
                                            Rules.variable(name.text()), key -> value(key, null)))));
        }
        return variables;
    }

    private EnvValue value(String name, @Nullable Item given) {
        String known = process.getOrDefault(name, host.get(name));
        if (known != null) {
            return new EnvValue.Literal(known);
        }
        if (given == null || (given instanceof Single single && single.nothing())) {
            throw new Mistake(
                    "the variable `" + name + "` has no value",
                    "set it for this command: `" + name + "=… dockerops …`",
                    "or write it into " + HOST_CONF + " beside the services: `{\"" + name + "\": \"…\"}`");
        }
        return new EnvValue.Literal(Values.text(name, given));
    }
}
