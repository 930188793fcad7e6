package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;

/** The words in a {@code service} block: all that an instance can say, and the instances. */
public interface ServiceWords extends InstanceWords {

    /**
     * Begins with what other services say, abstract ones or others, in the order in which they are named. Single values of
     * the later ones and of this service replace the earlier ones; entries of maps and lists are added, and replace those
     * with the same key; links, hosts and instances are added.
     *
     * <pre>{@code
     * inherits 'cache', app
     * }</pre>
     *
     * @param services services or their names, which may be declared later
     * @since 0.1.0
     */
    void inherits(Object... services);

    /**
     * Declares an instance of the service: one container. A service that declares none has one instance without a name.
     *
     * <pre>{@code
     * instance 'master'
     * }</pre>
     *
     * @param name the name of the instance
     * @return the instance, for {@code link}, {@code use} and {@code group}
     * @since 0.1.0
     */
    InstanceHandle instance(String name);

    /**
     * Declares an instance with something of its own.
     *
     * <pre>{@code
     * instance 'two', publish: '8081:80', env: [NAME: 'two']
     * }</pre>
     *
     * @since 0.1.0
     */
    InstanceHandle instance(
            @NamedParams({
                        @NamedParam(value = "command", type = Object.class),
                        @NamedParam(value = "env", type = Map.class),
                        @NamedParam(value = "publish", type = Object.class),
                        @NamedParam(value = "on", type = Object.class),
                        @NamedParam(value = "type", type = Object.class)
                    })
                    Map<String, ?> options,
            String name);

    /**
     * Declares an instance with something of its own, in a block. All words of a service may stand in it. Single values
     * replace the service's; entries of maps and lists are added to the service's, and replace those with the same key.
     *
     * <pre>{@code
     * instance('two') {
     *     publish '8081:80'
     *     limits { memory 1.gb }
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    InstanceHandle instance(
            String name, @DelegatesTo(value = InstanceWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block);

    /**
     * Declares several instances.
     *
     * <pre>{@code
     * instances 'one', 'two'
     * }</pre>
     *
     * @since 0.1.0
     */
    @KnownAs({"replicas", "scale"})
    void instances(String... names);

    /**
     * Declares the instances whose names stand in a list.
     *
     * <pre>{@code
     * instances((1..3).collect { "worker$it" })
     * }</pre>
     *
     * @since 0.1.0
     */
    void instances(Iterable<?> names);
}
