package io.dockerops.dsl.compile;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.time.Duration;
import java.util.Map;

/** The blocks of a vocabulary that is large enough to compile and run scripts, and no larger. */
public final class TinyWords {

    private TinyWords() {}

    /** What {@code service} gives back. */
    public record ServiceHandle(String name) {}

    /** The words in a {@code service} block. */
    public interface ServiceWords {

        void image(String name);

        void env(Map<String, ?> variables);

        void link(ServiceHandle service);

        void healthy(@DelegatesTo(value = HealthyWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);
    }

    /** The words in a {@code healthy} block. */
    public interface HealthyWords {

        void command(String... words);

        void every(Duration interval);
    }
}
