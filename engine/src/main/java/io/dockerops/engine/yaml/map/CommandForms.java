package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms in which a map says commands: those of containers, those run in them, and health checks. */
final class CommandForms {

    private static final List<String> EXEC_KEYS = List.of("cmd", "user", "policy");
    private static final List<String> HEALTH_KEYS = List.of("test", "interval", "timeout", "retries", "start_period");
    private static final List<String> POLICIES = List.of("restart", "initial");
    private static final HealthCheck NONE = new HealthCheck(
            List.of("NONE"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String FORM = "write `healthcheck: {test: pg_isready, interval: 10s}`";

    private final Findings findings;

    CommandForms(Findings findings) {
        this.findings = findings;
    }

    /** The words of a list, or of one line as a shell splits it. */
    List<String> line(String key, Item item) {
        List<String> words = item instanceof Several
                ? Values.texts(key, item)
                : ShellWords.split(Values.text(key, item)).words();
        if (words.isEmpty()) {
            throw new Mistake("`" + key + "` is empty", "write a command, or leave the key out for the image's own");
        }
        return words;
    }

    /** {@code user}, {@code user:group}, a number, or a list of both. */
    static String user(String key, Item item) {
        List<String> parts = Values.texts(key, item);
        if (parts.isEmpty() || parts.size() > 2) {
            throw new Mistake("`" + key + "` takes a user, or a user and a group", "write `user:group`");
        }
        return Rules.user(String.join(":", parts));
    }

    /** One element of {@code exec_commands}. */
    ExecCommand exec(Item item) {
        if (item instanceof Keyed keyed) {
            return exec(keyed);
        }
        List<Item> parts = item instanceof Several several ? several.items() : List.of(item);
        if (parts.isEmpty() || parts.size() > EXEC_KEYS.size()) {
            throw new Mistake(
                    "`exec_commands` takes a command, a user and a policy, and these are " + parts.size() + " parts",
                    "write `[command, user, initial]`");
        }
        return exec(Values.byPosition(EXEC_KEYS, parts));
    }

    private ExecCommand exec(Keyed keyed) {
        Fields fields = new Fields(findings, "a command", keyed, EXEC_KEYS);
        Item command = fields.get("cmd").orElseThrow(() -> new Mistake("this names no command", "write `cmd: …`"));
        return new ExecCommand(
                line("exec_commands", command),
                fields.get("user").map(item -> Rules.user(Values.text("user", item))),
                fields.get("policy")
                        .map(item -> once(Values.text("policy", item)))
                        .orElse(false));
    }

    private static boolean once(String policy) {
        if (!POLICIES.contains(policy)) {
            throw new Mistake(
                    "`" + policy + "` is not a policy for commands",
                    Suggest.hint(policy, POLICIES)
                            .orElse("write `restart` to run it at each start, or `initial` to run it once"));
        }
        return policy.equals("initial");
    }

    /** A health check; nothing and {@code NONE} switch the image's off. */
    HealthCheck health(Item item) {
        if (item instanceof Keyed keyed) {
            return health(keyed);
        }
        List<Item> parts = item instanceof Several several ? several.items() : List.of(item);
        if (parts.isEmpty() || parts.size() > HEALTH_KEYS.size()) {
            throw new Mistake("`healthcheck` takes one to five parts, and these are " + parts.size(), FORM);
        }
        return health(Values.byPosition(HEALTH_KEYS, parts));
    }

    private HealthCheck health(Keyed keyed) {
        Fields fields = new Fields(findings, "a health check", keyed, HEALTH_KEYS);
        Optional<List<String>> test = fields.get("test").map(CommandForms::test);
        if (test.isEmpty() || test.get().get(0).equals("NONE")) {
            return NONE;
        }
        return new HealthCheck(
                test.get(),
                time("interval", fields),
                time("timeout", fields),
                fields.get("retries").flatMap(item -> findings.tried(item, () -> retries(item))),
                time("start_period", fields),
                Optional.empty());
    }

    private static List<String> test(Item item) {
        List<String> words = Values.texts("test", item);
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw new Mistake("a health check needs a command", FORM);
        }
        boolean shell = item instanceof Single && !words.get(0).equals("NONE");
        if (shell || List.of("CMD", "CMD-SHELL", "NONE").contains(words.get(0))) {
            return shell ? List.of("CMD-SHELL", words.get(0)) : words;
        }
        List<String> prefixed = new ArrayList<>(List.of("CMD"));
        prefixed.addAll(words);
        return prefixed;
    }

    private Optional<Duration> time(String key, Fields fields) {
        return fields.get(key)
                .flatMap(item -> findings.tried(
                        item, () -> Amounts.ofHealthCheck(key, item).map(time -> Rules.healthTime(key, time))))
                .flatMap(time -> time);
    }

    private static int retries(Item item) {
        long retries = Values.whole("retries", item);
        if (retries < 1) {
            throw new Mistake("`retries` must be at least 1, and " + retries + " is less");
        }
        return Math.toIntExact(Math.min(retries, Integer.MAX_VALUE));
    }
}
