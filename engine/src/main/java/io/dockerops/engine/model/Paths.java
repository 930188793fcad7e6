package io.dockerops.engine.model;

/** The rule for paths in containers and on hosts, which are POSIX paths wherever this program runs. */
final class Paths {

    private Paths() {}

    static String checkAbsolute(String what, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the " + what + " must be absolute, and `" + path + "` is not");
        }
        return path;
    }
}
