package io.dockerops.docs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of all words, made of their own comments. */
public final class WordReference {

    private static final String INTRODUCTION = """
            # The words

            This page is made of the comments beside the words' sources. A word belongs to one block. Where a word has several
            forms, all of them mean the same thing, said in different ways; named arguments that are not marked as mandatory
            may be left out.

            """;

    private final WordSources sources;

    /** @param sources where the words stand */
    public WordReference(WordSources sources) {
        this.sources = sources;
    }

    /** The page, in Markdown. */
    public String page() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Chapter chapter : Chapter.ALL) {
            page.append("- [")
                    .append(chapter.title())
                    .append("](#")
                    .append(anchor(chapter.title()))
                    .append(")\n");
        }
        page.append("- [Units of numbers](#units-of-numbers)\n");
        for (Chapter chapter : Chapter.ALL) {
            page.append("\n## ").append(chapter.title()).append("\n\n");
            Block block = sources.read(chapter.type());
            page.append(block.text()).append('\n');
            block.words().forEach(word -> add(page, word));
        }
        units(page);
        return page.toString();
    }

    private static void add(StringBuilder page, Word word) {
        page.append("\n### ").append(word.name()).append("\n");
        for (Word.Form form : word.forms()) {
            page.append('\n').append(form.text()).append("\n");
            if (!form.example().isEmpty()) {
                page.append("\n```groovy\n")
                        .append(String.join("\n", form.example()))
                        .append("\n```\n");
            }
            List<String> arguments = form.arguments().stream()
                    .map(WordReference::argument)
                    .filter(line -> !line.isEmpty())
                    .toList();
            page.append(arguments.isEmpty() ? "" : "\n" + String.join("\n", arguments) + "\n");
        }
        page.append("\nSince ").append(word.forms().get(0).since()).append('.');
        String known = word.forms().stream()
                .flatMap(form -> form.knownAs().stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        page.append(known.isEmpty() ? "\n" : " Elsewhere called " + known + ".\n");
    }

    private static String argument(Word.Argument argument) {
        if (!argument.named().isEmpty()) {
            String names = argument.named().stream()
                    .map(named -> "`" + named.name() + ":`" + (named.required() ? " (mandatory)" : ""))
                    .collect(Collectors.joining(", "));
            return "- named: " + names + (argument.text().isEmpty() ? "" : ". " + sentence(argument.text()));
        }
        return argument.text().isEmpty() ? "" : "- `" + argument.name() + "`: " + argument.text();
    }

    private static String sentence(String text) {
        return text.startsWith("`") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void units(StringBuilder page) throws IOException {
        page.append("\n## Units of numbers\n\n| unit | |\n|---|---|\n");
        for (Word unit : sources.read("Quantities").words()) {
            if (unit.forms().get(0).property()) {
                page.append("| `1.").append(unit.name()).append("` | ");
                page.append(unit.forms().get(0).text()).append(" |\n");
            }
        }
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
