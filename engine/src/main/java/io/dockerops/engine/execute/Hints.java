package io.dockerops.engine.execute;

import io.dockerops.engine.model.Labels;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.TimedOut;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what users can do about what engines say. Messages are those of Docker 20.10 to 29 and of runc. */
final class Hints {

    private static final int COMMAND_NOT_EXECUTABLE = 126;
    private static final int COMMAND_NOT_FOUND = 127;
    private static final int KILLED = 137;
    private static final int SEGMENTATION_FAULT = 139;

    /** What an engine says, and what to do about it. The first one that is found counts, so the special come first. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "(?:Bind for|bind host port(?: for)?) \\S*?:(\\d+)(?:/\\w+)?(?::\\S+)? ?failed: port is already allocated",
                    Hints::portOfContainer),
            rule("listen \\w+ \\S*:(\\d+): bind: address already in use", Hints::portOfProcess),
            rule("bind host port(?: for)? \\S*?:(\\d+)[:/].*address already in use", Hints::portOfContainer),
            rule("container name \"/?([^\"]+)\" is already in use", Hints::nameTaken),
            rule("volume is in use - \\[(\\w+)", Hints::volumeInUse),
            rule("network (\\S+) .*has active endpoints", Hints::networkInUse),
            rule(
                    "pull access denied for dockerops/(?:base|dns)(?=[\\s,:]|$)",
                    "`library 'platform'` in the project declares this image"),
            rule(
                    "pull access denied for dockerops/dockerops-",
                    "this image is of an older DockerOps; write `FROM dockerops/base`"),
            rule(
                    "pull access denied for ([^\\s,]+)",
                    "check the name of the image; when it is in a private registry, `docker login` first"),
            rule("manifest for (\\S+) not found|manifest unknown", "the registry has no such tag; check it"),
            rule(
                    "[Nn]o such image: ([^\\s\"]+)",
                    "`$1` is not on this host; pull it, or check the name for a spelling mistake"),
            rule("unauthorized|authentication required", "log in to the registry with `docker login`"),
            rule(
                    "x509: |certificate signed by unknown",
                    "the registry's certificate is not trusted by the engine's host"),
            rule(
                    "dial tcp: lookup (\\S+?)[: ]",
                    "the engine's host cannot resolve `$1`; check its DNS and the image's name"),
            rule(
                    "https?://[^\\s\"]+\": (?:dial tcp|net/http|context deadline)",
                    "the registry cannot be reached from the engine's host; check its network or proxy"),
            rule("no space left on device", "free space on the engine's disk; `docker system df` tells what takes it"),
            rule(
                    "bind source path does not exist: (\\S+)",
                    "make `$1` on the host, or mount it writable, then the engine makes the folder"),
            rule(
                    "not a directory.*mount a directory onto a file",
                    "one side of a mount is a file and the other one a folder; check the paths"),
            rule(
                    "exec: \"([^\"]+)\": (?:executable file not found|stat \\S+ no such file)",
                    "there is no `$1` in the image; check command and entrypoint"),
            rule("exec: \"([^\"]+)\": permission denied", "`$1` is not executable; `chmod +x` it in the image"),
            rule("exec format error", "the image or the script is for another machine, or lacks its `#!` line"),
            rule(
                    "unable to find (user|group) ([^\\s:]+)",
                    "the image has no $1 `$2`; use a number or add it to the image"),
            rule(
                    "non-overlapping IPv4 address pool|address pools have been fully subnetted",
                    "the engine has no free subnets; remove unused networks with `docker network prune`, or give a subnet"),
            rule("Pool overlaps with other one", "another network has this subnet; `docker network ls` lists them"),
            rule(
                    "[Nn]o such container: (\\S+)",
                    "the container was removed or renamed meanwhile; run again, and what is missing is made anew"),
            rule(
                    "cannot remove a running container",
                    "somebody has started it meanwhile; run again, and it is stopped first"),
            rule(
                    "[Cc]ontainer \\S+ is not running",
                    "it has stopped meanwhile; its log may say why, and a new run starts it"),
            rule("network (\\S+) not found", "the network `$1` was removed meanwhile; run again"),
            rule(
                    "permission denied.*(?:docker\\.sock|daemon socket)",
                    "join the group `docker` (`sudo usermod -aG docker $$USER`, then log in again), or run as root"),
            rule("cgroup|memory limit", "check the limits; the host may not support them"));

    private record Rule(Pattern pattern, BiFunction<Hints, Matcher, Optional<String>> hint) {}

    private final ContainerEngine engine;

    /** @param engine is asked who is in the way */
    Hints(ContainerEngine engine) {
        this.engine = engine;
    }

