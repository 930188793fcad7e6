package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that stand for {@code $NAME} and {@code !env NAME}: those given for this run, over the environment's. */
public final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{([^}]*)}|(\\w+))");

    private final Map<String, String> given;
    private final Map<String, String> environment;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * @param given what the user has set by name
     * @param environment the variables of the process
     */
    public Variables(Map<String, String> given, Map<String, String> environment) {
        this.given = new LinkedHashMap<>(given);
        this.environment = new LinkedHashMap<>(environment);
    }

    /** The names that were asked for so far. */
    public Set<String> asked() {
        return new LinkedHashSet<>(asked);
    }

    /** The value of {@code name}. */
    String value(String name) {
        asked.add(name);
        return find(name).orElseThrow(() -> {
            Set<String> names = new LinkedHashSet<>(given.keySet());
            names.addAll(environment.keySet());
            return new Mistake(
                    "there is no environment variable `" + name + "`",
                    Suggest.hint(name, names).orElse("set it, or write `-P " + name + "=…` behind the command"));
        });
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(given.getOrDefault(name, environment.get(name)));
    }

    /** {@code text} with the values of its variables, and the user's home in place of {@code ~} at its beginning. */
    String path(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value(name)));
        }
        String path = matcher.appendTail(expanded).toString();
        if (path.equals("~") || path.startsWith("~/")) {
            return value("HOME") + path.substring(1);
        } else if (path.startsWith("~")) {
            throw new Mistake("`" + path + "` is the home of another user", "write the path in full");
        }
        return path;
    }
}
