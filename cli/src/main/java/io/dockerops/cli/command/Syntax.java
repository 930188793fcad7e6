package io.dockerops.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options, parameters and help of one command.
 *
 * <p>It is built by calls and not by picocli's annotations, because reading annotations doubles what picocli costs at
 * start-up: 80 ms against 40 ms, of 300 ms that a run with nothing to do may take.
 */
final class Syntax {

    /** What users type. */
    static final String PROGRAM = "dockerops";

    private static final int HELP_WIDTH = 90;

    private final CommandSpec spec = CommandSpec.create();
    private final List<String> examples = new ArrayList<>();
    private Optional<Flag> json = Optional.empty();
    private Optional<Flag> quiet = Optional.empty();
    private Flag noColour = new Flag(OptionSpec.builder("--no-color").build());
    private Flag debug = noColour;
    private Flag help = noColour;
    private boolean optionsFirst;
    private int positions;

    /**
     * The syntax of a command that has only the options that all commands have.
     *
     * @param name the command's name without the program's
     * @param purpose what the command is for, in one sentence
     */
    Syntax(String name, String purpose) {
        spec.name(name);
        spec.usageMessage()
                .description(escaped(List.of(purpose)))
                .width(HELP_WIDTH)
                .sortOptions(false)
                .sortSynopsis(false)
                .abbreviateSynopsis(true)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExamples:%n");
    }

    /** An option without a value. */
    static final class Flag {

        private final OptionSpec option;

        private Flag(OptionSpec option) {
            this.option = option;
        }

        /** Whether it was given. */
        boolean given() {
            return Boolean.TRUE.equals(option.getValue());
        }
    }

    /** An option that says yes, or, with {@code no-} in front of its name, no. */
    static final class Toggle {

        private final OptionSpec option;

        private Toggle(OptionSpec option) {
            this.option = option;
        }

        /** What was said. */
        Optional<Boolean> value() {
            @Nullable Boolean value = option.getValue();
            return Optional.ofNullable(value);
        }
    }

    /** An option or parameter with one value. */
    static final class Text {

        private final CommandLine.Model.ArgSpec argument;

        private Text(CommandLine.Model.ArgSpec argument) {
            this.argument = argument;
        }

        /** The value, when it was given. */
        Optional<String> value() {
            @Nullable String value = argument.getValue();
            return Optional.ofNullable(value);
        }
    }

    /** An option or parameter with any number of values. */
    static final class Texts {

        private final CommandLine.Model.ArgSpec argument;

        private Texts(CommandLine.Model.ArgSpec argument) {
            this.argument = argument;
        }

        /** The values in the order in which they were given. */
        List<String> values() {
            @Nullable List<String> values = argument.getValue();
            return values == null ? List.of() : List.copyOf(values);
        }
    }

    /** A paragraph of help below the purpose. */
    Syntax details(String paragraph) {
        String[] before = spec.usageMessage().description();
        String[] description = Arrays.copyOf(before, before.length + 2);
        description[before.length] = "";
        description[before.length + 1] = escaped(List.of(paragraph))[0];
        spec.usageMessage().description(description);
        return this;
    }

    /** Lines that a user may type as they are, each followed by what it does. */
    Syntax example(String line, String effect) {
        examples.add("  " + PROGRAM + " " + line);
        examples.add("      " + effect);
        return this;
    }

    /** An option without a value. */
    Flag flag(String description, String name, String... otherNames) {
        OptionSpec option = OptionSpec.builder(name, otherNames)
                .type(boolean.class)
                .description(escaped(List.of(description)))
                .build();
        spec.addOption(option);
        return new Flag(option);
    }

    /** An option with a value that is given at most once. */
    Text text(String label, String description, String name, String... otherNames) {
        OptionSpec option = OptionSpec.builder(name, otherNames)
                .type(String.class)
                .paramLabel(label)
                .description(escaped(List.of(description)))
                .build();
        spec.addOption(option);
        return new Text(option);
    }

