package io.dockerops.dsl.build;

import io.dockerops.dsl.words.AddressOfHost;
import io.dockerops.dsl.words.NameOfHost;
import io.dockerops.dsl.words.ProcessWords;
import io.dockerops.dsl.words.SecretHandle;
import io.dockerops.engine.model.ContainerProcess;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words for what runs, above those for the image. */
abstract class ProcessLayer extends ImageLayer implements ProcessWords {

    private final SortedMap<String, EnvValue> environment = new TreeMap<>();
    private final SortedSet<String> required = new TreeSet<>();
    private final SortedMap<String, String> labels = new TreeMap<>();
    private final SortedMap<FieldPath, Value> attributes = new TreeMap<>();
    private final SortedMap<FieldPath, Value> options = new TreeMap<>();
    private @Nullable List<String> command;
    private @Nullable List<String> entrypoint;
    private @Nullable String workingDirectory;
    private @Nullable String user;
    private @Nullable String hostname;

    ProcessLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void command(String... words) {
        single("command", words, () -> command = commandLine("command", words));
    }

    @Override
    public final void command(List<?> words) {
        single("command", words, () -> command = argumentsOf("command", words));
    }

    @Override
    public final void entrypoint(String... words) {
        single("entrypoint", words, () -> entrypoint = commandLine("entrypoint", words));
    }

    @Override
    public final void entrypoint(List<?> words) {
        single("entrypoint", words, () -> entrypoint = argumentsOf("entrypoint", words));
    }

    @Override
    public final void env(Map<String, ?> variables) {
        word("env", variables, () -> variables.forEach((name, value) -> setVariable(String.valueOf(name), value)));
    }

    @Override
    public final void env(String name, @Nullable Object value) {
        word("env", name, () -> setVariable(name, value));
    }

    @Override
    public final void requires(String... names) {
        word("requires", names, () -> {
            if (names.length == 0) {
                throw new Mistake("`requires` names no variable", "write `requires 'NAME'`");
            }
            List.of(names)
                    .forEach(name -> reading.attempt(() -> {
                        reading.mention(owner, "requires", name);
                        required.add(Rules.variable(name));
                    }));
        });
    }

    @Override
    public final void user(String user) {
        single("user", user, () -> this.user = Rules.user(user));
    }

    @Override
    public final void user(int user) {
        single("user", user, () -> this.user = Rules.user(Integer.toString(user)));
    }

    @Override
    public final void hostname(String name) {
        single("hostname", name, () -> hostname = Rules.hostName(name));
    }

    @Override
    public final void workingDirectory(String path) {
        single("workingDirectory", path, () -> workingDirectory = HostPaths.inContainer("workingDirectory", path));
    }

    @Override
    public final void label(String name, @Nullable Object value) {
        word("label", name, () -> setLabel(name, value));
    }

    @Override
    public final void labels(Map<String, ?> labels) {
        word("labels", labels, () -> labels.forEach((name, value) -> setLabel(String.valueOf(name), value)));
    }

    @Override
    public final void option(String path, @Nullable Object value) {
        word("option", path, () -> setOption(path, value));
    }

    @Override
    public final void options(Map<String, ?> options) {
        word("options", options, () -> options.forEach((path, value) -> setOption(String.valueOf(path), value)));
    }

    /** Reads a word that stands once, and notes its place. */
    final void single(String name, @Nullable Object argument, Runnable action) {
        once(name, argument, () -> {
            reading.mention(owner, name, "");
            action.run();
        });
    }

    /** One text is split as a shell does it; several are taken as they are. */
    final List<String> commandLine(String word, String... texts) {
        if (texts.length != 1) {
            return argumentsOf(word, List.of(texts));
        }
        ShellWords.Split split = ShellWords.split(texts[0]);
        if (!split.operators().isEmpty()) {
            reading.warning(
                    "no shell reads `" + word + "`, so `" + split.operators().get(0) + "` is passed on as a word",
                    "for a shell write `" + word + " 'sh', '-c', '…'`");
        }
        return argumentsOf(word, split.words());
    }

    /** The texts of a list. */
    final List<String> argumentsOf(String word, List<?> words) {
        List<String> texts = Given.texts(word, words);
        if (texts.isEmpty()) {
            throw new Mistake("`" + word + "` is empty", "write a command, or leave the word out for the image's own");
        }
        return List.copyOf(texts);
    }

    private void setVariable(String name, @Nullable Object value) {
        reading.attempt(() -> {
            reading.mention(owner, "env", name);
            Rules.variable(name);
            environment.remove(name);
            reading.computed(value, each -> {
                if (each instanceof SecretHandle secret) {
                    References.secret(secret).ifPresent(id -> environment.put(name, new EnvValue.Secret(id)));
                } else {
                    environment.put(name, value(name, each));
                }
            });
        });
    }

    private static EnvValue value(String name, @Nullable Object value) {
        if (value instanceof NameOfHost) {
            return new EnvValue.NameOfHost();
        } else if (value instanceof AddressOfHost address) {
            return new EnvValue.AddressOfHost(address.name(), address.ipv6());
        }
        return new EnvValue.Literal(Given.text("env " + name, value));
    }

    private void setLabel(String name, @Nullable Object value) {
        reading.attempt(() -> {
            reading.mention(owner, "label", name);
            labels.put(Rules.label(name), Given.text("label " + name, value));
        });
    }

    private void setOption(String path, @Nullable Object value) {
        reading.attempt(() -> reading.computed(
                value,
                each -> OptionText.fields(path, each).forEach((field, fieldValue) -> {
                    reading.mention(owner, "option", field.toString());
                    options.put(field, fieldValue);
                })));
    }

    final ContainerProcess process() {
        return new ContainerProcess(
                Optional.ofNullable(command),
                Optional.ofNullable(entrypoint),
                Optional.ofNullable(workingDirectory),
                Optional.ofNullable(user),
                Optional.ofNullable(hostname));
    }

    final SortedMap<String, EnvValue> environment() {
        SortedMap<String, EnvValue> all = new TreeMap<>(environment);
        required.forEach(name -> all.put(name, EnvValue.required(Optional.ofNullable(environment.get(name)))));
        return all;
    }

    final SortedMap<String, String> labels() {
        return labels;
    }

    final SortedMap<FieldPath, Value> attributes() {
        return attributes;
    }

    final SortedMap<FieldPath, Value> options() {
        return options;
    }
}
