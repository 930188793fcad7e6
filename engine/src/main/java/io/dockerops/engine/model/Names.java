package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.regex.Pattern;

/** The rules for names that users choose. */
final class Names {

    private static final Pattern ELEMENT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]*");
    private static final int LONGEST = 63;

    private Names() {}

    /**
     * Checks a name that becomes part of container, network, volume or host names. Docker allows dots too, but a dot
     * separates project, service and instance in a container's name, so a part cannot contain one; 63 characters is the
     * longest label of a host name (RFC 1123).
     *
     * @throws IllegalArgumentException when {@code name} breaks the rule, with a message for the user
     */
    static String check(String kind, String name) {
        if (!ELEMENT.matcher(name).matches()) {
            throw new Mistake(
                    "`" + name + "` is not a name for " + withArticle(kind)
                            + ": letters, digits, `_` and `-` only, and a letter or digit first",
                    nearest(name));
        }
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "`" + name + "` is too long for " + withArticle(kind) + ": at most " + LONGEST + " characters");
        }
        return name;
    }

    private static String[] nearest(String name) {
        String near = name.replaceAll("[^a-zA-Z0-9_-]+", "-").replaceAll("^[_-]+|-+$", "");
        return near.isEmpty() ? new String[0] : new String[] {"did you mean `" + near + "`?"};
    }

    private static String withArticle(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
    }
}
