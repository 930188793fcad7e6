package io.dockerops.docs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The description of the language for IntelliJ IDEA: which words complete where, with their documentation. */
public final class IntelliJDescription {

    private static final Map<String, String> TYPES = Map.of(
            "String", "java.lang.String",
            "Object", "java.lang.Object",
            "Integer", "java.lang.Integer",
            "Boolean", "java.lang.Boolean",
            "Number", "java.lang.Number",
            "Map", "java.util.Map",
            "Duration", "java.time.Duration",
            "Size", "io.dockerops.engine.model.Size",
            "Class", "java.lang.Class");

    private final WordSources sources;

    /** @param sources where the words stand */
    public IntelliJDescription(WordSources sources) {
        this.sources = sources;
    }

    /** The script that IntelliJ IDEA runs. */
    public String script() throws IOException {
        StringBuilder script =
                new StringBuilder("// The words of DockerOps for IntelliJ IDEA, made of their comments.\n");
        for (Chapter chapter : Chapter.ALL) {
            script.append("\n// ").append(chapter.title().replace("`", "")).append("\ncontributor(context(");
            script.append("filetypes: ['groovy'], scope: ");
            script.append(chapter.calls().isEmpty() ? "scriptScope()" : "closureScope(isArg: true)");
            script.append(")) {\n");
            String indent = chapter.calls().isEmpty() ? "    " : "        ";
            if (!chapter.calls().isEmpty()) {
                script.append("    if (")
                        .append(chapter.calls().stream()
                                .map(call -> "enclosingCall(" + quoted(call) + ")")
                                .collect(Collectors.joining(" || ")))
                        .append(") {\n");
            }
            for (Word word : sources.read(chapter.type()).words()) {
                word.forms()
                        .forEach(form -> script.append(indent)
                                .append(contribution(word.name(), form))
                                .append('\n'));
            }
            script.append(chapter.calls().isEmpty() ? "}\n" : "    }\n}\n");
        }
        return script.toString();
    }

    private static String contribution(String name, Word.Form form) {
        String doc = "doc: " + quoted(doc(form));
        if (form.property()) {
            return "property name: " + quoted(name) + ", type: " + quoted(type(form.returns())) + ", " + doc;
        }
        String named = form.arguments().stream()
                .flatMap(argument -> argument.named().stream())
                .map(one -> "parameter(name: " + quoted(one.name()) + ", type: " + quoted(type(one.type())) + ")")
                .collect(Collectors.joining(", "));
        String positional = form.arguments().stream()
                .filter(argument -> argument.named().isEmpty())
                .map(argument -> argument.name() + ": " + quoted(type(argument.type())))
                .collect(Collectors.joining(", "));
        return "method name: " + quoted(name) + ", type: " + quoted(type(form.returns())) + ", params: ["
                + (positional.isEmpty() ? ":" : positional) + "]"
                + (named.isEmpty() ? "" : ", namedParams: [" + named + "]") + ", " + doc;
    }

    private static String doc(Word.Form form) {
        String example =
                form.example().isEmpty() ? "" : "<pre>" + escaped(String.join("\n", form.example())) + "</pre>";
        return escaped(form.text()).replaceAll("`([^`]*)`", "<code>$1</code>").replace("\n\n", "<p>") + example;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String type(String type) {
        String plain = type.replaceAll("<.*>", "").replace("...", "");
        String full = switch (plain) {
            case "int", "boolean", "void" -> plain;
            case "T" -> "java.lang.Object";
            case "Closure" -> "groovy.lang.Closure";
            case "List" -> "java.util.List";
            case "Iterable" -> "java.lang.Iterable";
            case "RestartPolicy.Condition", "Condition" -> "io.dockerops.engine.model.RestartPolicy.Condition";
            default -> TYPES.getOrDefault(plain, "io.dockerops.dsl.words." + plain);
        };
        return type.endsWith("...") ? full + "[]" : full;
    }

    private static String quoted(String text) {
        return "'"
                + List.of(text.split("\n", -1)).stream()
                        .map(line ->
                                line.replace("\\", "\\\\").replace("'", "\\'").replace("$", "\\$"))
                        .collect(Collectors.joining("\\n"))
                + "'";
    }
}