    /** An option whose value may be left out: it is empty then. */
    Text optionalText(String label, String description, String name) {
        OptionSpec option = OptionSpec.builder(name)
                .type(String.class)
                .arity("0..1")
                .fallbackValue("")
                .paramLabel(label)
                .description(escaped(List.of(description)))
                .build();
        spec.addOption(option);
        return new Text(option);
    }

    /** An option that can be said and denied. */
    Toggle toggle(String description, String name, String... otherNames) {
        OptionSpec option = OptionSpec.builder(name, otherNames)
                .type(Boolean.class)
                .arity("0")
                .negatable(true)
                .fallbackValue("true")
                .description(escaped(List.of(description)))
                .build();
        spec.addOption(option);
        return new Toggle(option);
    }

    /** An option with a value that may be given several times. */
    Texts texts(String label, String description, String name, String... otherNames) {
        OptionSpec option = OptionSpec.builder(name, otherNames)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(escaped(List.of(description)))
                .build();
        spec.addOption(option);
        return new Texts(option);
    }

    /** The next parameter, which may be left out. */
    Text word(String label, String description) {
        PositionalParamSpec word = PositionalParamSpec.builder()
                .index(Integer.toString(positions++))
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(escaped(List.of(description)))
                .build();
        spec.addPositional(word);
        return new Text(word);
    }

    /** All further parameters. */
    Texts words(String label, String description) {
        PositionalParamSpec words = PositionalParamSpec.builder()
                .index(positions + "..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(escaped(List.of(description)))
                .build();
        spec.addPositional(words);
        return new Texts(words);
    }

    /** Makes all that follows the first parameter parameters too, unless a {@code --} tells where they begin. */
    void optionsFirst() {
        optionsFirst = true;
    }

    /** The option {@code --json}. */
    Flag json(String description) {
        Flag flag = flag(description, "--json");
        json = Optional.of(flag);
        return flag;
    }

    /** The option {@code --quiet}. */
    void quiet() {
        quiet = Optional.of(flag("Print nothing but results and errors.", "-q", "--quiet"));
    }

    /** The picocli command for {@code arguments}, with the options that all commands have. */
    CommandLine build(List<String> arguments) {
        noColour = flag("No colours, whatever the terminal can do. The same as setting NO_COLOR.", "--no-color");
        debug = flag(
                "Show each call to an engine, and the stack trace behind an error. LOG_LEVEL=DEBUG does the same.",
                "--debug");
        help = helpFlag();
        spec.usageMessage().footer(escaped(examples));
        CommandLine line = new CommandLine(spec);
        line.setCommandName(PROGRAM + " " + spec.name());
        line.setStopAtPositional(optionsFirst && !arguments.contains("--"));
        return line;
    }

    private Flag helpFlag() {
        OptionSpec option = OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this.")
                .build();
        spec.addOption(option);
        return new Flag(option);
    }

    private static String[] escaped(List<String> lines) {
        String[] escaped = new String[lines.size()];
        for (int i = 0; i < escaped.length; i++) {
            escaped[i] = lines.get(i).replace("%", "%%");
        }
        return escaped;
    }

    /** Reads {@code arguments} as if they were given to the command. */
    void read(List<String> arguments) {
        new CommandLine(spec).parseArgs(arguments.toArray(new String[0]));
    }

    boolean helpGiven() {
        return help.given();
    }

    boolean noColourGiven() {
        return noColour.given();
    }

    boolean debugGiven() {
        return debug.given();
    }

    boolean jsonGiven() {
        return json.isPresent() && json.get().given();
    }

    boolean quietGiven() {
        return quiet.isPresent() && quiet.get().given();
    }

    /** The help of a command that {@link #build} made, each line ended. */
    static String help(CommandLine line, boolean coloured) {
        // picocli writes every value behind a `=`, which between two of them is hard to read.
        return line.getUsageMessage(coloured ? Ansi.ON : Ansi.OFF).replace("-P=NAME=VALUE", "-P NAME=VALUE");
    }
}
