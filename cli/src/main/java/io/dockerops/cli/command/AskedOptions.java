package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.command.Syntax.Toggle;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.model.Switches;
import io.dockerops.engine.model.Typing;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options that ask something of instances: a name that no file lists, a type, switches, a command. */
final class AskedOptions {

    private static final int RANDOM_BYTES = 4;

    private final Text instance;
    private final Text type;
    private final Toggle linked;
    private final Toggle publish;
    private final Toggle data;
    private final Toggle opt;
    private final Toggle log;
    private final Toggle interactive;
    private final Toggle safemode;
    private final Text seed;

    AskedOptions(Syntax syntax) {
        instance = syntax.optionalText(
                "NAME",
                "Run an instance of the service that is named, be it listed in a file or not. Without a name: one of 8"
                        + " hex digits. It stays until it is cleaned.",
                "--instance");
        type = syntax.text(
                "TYPE", "Run what is named as instances of this type, such as published or master.", "--type");
        linked = syntax.toggle("Whether links count.", "--linked");
        publish = syntax.toggle("Publish the ports that the image exposes.", "--publish-exposed");
        data = syntax.toggle("Keep /data beyond the container.", "--persistent-data");
        opt = syntax.toggle("Keep /opt beyond the container.", "--persistent-opt");
        log = syntax.toggle("Keep /var/log beyond the container.", "--persistent-log");
        safemode = syntax.toggle("Leave out the entrypoints of the service, as far as its image knows.", "--safemode");
        interactive = syntax.toggle(
                "Run a shell in place of the command, connected with this terminal, and remove the container after it.",
                "--interactive");
        seed = syntax.text(
                "WORDS",
                "Run this in place of the command: split as a shell does, but nothing is expanded.",
                "--seed-command");
    }

    /** Whether any of them was given. */
    boolean given() {
        return instance.value().isPresent()
                || !said().equals(Typing.Said.NOTHING)
                || seed.value().isPresent();
    }

    /** Whether an instance of a service is named. */
    boolean named() {
        return instance.value().isPresent();
    }

    /** Whether it is to be given a name. */
    boolean nameless() {
        return instance.value().filter(String::isEmpty).isPresent();
    }

    /** Whether a single instance is meant in a way in which an interactive one is connected with the terminal. */
    boolean connects() {
        return instance.value().isPresent() || interactive.value().orElse(false);
    }

    private Typing.Said said() {
        return new Typing.Said(
                type.value(),
                new Switches(
                        linked.value(),
                        publish.value(),
                        data.value(),
                        opt.value(),
                        log.value(),
                        interactive.value(),
                        safemode.value()));
    }

    /**
     * What is asked of which instances.
     *
     * @param words the targets
     * @throws ProblemException when options, targets and project do not go together
     */
    List<Asked> of(Session session, LoadedProject loaded, List<String> words) {
        Optional<List<String>> command = seed.value().map(AskedOptions::words);
        if (interactive.value().orElse(false) && command.isPresent()) {
            throw new ProblemException(Problem.error(
                    "`--interactive` runs a shell, and `--seed-command` something else", "leave one of them out"));
        }
        if (instance.value().isPresent()) {
            return List.of(instance(session, loaded, words, instance.value().get(), command));
        }
        if (words.isEmpty()) {
            requireTargets(command);
        }
        return targets(session, loaded, words, command);
    }

    private static List<String> words(String line) {
        List<String> words;
        try {
            words = ShellWords.split(line).words();
        } catch (Mistake e) {
            throw new ProblemException(
                    Problem.error("`--seed-command`: " + e.summary(), "close it, or write `\\` before it"));
        }
        if (words.isEmpty()) {
            throw new ProblemException(
                    Problem.error("`--seed-command` has no words", "write `--seed-command 'top -b'`"));
        }
        return words;
    }

