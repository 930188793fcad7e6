package io.dockerops.cli.live;

import java.util.Locale;
import java.util.Map;

/**
 * The signs in front of lines.
 *
 * @param done in front of what is done
 * @param failed in front of what failed
 * @param skipped in front of what was not done
 */
public record Symbols(String done, String failed, String skipped) {

    /** Signs of Unicode. */
    public static final Symbols UNICODE = new Symbols("✓", "✗", "-");

    /** Signs that every terminal has. */
    public static final Symbols ASCII = new Symbols("+", "x", "-");

    /** The signs for the character set that the environment names, as the C library reads it. */
    public static Symbols of(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String name = value.toLowerCase(Locale.ROOT);
                return name.endsWith("utf-8") || name.endsWith("utf8") ? UNICODE : ASCII;
            }
        }
        return ASCII;
    }
}
