package io.dockerops.engine.model;

import java.util.List;

/** What is watched comes from the host. */
final class WatchRules {

    private WatchRules() {}

    static void check(Inquiry inquiry) {
        for (Instance instance : inquiry.instances) {
            List<WatchedFile> watched = WatchedFile.of(inquiry.project, instance);
            for (String path : instance.settings().lifecycle().watch()) {
                if (watched.stream()
                        .noneMatch(file -> file.asked() && file.path().equals(path))) {
                    inquiry.error(
                            instance.id(),
                            "watch",
                            path,
                            "nothing of the host is mounted at `" + path + "` of `"
                                    + instance.id().label() + "`, or above it",
                            List.of("`watch` takes the path of a mount as the container sees it"));
                }
            }
        }
    }
}
