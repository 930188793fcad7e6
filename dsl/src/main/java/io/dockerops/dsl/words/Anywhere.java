package io.dockerops.dsl.words;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a word of a block that may also be used in the blocks inside it, since it gives a value and declares nothing:
 * {@code secret('db.password')}. Every other word belongs into its own block only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Anywhere {}
