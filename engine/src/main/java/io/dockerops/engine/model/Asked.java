package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the command line asks of one instance, over everything that the project says of it.
 *
 * @param instance the instance, by the name under which it is declared
 * @param said its type and switches
 * @param command what it runs in place of its command; empty when nothing is asked of that
 * @param listed whether the project itself lists it; one that it does not list carries a label that says what was asked for
 */
public record Asked(InstanceId instance, Typing.Said said, Optional<List<String>> command, boolean listed) {

    private static final Pattern PART_OF_HOST_NAME = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?");
    private static final String TYPE = "type";
    private static final String COMMAND = "--";

    /** @throws IllegalArgumentException when it is not listed, and its name cannot be part of a host name */
    public Asked {
        command = command.map(List::copyOf);
        String name = instance.instance().orElse("");
        if (!listed && !PART_OF_HOST_NAME.matcher(name).matches()) {
            throw new Mistake("`" + name
                    + "` cannot be part of a host name, as the name of an instance is: letters, digits and `-` only, and"
                    + " a letter or digit at both ends");
        }
    }

    /** The name of the instance; empty for the only one of its service. */
    String name() {
        return instance.instance().orElse("");
    }

    /** The settings that come of it, apart from those of its type. */
    Settings settings() {
        ContainerProcess process =
                new ContainerProcess(command, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Settings.Builder settings = Settings.EMPTY.toBuilder().process(process);
        return (listed ? settings : settings.labels(Map.of(Labels.ASKED, text()))).build();
    }

    /** The text of the label: {@code one type=published linked=false -- nginx -g 'daemon off;'}. */
    private String text() {
        List<String> words = new ArrayList<>(List.of(name()));
        said.type().ifPresent(type -> words.add(TYPE + "=" + type));
        said.switches().said().forEach((name, on) -> words.add(name + "=" + on));
        command.ifPresent(own -> {
            words.add(COMMAND);
            words.addAll(own);
        });
        return ShellWords.join(words);
    }

    /** What was asked for an instance of {@code service}, by the text of its label; empty when that is damaged. */
    public static Optional<Asked> of(ServiceId service, String text) {
        try {
            List<String> words = ShellWords.split(text).words();
            int end = words.contains(COMMAND) ? words.indexOf(COMMAND) : words.size();
            Map<String, String> said = new LinkedHashMap<>();
            for (String word : words.subList(1, end)) {
                int equals = word.indexOf('=');
                said.put(word.substring(0, equals), word.substring(equals + 1));
            }
            Optional<String> type = Optional.ofNullable(said.remove(TYPE));
            Map<String, Boolean> switches = new LinkedHashMap<>();
            said.forEach((name, on) -> switches.put(name, Boolean.valueOf(on)));
            return Optional.of(new Asked(
                    InstanceId.named(service, words.get(0)),
                    new Typing.Said(type, Switches.of(switches)),
                    end == words.size() ? Optional.empty() : Optional.of(words.subList(end + 1, words.size())),
                    false));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
