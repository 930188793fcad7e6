package io.dockerops.engine.execute;

import io.dockerops.engine.model.Labels;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The containers of a project on one host, as a run has come to know them. Calls are made by their ids: a name can pass to a
 * container of somebody else, an id cannot. An id that is known saves the question whose a container is. Safe for use by
 * several threads.
 */
final class OwnContainers {

    private static final int NOT_FOUND = 404;
    private static final String IMAGE = "image";

    private final String project;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** @param ids those that are known, by name */
    OwnContainers(String project, Map<String, String> ids) {
        this.project = project;
        this.ids.putAll(ids);
    }

    /**
     * Makes {@code call} with the id of the container called {@code name}. What has got another id since it was known is
     * looked up by its name. The call throws an {@link EngineException} when the container is gone, or another one has its name
     * that is not the project's.
     */
    Work.Call on(String name, BiConsumer<ContainerEngine, String> call) {
        return engine -> {
            Optional<String> known = Optional.ofNullable(ids.get(name));
            try {
                call.accept(engine, known.orElseGet(() -> learn(name, id(engine, name))));
            } catch (EngineRefused refused) {
                if (known.isEmpty() || !refused.notFound()) {
                    throw refused;
                }
                forget(name);
                call.accept(engine, id(engine, name));
            }
        };
    }

    private String id(ContainerEngine engine, String name) {
        ContainerDetails found =
                engine.inspect(name).orElseThrow(() -> new EngineRefused(NOT_FOUND, "No such container: " + name));
        if (!own(found)) {
            throw taken("container", name, "docker rename " + name + " " + name + ".old");
        }
        return found.id();
    }

    /** A container of somebody else has the project's label too when it runs an image that the project has made. */
    boolean own(ContainerDetails found) {
        return project.equals(found.labels().get(Labels.PROJECT))
                && !IMAGE.equals(found.labels().get(Labels.KIND));
    }

    String learn(String name, String id) {
        ids.put(name, id);
        return id;
    }

    void rename(String name, String newName) {
        String id = ids.remove(name);
        if (id != null) {
            ids.put(newName, id);
        }
    }

    void forget(String name) {
        ids.remove(name);
    }

    static EngineException taken(String kind, String name, String command) {
        return new EngineException.Failed(
                "the " + kind + " `" + name + "` is not this project's any more: somebody has put another one in its"
                        + " place meanwhile",
                "nothing was done to it; get it out of the way (" + command + ") and run again");
    }
}
