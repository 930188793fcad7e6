package io.dockerops.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The namespaces of processes and of their communication that a container shares with an instance of the project. In the
 * attributes of settings they have the value {@code service:NAME}; the engine gets the container's name.
 */
public final class Namespaces {

    /** What the value of a field begins with when it names an instance. */
    public static final String OF_SERVICE = "service:";

    /** The field for the namespace of shared memory, semaphores and message queues. */
    public static final FieldPath IPC = FieldPath.of("HostConfig", "IpcMode");

    /** The field for the namespace of processes. */
    public static final FieldPath PID = FieldPath.of("HostConfig", "PidMode");

    private Namespaces() {}

    /** The instances that {@code settings} share a namespace with, by field. */
    public static SortedMap<FieldPath, Selector> of(Settings settings) {
        TreeMap<FieldPath, Selector> shared = new TreeMap<>();
        for (FieldPath path : List.of(IPC, PID)) {
            if (settings.attributes().get(path) instanceof Value.Text text
                    && text.text().startsWith(OF_SERVICE)) {
                shared.put(path, Selector.parse(text.text().substring(OF_SERVICE.length())));
            }
        }
        return Collections.unmodifiableSortedMap(shared);
    }

    /** The word of the language for {@code field}. */
    public static String word(FieldPath field) {
        return field.equals(IPC) ? "ipcMode" : "pidMode";
    }
}
