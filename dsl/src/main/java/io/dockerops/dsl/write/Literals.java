package io.dockerops.dsl.write;

import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Value;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as Groovy writes them. */
final class Literals {

    private static final List<String> RESERVED = List.of(
            "abstract",
            "as",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "trait",
            "transient",
            "true",
            "try",
            "var",
            "void",
            "volatile",
            "while");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private Literals() {}

    /** A text in single quotes. */
    static String text(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\'' -> literal.append("\\'");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return literal.append('\'').toString();
    }

    /** A text in which {@code ${NAME}} stands for a variable of the environment. */
    static String fromEnvironment(String pattern) {
        Matcher whole = VARIABLE.matcher(pattern);
        if (whole.matches()) {
            return "System.getenv(" + text(whole.group(1)) + ")";
        }
        String escaped = pattern.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\""
                + VARIABLE.matcher(escaped)
                        .replaceAll(found -> Matcher.quoteReplacement("${System.getenv(" + text(found.group(1)) + ")}"))
                + "\"";
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(Literals::text).collect(Collectors.joining(", "));
    }

    static String list(Collection<String> texts) {
        return "[" + texts(texts) + "]";
    }

    /** The name of a named argument or of an entry of a map. */
    static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name) ? name : text(name);
    }

    /** {@code a: 'x', b: 'y'}. */
    static String entries(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> key(entry.getKey()) + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String map(Map<String, String> map) {
        return "[" + entries(map) + "]";
    }

    /** A user: a number where it is one. */
    static String user(String user) {
        return user.matches("0|[1-9]\\d{0,8}") ? user : text(user);
    }

    /** The value of a variable; nothing for one that has to be given from outside. */
    static Optional<String> environment(EnvValue value) {
        if (value instanceof EnvValue.Literal literal) {
            return Optional.of(text(literal.text()));
        } else if (value instanceof EnvValue.Secret secret) {
            return Optional.of("secret(" + text(secret.id().name()) + ")");
        } else if (value instanceof EnvValue.AddressOfHost address) {
            return Optional.of("addressOf(" + text(address.name()) + (address.ipv6() ? ", ipv6: true" : "") + ")");
        } else if (value instanceof EnvValue.Required required) {
            return required.own().flatMap(Literals::environment);
        }
        return Optional.of("nameOfHost()");
    }

    /** The largest unit that gives a whole number. */
    static String duration(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 1_000_000 != 0) {
            return "java.time.Duration.ofNanos(" + nanos + "L)";
        }
        long millis = duration.toMillis();
        if (millis % 1_000 != 0) {
            return millis + ".ms";
        }
        long seconds = millis / 1_000;
        if (seconds > 0 && seconds % 3_600 == 0) {
            return units(seconds / 3_600, "hour");
        }
        return seconds > 0 && seconds % 60 == 0 ? units(seconds / 60, "minute") : units(seconds, "second");
    }

    private static String units(long number, String unit) {
        return number + "." + unit + (number == 1 ? "" : "s");
    }

    static String size(Size size) {
        return size.toString();
    }

    /**
     * A command behind its word: as one line when a shell would split it into the same words, else word by word.
     */
    static String command(List<String> words) {
        String line = String.join(" ", words);
        boolean plain = words.stream().allMatch(word -> word.matches("[A-Za-z0-9_./:=@%+,-]+"));
        if (plain && ShellWords.split(line).words().equals(words)) {
            return text(line);
        }
        return words.size() == 1 ? "(" + list(words) + ")" : texts(words);
    }

    /** The value of an option. */
    static String value(Value value) {
        if (value instanceof Value.Text text) {
            return text(text.text());
        } else if (value instanceof Value.Whole whole) {
            return whole.number() == (int) whole.number() ? whole.toString() : whole.number() + "L";
        } else if (value instanceof Value.Items items) {
            return items.items().stream().map(Literals::value).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Value.Fields fields) {
            return fields.entries().entrySet().stream()
                    .map(entry -> key(entry.getKey()) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Value.Secret secret) {
            return "secret(" + text(secret.id().name()) + ")";
        }
        return value.toString();
    }
}
