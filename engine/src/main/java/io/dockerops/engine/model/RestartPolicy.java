package io.dockerops.engine.model;

/**
 * What the engine does when the process ends.
 *
 * @param condition when it is started again
 * @param maximumRetries how often at most with {@link Condition#ON_FAILURE}; 0 for no end
 */
public record RestartPolicy(Condition condition, int maximumRetries) {

    /** @throws IllegalArgumentException when retries are negative or given for another condition than on failure */
    public RestartPolicy {
        if (maximumRetries < 0 || (maximumRetries > 0 && condition != Condition.ON_FAILURE)) {
            throw new IllegalArgumentException("only `on-failure` takes a number of retries, 0 or more");
        }
    }

    /** When a container is started again. */
    public enum Condition {
        NEVER("no"),
        ALWAYS("always"),
        UNLESS_STOPPED("unless-stopped"),
        ON_FAILURE("on-failure");

        private final String api;

        Condition(String api) {
            this.api = api;
        }

        /** The name in Docker's API. */
        public String api() {
            return api;
        }
    }
}