    /** A way out of {@code failure}, one line; empty when none is known. */
    Optional<String> of(Action action, EngineException failure) {
        if (failure.hint().isPresent()) {
            return failure.hint();
        }
        if (failure instanceof EngineRefused refused) {
            return ofWords(refused.engineMessage());
        }
        if (failure instanceof ContainerFailed failed) {
            return failed.exitCode().isPresent() ? ofExit(action, failed.exitCode()) : Optional.empty();
        }
        if (failure instanceof TimedOut && action instanceof Action.AwaitEnd wait) {
            return Optional.of("its container `" + wait.name() + "` goes on; give it more time with `--timeout`, and"
                    + " `--replace` to remove that container first");
        }
        return failure instanceof TimedOut && action instanceof Action.AwaitHealthy
                ? Optional.of("see what its check says, or give it more time with `within`")
                : Optional.empty();
    }

    private Optional<String> ofWords(String message) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(message);
            if (matcher.find()) {
                return rule.hint.apply(this, matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofExit(Action action, OptionalInt code) {
        return switch (code.getAsInt()) {
            case 0 ->
                stays(action)
                        ? Optional.of("its command does not stay in the foreground; if it is to end, say `oneShot()`")
                        : Optional.empty();
            case COMMAND_NOT_EXECUTABLE -> Optional.of("exit code 126 means that the command is not executable");
            case COMMAND_NOT_FOUND -> Optional.of("exit code 127 means that a command was not found");
            case KILLED ->
                Optional.of("exit code 137 means that it was killed, perhaps because it used too much memory");
            case SEGMENTATION_FAULT -> Optional.of("exit code 139 means that the program crashed");
            default -> Optional.empty();
        };
    }

    private static boolean stays(Action action) {
        return action instanceof Action.AwaitHealthy
                || action instanceof Action.AwaitSteady
                || (action instanceof Action.StartContainer start && start.stays());
    }

    private Optional<String> portOfContainer(Matcher matcher) {
        String port = matcher.group(1);
        return all().stream()
                .filter(container -> container.publishedPorts().stream().anyMatch(each -> publishes(each, port)))
                .map(ContainerSummary::name)
                .findFirst()
                .map(name -> "port " + port + " is published by the container `" + name + "`")
                .or(() -> portOfProcess(matcher));
    }

    private static boolean publishes(String published, String port) {
        return published.contains(":" + port + "->");
    }

    private Optional<String> portOfProcess(Matcher matcher) {
        return Optional.of("port " + matcher.group(1)
                + " is used by a process that is not a container; `ss -ltnp` on the host tells which");
    }

    private Optional<String> nameTaken(Matcher matcher) {
        String name = matcher.group(1);
        Optional<String> owner = engine.inspect(name)
                .flatMap(found -> Optional.ofNullable(found.labels().get(Labels.PROJECT)));
        String maker = owner.map(project -> "`" + name + "` belongs to the project `" + project + "`")
                .orElse("`" + name + "` was not made by DockerOps");
        return Optional.of(maker + "; rename or remove it: docker rename " + name + " " + name + ".old");
    }

    /** Engines of 20.10 can lose count of a network's endpoints; then none is left and the network stays all the same. */
    private Optional<String> networkInUse(Matcher matcher) {
        String network = matcher.group(1);
        return all().stream()
                .filter(container -> engine.inspect(container.id())
                        .filter(found -> found.addresses().containsKey(network))
                        .isPresent())
                .map(container -> "the container `" + container.name() + "` is in it")
                .findFirst()
                .or(() -> Optional.of("no container is in it: the engine has lost count of its endpoints;"
                        + " restart the engine, and it can be removed"));
    }

    private List<ContainerSummary> all() {
        return engine.containers(Collections.unmodifiableSortedMap(new TreeMap<>()));
    }

    private Optional<String> volumeInUse(Matcher matcher) {
        return all().stream()
                .filter(container -> container.id().startsWith(matcher.group(1)))
                .map(container -> "the container `" + container.name() + "` uses it")
                .findFirst();
    }

    private static Rule rule(String pattern, BiFunction<Hints, Matcher, Optional<String>> hint) {
        return new Rule(Pattern.compile(pattern), hint);
    }

    /** @param hint with {@code $1} for what the pattern's first group found */
    private static Rule rule(String pattern, String hint) {
        return rule(pattern, (hints, matcher) -> {
            String text = hint;
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String found = matcher.group(group);
                text = text.replace("$" + group, found == null ? "" : found);
            }
            return Optional.of(text.replace("$$", "$"));
        });
    }
}
