package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name is made of: text, and parts in braces such as <code>{service}</code> that stand for a name of the project.
 * Where the part has no name, as the instance of a service with one, the text in front of it is left out with it.
 *
 * @param kind what gets the names
 * @param text the pattern as it is written
 */
public record NamePattern(Kind kind, String text) {

    /** What gets names. */
    public enum Kind {
        /** Containers. */
        CONTAINER("container", "[a-zA-Z0-9_.-]*"),
        /** Networks. */
        NETWORK("network", "[a-zA-Z0-9_.-]*"),
        /** Volumes of the engine. */
        VOLUME("volume", "[a-zA-Z0-9_.-]*"),
        /** The hosts that containers are for the programs in them. */
        HOST("host", "[a-zA-Z0-9-]*");

        private final String noun;
        private final Pattern literal;

        Kind(String noun, String literal) {
            this.noun = noun;
            this.literal = Pattern.compile(literal);
        }

        private List<String> parts() {
            return switch (this) {
                case CONTAINER, HOST -> List.of("project", "service", "instance");
                case NETWORK -> List.of("project", "network");
                case VOLUME -> List.of("project", "volume");
            };
        }

        /** The pattern with all parts of this kind and {@code separator} between them. */
        public NamePattern joined(String separator) {
            return new NamePattern(
                    this,
                    String.join(
                            separator,
                            parts().stream().map(part -> "{" + part + "}").toList()));
        }

        private List<String> needed() {
            return parts().subList(1, parts().size());
        }
    }

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");

    /** @throws IllegalArgumentException when a part is unknown or missing, or engines refuse such names */
    public NamePattern {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group(1));
        }
        for (String part : parts) {
            if (!kind.parts().contains(part)) {
                throw new Mistake(
                        "a name of a " + kind.noun + " has no part `{" + part + "}`",
                        Suggest.hint(part, kind.parts()).orElse("its parts are " + braced(kind.parts())));
            }
        }
        for (String part : kind.needed()) {
            if (!parts.contains(part)) {
                throw new Mistake(
                        "`" + text + "` gives every " + kind.noun + " the same `{" + part + "}`",
                        "put `{" + part + "}` into it");
            }
        }
        checkText(kind, text);
    }

    private static void checkText(Kind kind, String text) {
        String literals = PART.matcher(text).replaceAll("");
        boolean ends = text.startsWith("_") || text.startsWith(".") || text.startsWith("-");
        if (!kind.literal.matcher(literals).matches() || ends || (kind == Kind.HOST && text.endsWith("-"))) {
            throw new Mistake(
                    "`" + text + "` does not make names of a " + kind.noun + ": "
                            + (kind == Kind.HOST
                                    ? "letters, digits and `-` only, and no `-` at the ends"
                                    : "letters, digits, `_`, `.` and `-` only, and a letter or digit first"),
                    "its parts are " + braced(kind.parts()));
        }
    }

    private static String braced(List<String> parts) {
        return String.join(", ", parts.stream().map(part -> "`{" + part + "}`").toList());
    }

    /**
     * What stands between the parts of names: nothing or a few of {@code _}, {@code .} and {@code -}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static String separator(String text) {
        if (!text.matches("[_.-]{1,3}")) {
            throw new Mistake(
                    "`" + text + "` cannot stand between the parts of a name: one to three of `_`, `.` and `-` only",
                    "write `separator '-'`, or a pattern such as `containers '{project}-{service}-{instance}'`");
        }
        return text;
    }

    /** The name of what {@code names} names, by part; a part that is not among them has no name. */
    String name(Map<String, String> names) {
        StringBuilder name = new StringBuilder();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        boolean dropped = false;
        while (matcher.find()) {
            String literal = text.substring(end, matcher.start());
            String part = names.get(matcher.group(1));
            if (part != null) {
                // What separates the first part from one without a name would lead the name.
                name.append(dropped && name.isEmpty() ? "" : literal).append(part);
            }
            dropped = part == null;
            end = matcher.end();
        }
        return name.append(text.substring(end)).toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
