package io.dockerops.cli.session;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.HostConnections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells each call to an engine when it has ended: host, what was called, on what, and how long it took. Containers are
 * called by their names even when a call has only the id. What a container is made of is not told, since it holds the
 * values of secrets.
 */
final class TracedHosts implements HostConnections {

    private final HostConnections hosts;
    private final Consumer<String> listener;
    private final Map<HostId, ContainerEngine> engines = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    TracedHosts(HostConnections hosts, Consumer<String> listener) {
        this.hosts = hosts;
        this.listener = listener;
    }

    @Override
    public ContainerEngine engine(Host host) {
        return engines.computeIfAbsent(host.id(), id -> traced(id, hosts.engine(host)));
    }

    private ContainerEngine traced(HostId host, ContainerEngine engine) {
        return (ContainerEngine) Proxy.newProxyInstance(
                ContainerEngine.class.getClassLoader(),
                new Class<?>[] {ContainerEngine.class},
                (proxy, method, arguments) -> call(host, engine, method, arguments));
    }

    private @Nullable Object call(
            HostId host, ContainerEngine engine, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        long start = System.nanoTime();
        StringBuilder text = new StringBuilder(host + " " + method.getName());
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            if (argument instanceof String word) {
                text.append(' ').append(names.getOrDefault(word, word));
            } else if (argument instanceof ImageReference) {
                text.append(' ').append(argument);
            }
        }
        try {
            Object result = method.invoke(engine, arguments);
            learn(method, arguments, result);
            listener.accept(text + ", " + millis(start));
            return result;
        } catch (InvocationTargetException e) {
            listener.accept(text + ", failed after " + millis(start) + ": " + e.getCause());
            throw e.getCause();
        }
    }

    private void learn(Method method, @Nullable Object @Nullable [] arguments, @Nullable Object result) {
        if (method.getName().equals("createContainer") && arguments != null) {
            names.put(String.valueOf(result), String.valueOf(arguments[0]));
        } else if (result instanceof Optional<?> found && found.orElse(null) instanceof ContainerDetails container) {
            names.put(container.id(), container.name());
        } else if (result instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof ContainerSummary container) {
                    names.put(container.id(), container.name());
                }
            }
        }
    }

    private static String millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms";
    }

    @Override
    public void close() {
        hosts.close();
    }
}
