package io.dockerops.engine.state;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the images are made from that a project makes itself.
 *
 * @param fingerprints a text for each that changes when it has to be made anew
 * @param outlines what the Dockerfiles of those that are built say
 * @param mistakes what is wrong in Dockerfiles
 */
public record MadeImages(
        SortedMap<ImageId, String> fingerprints, SortedMap<ImageId, BuildOutline> outlines, List<Problem> mistakes) {

    /** A project that makes no images. */
    public static final MadeImages NONE = new MadeImages(new TreeMap<>(), new TreeMap<>(), List.of());

    public MadeImages {
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
        outlines = Collections.unmodifiableSortedMap(new TreeMap<>(outlines));
        mistakes = List.copyOf(mistakes);
    }

    /** The images of the project that {@code image} is built upon. */
    public List<ImageId> bases(ImageId image) {
        BuildOutline outline = outlines.getOrDefault(image, BuildOutline.EMPTY);
        return outline.bases().stream()
                .map(base -> new ImageId(base.image()))
                .filter(id -> fingerprints.containsKey(id))
                .toList();
    }

    /** @throws io.dockerops.engine.port.EngineException when something cannot be read */
    static MadeImages read(Project project, ImageSources sources) {
        Map<ImageId, Image> made = project.madeImages();
        SortedMap<ImageId, String> plain = new TreeMap<>();
        SortedMap<ImageId, BuildOutline> outlines = new TreeMap<>();
        Set<Problem> mistakes = new LinkedHashSet<>();
        made.forEach((id, image) -> {
            plain.put(id, sources.fingerprint(image));
            if (image instanceof Image.Build build) {
                try {
                    outlines.put(id, sources.outline(build));
                } catch (ProblemException e) {
                    mistakes.addAll(e.problems());
                }
            }
        });
        MadeImages alone = new MadeImages(plain, outlines, List.copyOf(mistakes));
        SortedMap<ImageId, String> combined = new TreeMap<>();
        made.keySet().forEach(id -> alone.combine(id, new LinkedHashSet<>(), combined));
        return new MadeImages(combined, outlines, List.copyOf(mistakes));
    }

    /** What is built upon another image of the project changes with it. In a circle each counts for itself. */
    private String combine(ImageId id, Set<ImageId> open, SortedMap<ImageId, String> combined) {
        String own = fingerprints.getOrDefault(id, "");
        String known = combined.get(id);
        if (known != null || !open.add(id)) {
            return known == null ? own : known;
        }
        List<String> parts = new ArrayList<>(List.of(own));
        bases(id).forEach(base -> parts.add(combine(base, open, combined)));
        open.remove(id);
        String text = parts.size() == 1 ? own : digest(String.join("\n", parts));
        combined.put(id, text);
        return text;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
