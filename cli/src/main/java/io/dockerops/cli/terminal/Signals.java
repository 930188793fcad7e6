package io.dockerops.cli.terminal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The JDK offers them as {@code sun.misc.Signal} of the module {@code jdk.unsupported},
 * which is there on all versions and warns on none; it is called by reflection because the compiler's warning about it
 * cannot be switched off. A shutdown hook cannot take its place: after the first Ctrl-C it would hear no second one.
 */
final class Signals {

    private Signals() {}

    /**
     * Calls {@code listener} in place of what {@code signal} did before, until closed.
     *
     * @param signal the name without {@code SIG}; a signal that this system lacks, or that the virtual machine was told
     *     to leave alone, is never heard
     */
    static Terminal.Registration handle(String signal, Runnable listener) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = type.getMethod("handle", type, handlerType);
            Object subject = type.getConstructor(String.class).newInstance(signal);
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "handle" -> listener.run();
                            case "hashCode" -> {
                                return System.identityHashCode(proxy);
                            }
                            case "equals" -> {
                                return proxy == arguments[0];
                            }
                            default -> {
                                return signal;
                            }
                        }
                        return null;
                    });
            Object before = handle.invoke(null, subject, handler);
            return () -> restore(handle, subject, before);
        } catch (ReflectiveOperationException e) {
            return () -> {};
        }
    }

    private static void restore(Method handle, Object subject, Object before) {
        try {
            handle.invoke(null, subject, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
