package io.dockerops.engine.archive;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns of a {@code .dockerignore}, with the meaning that Docker gives them: {@code *} and {@code ?} stop at
 * {@code /}, {@code **} does not; a pattern that names a folder names all that is in it; the last pattern that fits
 * decides, and {@code !} takes back.
 */
final class IgnorePatterns {

    /** Its name in a build context. */
    static final String FILE = ".dockerignore";

    private record Rule(Pattern pattern, boolean takesBack) {}

    /** Ignores nothing. */
    static final IgnorePatterns NONE = new IgnorePatterns(List.of());

    private final List<Rule> rules;

    private IgnorePatterns(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the file in {@code context}; no file ignores nothing. The Dockerfile and the file itself are never ignored:
     * the engine reads them, and leaves them out of the image by itself when the patterns say so.
     *
     * @param dockerfile the Dockerfile's path in the context
     * @throws EngineException.Failed when a pattern is not one
     * @throws IOException when it cannot be read
     */
    static IgnorePatterns in(Path context, String dockerfile) throws IOException {
        Path file = context.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        List<Rule> rules =
                new ArrayList<>(parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file).rules);
        rules.add(new Rule(Pattern.compile(Pattern.quote(cleaned(dockerfile))), true));
        rules.add(new Rule(Pattern.compile(Pattern.quote(FILE)), true));
        return new IgnorePatterns(rules);
    }

    static IgnorePatterns parse(String text, Path file) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.replaceFirst("^\ufeff", "").split("\n", -1)) {
            number++;
            String stripped = line.strip();
            if (!line.startsWith("#") && !stripped.isEmpty()) {
                rules.add(rule(stripped, file, number));
            }
        }
        return new IgnorePatterns(rules);
    }

    /** Whether {@code folder}, which is ignored, may have something in it that is not. */
    boolean mayTakeBackFrom(String folder) {
        return rules.stream().anyMatch(rule -> rule.takesBack && reachesInto(folder, rule.pattern.pattern()));
    }

    /** Patterns with wildcards may reach anywhere; of others it can be said. */
    private static boolean reachesInto(String folder, String expression) {
        return !expression.startsWith("\\Q") || expression.startsWith("\\Q" + folder + "/");
    }

    /** Whether {@code path}, relative to the context and with {@code /} between its names, is left out. */
    boolean ignores(String path) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (rule.takesBack == ignored && fits(rule.pattern, path)) {
                ignored = !rule.takesBack;
            }
        }
        return ignored;
    }

    private static boolean fits(Pattern pattern, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matcher(path.substring(0, slash)).matches()) {
                return true;
            }
        }
        return pattern.matcher(path).matches();
    }

    private static Rule rule(String line, Path file, int number) {
        boolean takesBack = line.startsWith("!");
        String path = cleaned(takesBack ? line.substring(1).strip() : line);
        try {
            if (path.isEmpty()) {
                throw new PatternSyntaxException("nothing after `!`", line, 0);
            }
            return new Rule(Pattern.compile(expression(path), Pattern.DOTALL), takesBack);
        } catch (PatternSyntaxException e) {
            throw new EngineException.Failed(
                    "`" + line + "` is not a pattern: " + file + ":" + number,
                    "`[` needs its `]`; a `\\` before it takes it as it is");
        }
    }

    /** Without {@code .}, {@code ..} and doubled {@code /}; relative. */
    private static String cleaned(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.remove(names.size() - 1);
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return path.isEmpty() ? "" : names.isEmpty() ? "." : String.join("/", names);
    }

    private static String expression(String path) {
        if (path.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0)) {
            return Pattern.quote(path);
        }
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            at = translate(path, at, regex);
        }
        return regex.toString();
    }

    /** Translates what stands at {@code at} and says where to go on. */
    private static int translate(String path, int at, StringBuilder regex) {
        char c = path.charAt(at);
        if (path.startsWith("**", at)) {
            int after = path.startsWith("/", at + 2) ? at + 3 : at + 2;
            regex.append(after >= path.length() ? ".*" : "(.*/)?");
            return after;
        }
        if (c == '*' || c == '?') {
            regex.append(c == '*' ? "[^/]*" : "[^/]");
        } else if (c == '[') {
            return translateClass(path, at, regex);
        } else if (c == '\\' && at + 1 < path.length()) {
            regex.append(Pattern.quote(path.substring(at + 1, at + 2)));
            return at + 2;
        } else {
            regex.append(Pattern.quote(String.valueOf(c)));
        }
        return at + 1;
    }

    /** Go's classes know ranges, {@code ^} and escapes; Java's know more, which is escaped. */
    private static int translateClass(String path, int at, StringBuilder regex) {
        int i = at + 1;
        regex.append('[');
        if (path.startsWith("^", i)) {
            regex.append('^');
            i++;
        }
        while (i < path.length() && path.charAt(i) != ']') {
            boolean escaped = path.charAt(i) == '\\' && i + 1 < path.length();
            char c = path.charAt(escaped ? i + 1 : i);
            boolean plain = Character.isLetterOrDigit(c) || (c == '-' && !escaped);
            regex.append(plain ? "" : "\\").append(c);
            i += escaped ? 2 : 1;
        }
        if (i >= path.length()) {
            throw new PatternSyntaxException("no `]`", path, at);
        }
        regex.append(']');
        return i + 1;
    }
}
