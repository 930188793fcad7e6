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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the variables that a conf file gives and that a service's {@code required_env_vars.json} names. All of them are
 * required: a value from outside goes over that of the file.
 */
final class EnvironmentValues {

    /** The file with the values for this host, which is no list of instances. */
    static final String HOST_CONF = "host.conf";

    /** The file in a service's folder with the names of the variables that it needs, a JSON list. */
    static final String REQUIRED = "required_env_vars.json";

    /** What stands before the name of an interface where a value is the address of the host. */
    private static final String FROM = "from_";

    private final Findings findings;

    EnvironmentValues(Findings findings) {
        this.findings = findings;
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
            findings.attempt(
                    given,
                    () -> Values.keyed("env_vars", given)
                            .entries()
                            .forEach(entry -> findings.attempt(
                                    entry.value(),
                                    () -> variables.put(
                                            Rules.variable(entry.name()), value(entry.name(), entry.value())))));
        }
        if (service != null && Files.isRegularFile(service.resolve(REQUIRED))) {
            Item required = YamlFile.readJson(service.resolve(REQUIRED), findings);
            findings.attempt(
                    required,
                    () -> Values.singles(REQUIRED, required)
                            .forEach(name -> findings.attempt(
                                    name,
                                    () -> variables.putIfAbsent(
                                            Rules.variable(name.text()), EnvValue.Required.UNKNOWN))));
        }
        return variables;
    }

    private static EnvValue value(String name, Item given) {
        if (given instanceof Single single && single.nothing()) {
            return EnvValue.Required.UNKNOWN;
        }
        String text = Values.text(name, given);
        if (!text.startsWith(FROM)) {
            return EnvValue.required(Optional.of(new EnvValue.Literal(text)));
        }
        String from = text.substring(FROM.length());
        if (!EnvValue.isInterface(from)) {
            throw new Mistake("`" + text + "` names no network interface", "write one such as `" + FROM + "eth0`");
        }
        return EnvValue.required(Optional.of(new EnvValue.AddressOfHost(from, false)));
    }
}
