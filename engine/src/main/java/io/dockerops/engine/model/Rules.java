package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What single values must look like, for readers of projects that want to report each at its place. Every check gives its
 * value back and throws an {@link IllegalArgumentException} with a text for the user.
 */
public final class Rules {

    /** The least memory that an engine lets a container have. */
    public static final Size LEAST_MEMORY = new Size(6L * 1024 * 1024);

    /** The longest host name (Linux allows 64 bytes, a label of RFC 1123 has at most 63). */
    public static final int LONGEST_HOST_NAME = 63;

    /** Names of DNS have at most 253 characters; the longest host name and a dot go before the zone. */
    private static final int LONGEST_ZONE = 253 - LONGEST_HOST_NAME - 1;

    private static final Pattern HOST_NAME =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern USER =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}|[ugoa]*[-+=][rwxXst]*(?:,[ugoa]*[-+=][rwxXst]*)*");
    private static final Pattern CPUSET = Pattern.compile("\\d{1,4}(?:-\\d{1,4})?(?:,\\d{1,4}(?:-\\d{1,4})?)*");
    private static final List<String> SIGNALS = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
            "WINCH", "IO", "PWR", "SYS");
    private static final List<String> CAPABILITIES = List.of(
            "ALL",
            "AUDIT_CONTROL",
            "AUDIT_READ",
            "AUDIT_WRITE",
            "BLOCK_SUSPEND",
            "BPF",
            "CHECKPOINT_RESTORE",
            "CHOWN",
            "DAC_OVERRIDE",
            "DAC_READ_SEARCH",
            "FOWNER",
            "FSETID",
            "IPC_LOCK",
            "IPC_OWNER",
            "KILL",
            "LEASE",
            "LINUX_IMMUTABLE",
            "MAC_ADMIN",
            "MAC_OVERRIDE",
            "MKNOD",
            "NET_ADMIN",
            "NET_BIND_SERVICE",
            "NET_BROADCAST",
            "NET_RAW",
            "PERFMON",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYSLOG",
            "SYS_ADMIN",
            "SYS_BOOT",
            "SYS_CHROOT",
            "SYS_MODULE",
            "SYS_NICE",
            "SYS_PACCT",
            "SYS_PTRACE",
            "SYS_RAWIO",
            "SYS_RESOURCE",
            "SYS_TIME",
            "SYS_TTY_CONFIG",
            "WAKE_ALARM");
    private static final List<String> ULIMITS = List.of(
            "core",
            "cpu",
            "data",
            "fsize",
            "locks",
            "memlock",
            "msgqueue",
            "nice",
            "nofile",
            "nproc",
            "rss",
            "rtprio",
            "rttime",
            "sigpending",
            "stack");
    private static final int FIRST_REAL_TIME_SIGNAL = 34;
    private static final int LAST_SIGNAL = 64;

    private Rules() {}

    /** A project's name. */
    public static String projectName(String name) {
        return Names.check("project", name);
    }

    /** The name of an environment of a project. */
    public static String environmentName(String name) {
        return Names.check("environment", name);
    }

    /** What is put in front of image names. */
    public static String repository(String prefix) {
        try {
            ImageReference reference = ImageReference.parse(prefix + "/image");
            if (reference.equals(new ImageReference(prefix + "/image", reference.tag(), Optional.empty()))) {
                return prefix;
            }
        } catch (IllegalArgumentException e) {
            throw notARepository(prefix);
        }
        throw notARepository(prefix);
    }

    private static Mistake notARepository(String prefix) {
        return new Mistake(
                "`" + prefix + "` cannot stand in front of an image name",
                "write a registry, with or without a path: `registry.example.com` or `registry.example.com:5000/shop`");
    }

    /** An image's tag. */
    public static String tag(String tag) {
        return matching(TAG, tag, "is not an image tag: letters, digits, `_`, `.` and `-`, at most 128 characters");
    }

    /** The name of an environment variable. */
    public static String variable(String name) {
        int equals = name.indexOf('=');
        if (equals > 0) {
            throw new Mistake(
                    "the name of an environment variable cannot contain `=`, and `" + name + "` does",
                    "did you mean `env '" + name.substring(0, equals) + "', '" + name.substring(equals + 1) + "'`?");
        }
        if (equals == 0 || name.isBlank() || name.chars().anyMatch(c -> c <= ' ')) {
            throw new Mistake("`" + name + "` is not a name for an environment variable: no spaces, and not empty");
        }
        return name;
    }

    /** The name of a label that a user sets. */
    public static String label(String name) {
        if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ')) {
            throw new Mistake("`" + name + "` is not a name for a label: no spaces, and not empty");
        }
        if (name.startsWith(Labels.PREFIX)) {
            throw new Mistake(
                    "labels that begin with `" + Labels.PREFIX + "` are kept for DockerOps, and `" + name + "` does",
                    "begin it with a domain of your own, such as `com.example.`");
        }
        return name;
    }

    /** A container's host name. */
    public static String hostName(String name) {
        if (name.length() > LONGEST_HOST_NAME) {
            throw new Mistake("the host name `" + name + "` has " + name.length() + " characters, and "
                    + LONGEST_HOST_NAME + " are the most");
        }
        return matching(HOST_NAME, name, "is not a host name: letters, digits and `-`, with `.` between its parts");
    }

    /** A zone of DNS, in lower case and without the dot at its end. */
    public static String zone(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        matching(HOST_NAME, plain, "is not a zone: letters, digits and `-`, with `.` between its parts");
        if (plain.length() > LONGEST_ZONE) {
            throw new Mistake("the zone `" + name + "` has " + plain.length() + " characters, and " + LONGEST_ZONE
                    + " are the most");
        }
        for (String label : plain.split("\\.")) {
            if (label.length() > LONGEST_HOST_NAME) {
                throw new Mistake("`" + label + "` in the zone `" + name + "` has " + label.length()
                        + " characters, and " + LONGEST_HOST_NAME + " are the most between two dots");
            }
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    /** A name of the project as DNS has it, which knows neither {@code _} nor capitals. */
    static String dnsName(String name) {
        return name.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** A further name in a network. */
    public static String alias(String name) {
        return matching(
                ALIAS,
                name,
                "is not a name in a network: letters, digits, `_`, `.` and `-`, a letter or digit first, at most 63"
                        + " characters");
    }

    /** A user, with or without a group. */
    public static String user(String user) {
        return matching(USER, user, "is not a user: write `user` or `user:group`, as names or numbers");
    }

    /** A group of users. */
    public static String group(String group) {
        return matching(GROUP, group, "is not a group: write its name or its number");
    }

    /** A file mode as chmod takes it. */
    public static String mode(String mode) {
        return matching(MODE, mode, "is not a mode that chmod takes: write `0750` or `u=rwX,g=rX,o=`");
    }

    /** Numbers of processors. */
    public static String cpuset(String processors) {
        return matching(CPUSET, processors, "is not a set of processors: write numbers and ranges, such as `0-2,4`");
    }

    /** A signal by name or number, as {@code SIGTERM}; signals without a name stay numbers. */
    public static String signal(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        name = name.startsWith("SIG") ? name.substring("SIG".length()) : name;
        if (SIGNALS.contains(name) || name.matches("RTMIN(?:\\+\\d{1,2})?|RTMAX(?:-\\d{1,2})?")) {
            return "SIG" + name;
        }
        if (text.matches("\\d{1,2}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= SIGNALS.size()) {
                return "SIG" + SIGNALS.get(number - 1);
            }
            if (number >= FIRST_REAL_TIME_SIGNAL && number <= LAST_SIGNAL) {
                return text;
            }
        }
        Optional<String> near = Suggest.hint(
                "SIG" + name, SIGNALS.stream().map(signal -> "SIG" + signal).toList());
        throw new Mistake(
                "`" + text + "` is not a signal", near.orElse("write a name such as `SIGTERM`, or its number"));
    }

    /** A path in a container whose content is watched. */
    public static String watchedPath(String path) {
        String checked = Paths.checkAbsolute("path of `watch`", path);
        return checked.length() > 1 && checked.endsWith("/") ? checked.substring(0, checked.length() - 1) : checked;
    }

    /** A capability of Linux, without {@code CAP_}. */
    public static String capability(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        name = name.startsWith("CAP_") ? name.substring("CAP_".length()) : name;
        if (!CAPABILITIES.contains(name)) {
            throw new Mistake(
                    "`" + text + "` is not a capability of Linux",
                    Suggest.hint(name, CAPABILITIES).orElse("write a name such as `NET_ADMIN`, or `ALL`"));
        }
        return name;
    }

    /** Limits of a resource of processes. */
    public static void ulimit(String name, long soft, long hard) {
        if (!ULIMITS.contains(name)) {
            throw new Mistake(
                    "`" + name + "` is not a resource that ulimit knows",
                    Suggest.hint(name, ULIMITS).orElse("it knows " + String.join(", ", ULIMITS)));
        }
        if (soft < -1 || hard < -1) {
            throw new Mistake("a limit of `" + name + "` cannot be negative", "for no limit write -1");
        }
        if (hard >= 0 && (soft > hard || soft == -1)) {
            throw new Mistake("the soft limit of `" + name + "`, " + (soft == -1 ? "none" : soft)
                    + ", is above the hard one, " + hard);
        }
    }

    /** A limit of memory. */
    public static Size memory(Size size) {
        if (size.compareTo(LEAST_MEMORY) < 0) {
            throw new Mistake("a container needs at least 6.mb of memory, and " + size + " is less");
        }
        return size;
    }

    /** A time of a health check. */
    public static Duration healthTime(String word, Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0) {
            throw new Mistake(
                    "`" + word + "` must be at least 1.ms, and " + inSeconds(time) + " is less",
                    "write a number with a unit, such as `" + word + " 2.seconds`");
        }
        return time;
    }

    /** The time that a container has to stop. */
    public static Duration stopTimeout(Duration time) {
        if (time.isNegative()) {
            throw new Mistake("`stopTimeout` cannot be negative, and " + inSeconds(time) + " is");
        }
        if (time.toNanosPart() != 0) {
            throw new Mistake(
                    "`stopTimeout` is counted in whole seconds, and " + inSeconds(time) + " is not whole",
                    "did you mean `" + (time.toSeconds() + 1) + ".seconds`?");
        }
        return time;
    }

    /** The time to wait after a start. */
    public static Duration startDelay(Duration time) {
        if (time.isNegative()) {
            throw new Mistake("`startDelay` cannot be negative, and " + inSeconds(time) + " is");
        }
        return time;
    }

    private static String inSeconds(Duration time) {
        String seconds = new BigDecimal(time.toNanos())
                .movePointLeft(9)
                .stripTrailingZeros()
                .toPlainString();
        return seconds + (seconds.equals("1") ? ".second" : ".seconds");
    }

    private static String matching(Pattern pattern, String text, String rule) {
        if (!pattern.matcher(text).matches()) {
            throw new Mistake("`" + text + "` " + rule);
        }
        return text;
    }
}