    private void requireTargets(Optional<List<String>> command) {
        List<String> alone = new ArrayList<>();
        interactive.value().filter(on -> on).ifPresent(on -> alone.add("--interactive"));
        safemode.value().filter(on -> on).ifPresent(on -> alone.add("--safemode"));
        command.ifPresent(given -> alone.add("--seed-command"));
        if (!alone.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`" + alone.get(0) + "` is not for a whole project",
                    "name what is meant: `dockerops run " + alone.get(0) + " web.one`"));
        }
    }

    private Asked instance(
            Session session, LoadedProject loaded, List<String> words, String name, Optional<List<String>> command) {
        ServiceId service = service(loaded, words);
        String chosen = name.isEmpty() ? random(session, loaded, service) : name;
        try {
            InstanceId id = InstanceId.named(service, chosen);
            return new Asked(id, said(), command, AskedContainers.listed(loaded, id));
        } catch (IllegalArgumentException e) {
            throw problem("--instance " + chosen, e);
        }
    }

    private static ProblemException problem(String what, IllegalArgumentException e) {
        Mistake mistake = Mistake.of(e);
        Problem problem = Problem.error("`" + what + "`: " + mistake.summary());
        for (String hint : mistake.hints()) {
            problem = problem.hint(hint);
        }
        return new ProblemException(problem);
    }

    private static ServiceId service(LoadedProject loaded, List<String> words) {
        if (words.size() != 1) {
            throw new ProblemException(Problem.error(
                    words.isEmpty()
                            ? "`--instance` goes with a service, and none is named"
                            : "`--instance` goes with one service, and " + words.size() + " are named",
                    "name one, in front of it: `dockerops run web --instance one`"));
        }
        String word = words.get(0);
        int dot = word.indexOf('.');
        if (dot > 0) {
            throw new ProblemException(Problem.error(
                    "`--instance` goes with a service, and `" + word + "` names an instance already",
                    "`dockerops run " + word.substring(0, dot) + " --instance " + word.substring(dot + 1) + "`, or `"
                            + word + "` alone"));
        }
        boolean group = loaded.project().groups().stream()
                .anyMatch(each -> each.id().name().equals(word));
        boolean service = loaded.project().services().stream()
                .anyMatch(each -> each.id().name().equals(word));
        if (group && !service) {
            throw new ProblemException(
                    Problem.error("`--instance` goes with a service, and `" + word + "` is a group"));
        }
        try {
            return new ServiceId(word);
        } catch (IllegalArgumentException e) {
            throw problem(word, e);
        }
    }

    /** Hex digits that no instance of the service is called, be it listed or not. */
    private static String random(Session session, LoadedProject loaded, ServiceId service) {
        Set<InstanceId> taken = new LinkedHashSet<>(
                ProjectContainers.list(session.engine(), loaded.project()).instances());
        loaded.project().instances().forEach(each -> taken.add(each.id()));
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[RANDOM_BYTES];
        String name;
        do {
            random.nextBytes(bytes);
            name = HexFormat.of().formatHex(bytes);
        } while (taken.contains(InstanceId.named(service, name)));
        return name;
    }

    private List<Asked> targets(
            Session session, LoadedProject loaded, List<String> words, Optional<List<String>> command) {
        List<Asked> before = AskedContainers.namedBy(session, loaded, words);
        LoadedProject all = before.isEmpty() ? loaded : session.asking(loaded, before);
        Set<InstanceId> named = Targets.resolve(all.project(), words.isEmpty() ? List.of("*") : words);
        Map<InstanceId, Asked> asked = new LinkedHashMap<>();
        for (Instance each : all.project().instances()) {
            if (named.contains(each.id())) {
                InstanceId id = new InstanceId(each.id().service(), each.declared());
                asked.put(id, over(id, command, before));
            }
        }
        return List.copyOf(asked.values());
    }

    /** What is asked now of {@code id}, over what was asked before when no file lists it. */
    private Asked over(InstanceId id, Optional<List<String>> command, List<Asked> before) {
        return before.stream()
                .filter(each -> each.instance().equals(id))
                .findFirst()
                .map(each -> new Asked(id, said().over(each.said()), command.or(each::command), false))
                .orElseGet(() -> new Asked(id, said(), command, true));
    }
}
