package io.dockerops.dsl.build;

import io.dockerops.engine.problem.Mistake;

/** The rules for paths that scripts name on hosts and in containers. */
final class HostPaths {

    private HostPaths() {}

    /** A path on a host, absolute or relative to the host root. */
    static String onHost(String path) {
        if (path.isBlank()) {
            throw new Mistake("a host path is empty", "write a path, or `.` for the host root itself");
        }
        if (path.startsWith("~")) {
            throw new Mistake(
                    "`" + path + "` begins with `~`, which has no meaning on another host", "write the path in full");
        }
        String plain = path.startsWith("./") ? path.substring(2) : path;
        if (plain.equals("..") || plain.startsWith("../")) {
            throw new Mistake("the host path `" + path + "` leads out of the host root", "write an absolute path");
        }
        return plain;
    }

    /** An absolute path in a container. */
    static String inContainer(String word, String path) {
        if (!path.startsWith("/")) {
            throw new Mistake(
                    "the path behind `" + word + "` must be absolute, and `" + path + "` is not",
                    "write `'/" + path + "'`");
        }
        return path;
    }
}
