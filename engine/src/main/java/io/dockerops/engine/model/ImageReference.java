package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an image comes from, in the form of the distribution specification: {@code [registry/]path[:tag][@digest]}. Images
 * of Docker Hub have their short names, as engines list them: {@code docker.io/library/redis} is {@code redis}.
 *
 * @param name registry and path
 * @param tag the tag; empty when there is only a digest
 * @param digest the digest, such as {@code sha256:…}
 */
public record ImageReference(String name, Optional<String> tag, Optional<String> digest) {

    private static final Pattern NAME =
            Pattern.compile("(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
                    + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]+:[a-fA-F0-9]{32,}");
    private static final String DEFAULT_TAG = "latest";
    private static final List<String> HUB = List.of("docker.io/", "index.docker.io/");
    private static final String OFFICIAL = "library/";

    /** @throws IllegalArgumentException when a part breaks the grammar, with a message for the user */
    public ImageReference {
        name = shortened(name);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name
                    + "` is not an image name: lower-case letters, digits, and `.`, `_`, `-` or `/` between them");
        }
        if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
            throw new IllegalArgumentException("`" + tag.get()
                    + "` is not an image tag: letters, digits, `_`, `.` and `-`, at most 128 characters");
        }
        if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
            throw new IllegalArgumentException("`" + digest.get() + "` is not a digest such as `sha256:…`");
        }
    }

    /**
     * Reads a reference. Without tag and digest the tag is {@code latest}.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static ImageReference parse(String text) {
        return parse(text, null, null);
    }

    /**
     * Reads an image name of a project: {@code repository} is put before names without {@code /}; a leading {@code /}
     * means that the name is taken as it is; {@code defaultTag} stands in for a missing tag.
     *
     * @throws IllegalArgumentException when it is not a reference
     */
    static ImageReference parse(String text, @Nullable String repository, @Nullable String defaultTag) {
        int at = text.indexOf('@');
        String tagged = at < 0 ? text : text.substring(0, at);
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        String plain = colon < 0 ? tagged : tagged.substring(0, colon);
        Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(tagged.substring(colon + 1));
        if (tag.isEmpty() && digest.isEmpty()) {
            tag = Optional.of(defaultTag == null ? DEFAULT_TAG : defaultTag);
        }
        return new ImageReference(prefixed(plain, repository), tag, digest);
    }

    private static String shortened(String name) {
        String path = name;
        for (String hub : HUB) {
            path = name.startsWith(hub) ? name.substring(hub.length()) : path;
        }
        boolean official = path.startsWith(OFFICIAL) && path.indexOf('/', OFFICIAL.length()) < 0;
        return official && path.length() > OFFICIAL.length() ? path.substring(OFFICIAL.length()) : path;
    }

    private static String prefixed(String name, @Nullable String repository) {
        if (name.startsWith("/")) {
            return name.substring(1);
        }
        return repository == null || name.indexOf('/') >= 0 ? name : repository + "/" + name;
    }

    @Override
    public String toString() {
        return name
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(text -> "@" + text).orElse("");
    }
}
