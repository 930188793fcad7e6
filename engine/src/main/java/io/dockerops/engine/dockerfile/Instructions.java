package io.dockerops.engine.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a Dockerfile apart into its instructions, as Docker does: directives at the top, comments, also between the lines
 * of one instruction, lines that go on in the next one, and texts given to the end of which a word is named.
 */
final class Instructions {

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Set<String> DIRECTIVES = Set.of("escape", "syntax", "check");
    private static final Pattern UDP = Pattern.compile("#\\s*UDP_?EXPOSE\\s+(.+)");
    private static final Pattern HERE =
            Pattern.compile("(?<=^|\\s)\\d*<<(-?)(['\"]?)([a-zA-Z_][a-zA-Z0-9_]*)\\2(?=\\s|$)");
    private static final Set<String> WITH_TEXTS = Set.of("RUN", "COPY", "ADD");

    private final List<String> lines;
    private final List<Instruction> read = new ArrayList<>();
    private int next;
    private char escape = '\\';

    Instructions(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = plain.lines().toList();
        directives();
        while (next < lines.size()) {
            int number = next + 1;
            String line = lines.get(next).strip();
            if (line.isEmpty()) {
                next++;
            } else if (line.startsWith("#")) {
                comment();
            } else {
                add(number, joined());
            }
        }
    }

    /** All of them in order. */
    List<Instruction> all() {
        return List.copyOf(read);
    }

    /** What takes its meaning from the next character. */
    char escape() {
        return escape;
    }

    /** They stand before everything else, comments included. */
    private void directives() {
        while (next < lines.size()) {
            Matcher directive = DIRECTIVE.matcher(lines.get(next).strip());
            if (!directive.matches()) {
                return;
            }
            String name = directive.group(1).toLowerCase(Locale.ROOT);
            if (!DIRECTIVES.contains(name)) {
                return;
            }
            if (name.equals("escape") && directive.group(2).equals("`")) {
                escape = '`';
            }
            next++;
        }
    }

    private void comment() {
        Matcher udp = UDP.matcher(lines.get(next++).strip());
        if (udp.matches()) {
            read.add(new Instruction(next, Instruction.UDP_EXPOSE, List.of(), udp.group(1)));
        }
    }

    private String joined() {
        StringBuilder whole = new StringBuilder();
        while (next < lines.size()) {
            String line = lines.get(next);
            String plain = line.strip();
            if (whole.length() > 0 && plain.startsWith("#")) {
                comment();
            } else if (whole.length() > 0 && plain.isEmpty()) {
                next++;
            } else if (goesOn(plain)) {
                next++;
                whole.append(line, 0, line.lastIndexOf(escape)).append(' ');
            } else {
                next++;
                return whole.append(line).toString().strip();
            }
        }
        return whole.toString().strip();
    }

    private boolean goesOn(String line) {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == escape && (last == 0 || line.charAt(last - 1) != escape);
    }

    private void add(int number, String text) {
        String[] parts = text.split("\\s+", 2);
        String keyword = parts[0].toUpperCase(Locale.ROOT);
        String rest = parts.length == 1 ? "" : parts[1];
        List<String> flags = new ArrayList<>();
        while (rest.startsWith("--")) {
            String[] flag = rest.split("\\s+", 2);
            flags.add(flag[0]);
            rest = flag.length == 1 ? "" : flag[1];
        }
        read.add(new Instruction(number, keyword, flags, rest));
        if (WITH_TEXTS.contains(keyword)) {
            skipTexts(rest);
        }
    }

    /** What stands in a text is no instruction. A word that never comes names no text. */
    private void skipTexts(String arguments) {
        Matcher here = HERE.matcher(arguments);
        while (here.find()) {
            boolean indented = !here.group(1).isEmpty();
            for (int i = next; i < lines.size(); i++) {
                String line = indented ? lines.get(i).replaceFirst("^\t+", "") : lines.get(i);
                if (line.equals(here.group(3))) {
                    next = i + 1;
                    break;
                }
            }
        }
    }
}
