package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image is made for.
 *
 * @param os such as {@code linux}
 * @param architecture as Docker calls it, such as {@code amd64}
 * @param variant such as {@code v7}; none when empty
 */
public record Platform(String os, String architecture, Optional<String> variant) {

    /** The field of a specification that asks for a platform: of Docker's API it is no field but a parameter. */
    public static final FieldPath FIELD = FieldPath.of("Platform");

    private static final Pattern FORM = Pattern.compile("([a-z]+)/([a-z0-9]+)(?:/([a-z0-9.]+))?");
    private static final List<String> KNOWN = List.of(
            "linux/amd64",
            "linux/arm64",
            "linux/arm64/v8",
            "linux/arm/v5",
            "linux/arm/v6",
            "linux/arm/v7",
            "linux/386",
            "linux/ppc64le",
            "linux/s390x",
            "linux/riscv64",
            "linux/mips64le",
            "linux/loong64",
            "windows/amd64");

    /**
     * Reads {@code os/architecture} or {@code os/architecture/variant}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Platform parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean known = KNOWN.stream().anyMatch(each -> each.equals(text) || each.startsWith(text + "/"));
        if (!matcher.matches() || !known) {
            throw new Mistake(
                    "`" + text + "` is not a platform",
                    Suggest.hint(text, KNOWN).orElse("write `linux/amd64` or `linux/arm64`"));
        }
        return new Platform(matcher.group(1), matcher.group(2), Optional.ofNullable(matcher.group(3)));
    }

    /** The platform that {@code settings} ask for. */
    public static Optional<Platform> of(Settings settings) {
        Value asked =
                settings.options().getOrDefault(FIELD, settings.attributes().get(FIELD));
        return asked instanceof Value.Text text ? Optional.of(parse(text.text())) : Optional.empty();
    }

    /** Whether an image for {@code other} is what is asked for here; without a variant any is. */
    public boolean takes(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && (variant.isEmpty() || variant.equals(other.variant));
    }

    @Override
    public String toString() {
        return os + "/" + architecture + variant.map(name -> "/" + name).orElse("");
    }
}
