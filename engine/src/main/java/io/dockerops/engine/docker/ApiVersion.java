package io.dockerops.engine.docker;

/**
 * A version of Docker's API.
 *
 * @param major 1, so far
 * @param minor what counts
 */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** The oldest that everything here works with: Docker 20.10. */
    static final ApiVersion OLDEST = new ApiVersion(1, 41);

    /** The newest whose changes are known here: Docker 28.3. A newer engine is spoken to in this one. */
    static final ApiVersion NEWEST = new ApiVersion(1, 51);

    /** From here on the engine itself refuses a second network of the same name, always. */
    static final ApiVersion UNIQUE_NETWORK_NAMES = new ApiVersion(1, 44);

    /** From here on a container is created with any number of endpoints; before, with one. */
    static final ApiVersion SEVERAL_ENDPOINTS = new ApiVersion(1, 44);

    /** @throws IllegalArgumentException when {@code text} is not two numbers with a dot between them */
    static ApiVersion parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("`" + text + "` is not an API version such as 1.41");
        }
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    boolean isBefore(ApiVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
