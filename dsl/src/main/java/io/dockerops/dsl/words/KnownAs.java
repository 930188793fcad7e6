package io.dockerops.dsl.words;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How other tools call what the word says: Compose, {@code docker run}, docker-map. Whoever writes such a name where the word
 * can stand is told the word. Stands at one form of the word; case, {@code _} and {@code -} make no difference.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KnownAs {

    /** The names. */
    String[] value();
}
