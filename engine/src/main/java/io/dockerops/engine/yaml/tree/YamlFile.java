package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML files. Only nodes are read and never objects, so that no tag can name a class. A file may have 3 MB, 50 levels
 * and 50 aliases of lists and maps, and with its aliases written out 100,000 nodes.
 */
public final class YamlFile {

    private static final int MOST_CHARACTERS = 3 * 1024 * 1024;
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;

    private YamlFile() {}

    /**
     * What {@code file} holds.
     *
     * @param file the file
     * @param variables the values of its variables
     * @param findings where errors of single values go, such as a variable without a value
     * @throws ProblemException when there is no such file, or when it is not YAML or too large
     */
    public static Item read(Path file, Variables variables, Findings findings) {
        return parse(file, text(file), variables, findings);
    }

    /**
     * What {@code file} holds, which is JSON with comments from {@code #} to the end of a line and with commas behind last
     * elements.
     *
     * @param file the file
     * @param findings where errors of single values go
     * @throws ProblemException when there is no such file, or when it is not JSON or too large
     */
    public static Item readJson(Path file, Findings findings) {
        return parse(file, plainJson(text(file)), new Variables(Map.of(), Map.of()), findings);
    }

    /** YAML's comments begin behind a blank, and its blanks are no tabs; all else stays where it is. */
    private static String plainJson(String text) {
        StringBuilder plain = new StringBuilder(text);
        boolean inText = false;
        boolean inComment = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\n') {
                inComment = false;
            } else if (inComment) {
                plain.setCharAt(i, ' ');
            } else if (inText) {
                i += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else if (c == '#' || c == '\t') {
                inComment = c == '#';
                plain.setCharAt(i, ' ');
            } else {
                inText = c == '"';
            }
        }
        return plain.toString();
    }

    private static Item parse(Path file, String text, Variables variables, Findings findings) {
        try {
            Iterator<Node> documents = new Yaml(new SafeConstructor(options()))
                    .composeAll(new StringReader(text))
                    .iterator();
            if (!documents.hasNext()) {
                return new Item.Single("", Item.Kind.NOTHING, SourceRef.line(file, 1));
            }
            Item first = new TreeReader(file, variables, findings).read(documents.next());
            if (documents.hasNext()) {
                Node second = documents.next();
                throw new ProblemException(Problem.error(
                        SourceRef.line(file, second.getStartMark().getLine() + 1),
                        "a second document begins here, and a file holds one",
                        "write it in a file of its own"));
            }
            return first;
        } catch (MarkedYAMLException e) {
            throw new ProblemException(malformed(file, e));
        } catch (YAMLException e) {
            throw new ProblemException(Problem.error(SourceRef.line(file, 1), refused(String.valueOf(e.getMessage()))));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setProcessComments(false);
        return options;
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.error("the file `" + file + "` is not a text in UTF-8", "save it with that encoding"));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error("the file `" + file + "` cannot be read: " + firstLine(e.getMessage())));
        }
    }

    private static Problem malformed(Path file, MarkedYAMLException thrown) {
        Mark mark = thrown.getProblemMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        String summary = (isYaml(file) ? "this is not YAML: " : "this is not JSON: ") + firstLine(thrown.getProblem());
        return Problem.error(new SourceRef(file, line, column, column), summary);
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** SnakeYAML tells a limit that is exceeded in its message alone. */
    private static String refused(String message) {
        if (message.startsWith("Nesting Depth")) {
            return "lists and maps are in each other more than " + DEEPEST + " deep";
        } else if (message.contains("aliases for non-scalar nodes")) {
            return "there are more than " + MOST_ALIASES + " aliases of lists and maps";
        } else if (message.contains("code points")) {
            return "the file has more than " + MOST_CHARACTERS + " characters";
        }
        return "this is not YAML: " + firstLine(message);
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "it cannot be read" : text.lines().findFirst().orElse("");
    }
}
