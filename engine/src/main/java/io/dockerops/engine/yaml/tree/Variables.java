package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Map<String, String> expanded = new LinkedHashMap<>();

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

    /**
     * The texts that were made with variables of the environment alone, and what each was made of: a text in which
     * {@code ${NAME}} stands for a variable.
     */
    public Map<String, String> expanded() {
        return new LinkedHashMap<>(expanded);
    }

    /** The value of {@code name}, in place of the whole text. */
    String whole(String name) {
        String value = value(name);
        note(value, "${" + name + "}", List.of(name));
        return value;
    }

    private void note(String value, String pattern, List<String> names) {
        if (!names.isEmpty() && names.stream().noneMatch(given::containsKey)) {
            expanded.putIfAbsent(value, pattern);
        }
    }

    private String value(String name) {
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
        StringBuilder path = new StringBuilder();
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            names.add(name);
            matcher.appendReplacement(path, Matcher.quoteReplacement(value(name)));
        }
        matcher.appendTail(path);
        String pattern = REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "${" + (found.group(1) == null ? found.group(2) : found.group(1)) + "}"));
        if (text.equals("~") || text.startsWith("~/")) {
            path.replace(0, 1, value("HOME"));
            pattern = "${HOME}" + pattern.substring(1);
            names.add("HOME");
        } else if (text.startsWith("~")) {
            throw new Mistake("`" + text + "` is the home of another user", "write the path in full");
        }
        note(path.toString(), pattern, names);
        return path.toString();
    }
}
