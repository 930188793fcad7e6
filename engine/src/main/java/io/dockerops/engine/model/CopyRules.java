package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/** What is copied into a container can be written there, and is seen when it runs. */
final class CopyRules {

    private static final String WORD = "copy";
    private static final FieldPath READ_ONLY = FieldPath.of("HostConfig", "ReadonlyRootfs");
    private static final FieldPath TMPFS = FieldPath.of("HostConfig", "Tmpfs");

    private CopyRules() {}

    static void check(Inquiry inquiry) {
        inquiry.eachMerged((owner, merged) -> {
            for (CopiedFile file : merged.lifecycle().copies()) {
                if (Value.flag(true)
                        .equals(Fields.over(merged.options(), merged.attributes())
                                .get(READ_ONLY))) {
                    inquiry.error(
                            owner,
                            WORD,
                            file.target(),
                            "nothing can be copied to `" + file.target() + "` of `" + owner.label()
                                    + "`: its root file system is read-only",
                            List.of("mount it with `bind`, or leave `readOnlyRoot` out"));
                }
                inMemory(merged, file.target())
                        .ifPresent(folder -> inquiry.error(
                                owner,
                                WORD,
                                file.target(),
                                "what is copied to `" + file.target() + "` of `" + owner.label() + "` is never seen: `"
                                        + folder + "` is in memory and empty at each start",
                                List.of("copy it elsewhere, or take the `tmpfs` out")));
            }
        });
    }

    private static Optional<String> inMemory(Settings merged, String target) {
        return merged.attributes().keySet().stream()
                .filter(path -> path.startsWith(TMPFS) && !path.equals(TMPFS))
                .map(FieldPath::last)
                .filter(folder -> target.equals(folder) || target.startsWith(folder.replaceFirst("/*$", "/")))
                .findFirst();
    }
}
