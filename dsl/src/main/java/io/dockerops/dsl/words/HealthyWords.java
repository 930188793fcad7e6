package io.dockerops.dsl.words;

import java.time.Duration;
import java.util.List;

/** The words in a {@code healthy} block. */
public interface HealthyWords {

    /**
     * Sets the command that ends with exit code 0 when the container works. One text is a line for the container's shell;
     * several texts are a command and its arguments, run without a shell.
     *
     * <pre>{@code
     * command 'pg_isready -U shop'
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs("test")
    void command(String... words);

    /**
     * Sets the command and its arguments, run without a shell.
     *
     * <pre>{@code
     * command(['pg_isready', '-U', 'shop'])
     * }</pre>
     *
     * @since 0.1.0
     */
    void command(List<?> words);

    /**
     * Sets the time between checks. By default the image's, or 30 seconds.
     *
     * <pre>{@code
     * every 2.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs("interval")
    void every(Duration interval);

    /**
     * Sets the time that one check may take. By default the image's, or 30 seconds.
     *
     * <pre>{@code
     * timeout 3.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    void timeout(Duration timeout);

    /**
     * Sets how many failures in a row make the container unhealthy. By default the image's, or 3.
     *
     * <pre>{@code
     * retries 5
     * }</pre>
     *
     * @since 0.1.0
     */
    void retries(int failures);

    /**
     * Sets the time after the start in which failures do not count. By default the image's, or none.
     *
     * <pre>{@code
     * startPeriod 20.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    void startPeriod(Duration period);

    /**
     * Sets how long a run waits for the container to become healthy. By default 60 seconds.
     *
     * <pre>{@code
     * within 30.seconds
     * }</pre>
     *
     * @since 0.1.0
     */
    void within(Duration duration);

    /**
     * Switches the image's health check off, as {@code notHealthChecked()} does.
     *
     * <pre>{@code
     * none()
     * }</pre>
     *
     * @since 0.1.0
     */
    void none();
}
