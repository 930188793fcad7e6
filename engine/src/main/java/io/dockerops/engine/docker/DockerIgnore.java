package io.dockerops.engine.docker;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files of a build's context are left out, by the rules of {@code .dockerignore}: one pattern per line, the last
 * that matches a path or a folder above it decides, {@code !} takes files in again. The Dockerfile and {@code
 * .dockerignore} itself always go along, since the engine reads them. docker-java's own reader knows neither {@code **}
 * nor patterns that match a folder.
 */
final class DockerIgnore {

    static final String FILE = ".dockerignore";

    private record Rule(Pattern pattern, boolean include) {}

    private final List<Rule> rules;

    private DockerIgnore(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the file of {@code context}, which need not exist.
     *
     * @param dockerfile the Dockerfile's path in the context
     */
    static DockerIgnore of(Path context, String dockerfile) {
        Path file = context.resolve(FILE);
        try {
            return Files.exists(file)
                    ? parse(Files.readAllLines(file, StandardCharsets.UTF_8), dockerfile)
                    : new DockerIgnore(List.of());
        } catch (IOException e) {
            throw new EngineException.Failed("`" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws EngineException.Failed when a pattern is malformed */
    static DockerIgnore parse(List<String> lines, String dockerfile) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.startsWith("#") ? "" : line.replace("\uFEFF", "").strip();
            boolean include = text.startsWith("!");
            String pattern = clean(include ? text.substring(1).strip() : text);
            if (!pattern.isEmpty()) {
                rules.add(new Rule(compile(pattern), include));
            }
        }
        if (!rules.isEmpty()) {
            rules.add(new Rule(Pattern.compile(Pattern.quote(clean(dockerfile))), true));
            rules.add(new Rule(Pattern.compile(Pattern.quote(FILE)), true));
        }
        return new DockerIgnore(rules);
    }

    /** Whether a file stays here, or a folder itself; for the folder's content see {@link #skips}. */
    boolean excludes(String path) {
        boolean excluded = false;
        for (Rule rule : rules) {
            if (rule.include() == excluded && matches(rule.pattern(), path)) {
                excluded = !rule.include();
            }
        }
        return excluded;
    }

    /** Whether a folder need not be looked into, since nothing in it can be taken in again. */
    boolean skips(String folder) {
        return excludes(folder) && rules.stream().noneMatch(rule -> rule.include() && reaches(rule, folder));
    }

    /** Patterns with wildcards may reach anywhere; of others it can be said. */
    private static boolean reaches(Rule rule, String folder) {
        String pattern = rule.pattern().pattern();
        return !pattern.startsWith("\\Q") || pattern.startsWith("\\Q" + folder + "/");
    }

    private static boolean matches(Pattern pattern, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (pattern.matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Without {@code .}, {@code ..} where they can be resolved, doubled and outer slashes. */
    private static String clean(String pattern) {
        List<String> names = new ArrayList<>();
        for (String name : pattern.split("/")) {
            if (name.equals("..") && !names.isEmpty()) {
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    private static Pattern compile(String pattern) {
        if (pattern.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0)) {
            return Pattern.compile(Pattern.quote(pattern));
        }
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            at = append(regex, pattern, at);
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Appends what begins at {@code at}; where the next part begins. */
    private static int append(StringBuilder regex, String pattern, int at) {
        if (pattern.startsWith("**/", at)) {
            regex.append("(?:.*/)?");
            return at + 3;
        }
        if (pattern.startsWith("**", at)) {
            regex.append(".*");
            return at + 2;
        }
        char c = pattern.charAt(at);
        if (c == '[') {
            return appendClass(regex, pattern, at);
        }
        boolean escape = c == '\\' && at + 1 < pattern.length();
        if (escape) {
            regex.append(Pattern.quote(pattern.substring(at + 1, at + 2)));
        } else {
            regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
        }
        return escape ? at + 2 : at + 1;
    }

    /** A set of characters, which Java writes as Go does save for two signs that have a meaning only in Java. */
    private static int appendClass(StringBuilder regex, String pattern, int at) {
        int close = pattern.indexOf(']', at + 2);
        if (close < 0) {
            throw new EngineException.Failed(
                    "`" + pattern + "` in " + FILE + " has a `[` without its `]`", "write `\\[` for the sign itself");
        }
        String signs = pattern.substring(at + 1, close);
        regex.append('[').append(signs.replace("[", "\\[").replace("&", "\\&")).append(']');
        return close + 1;
    }
}
