package io.dockerops.dsl.words;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import io.dockerops.engine.model.Size;
import java.time.Duration;
import java.util.Map;

/** The words at the top level that let something be said from outside. */
public interface ParameterWords {

    /**
     * Declares a parameter of the project that is a text. {@code -P name=value} on the command line replaces the default.
     *
     * <pre>{@code
     * def tag = parameter('tag', '17', 'the version of the database')
     * def replicas = parameter('replicas', 2)
     * def public_ = parameter('public', false)
     * def domain = parameter('domain', type: String, 'where the shop is found')
     * }</pre>
     *
     * @param name the name after {@code -P}
     * @param defaultValue the value when none is given; its kind (text, whole number, true or false, size, duration) is
     *     the kind of the parameter
     * @return the value
     * @since 0.1.0
     */
    @KnownAs("variable")
    String parameter(String name, String defaultValue);

    /**
     * Declares a parameter that is a text, with a description.
     *
     * @since 0.1.0
     */
    String parameter(String name, String defaultValue, String description);

    /**
     * Declares a parameter that is a whole number.
     *
     * @since 0.1.0
     */
    Integer parameter(String name, Integer defaultValue);

    /**
     * Declares a parameter that is a whole number, with a description.
     *
     * @since 0.1.0
     */
    Integer parameter(String name, Integer defaultValue, String description);

    /**
     * Declares a parameter that is true or false.
     *
     * @since 0.1.0
     */
    Boolean parameter(String name, Boolean defaultValue);

    /**
     * Declares a parameter that is true or false, with a description.
     *
     * @since 0.1.0
     */
    Boolean parameter(String name, Boolean defaultValue, String description);

    /**
     * Declares a parameter that is a size, given as {@code 512mb}.
     *
     * @since 0.1.0
     */
    Size parameter(String name, Size defaultValue);

    /**
     * Declares a parameter that is a size, with a description.
     *
     * @since 0.1.0
     */
    Size parameter(String name, Size defaultValue, String description);

    /**
     * Declares a parameter that is a duration, given as {@code 30s}.
     *
     * @since 0.1.0
     */
    Duration parameter(String name, Duration defaultValue);

    /**
     * Declares a parameter that is a duration, with a description.
     *
     * @since 0.1.0
     */
    Duration parameter(String name, Duration defaultValue, String description);

    /**
     * Declares a parameter that has no default and must be given.
     *
     * @param type {@code type}: {@code String}, {@code Integer}, {@code Boolean}, {@code Size} or {@code Duration}
     * @since 0.1.0
     */
    <T> T parameter(
            @NamedParams({@NamedParam(value = "type", type = Class.class, required = true)}) Map<String, Class<T>> type,
            String name);

    /**
     * Declares a parameter that has no default and must be given, with a description.
     *
     * @since 0.1.0
     */
    <T> T parameter(
            @NamedParams({@NamedParam(value = "type", type = Class.class, required = true)}) Map<String, Class<T>> type,
            String name,
            String description);
}
