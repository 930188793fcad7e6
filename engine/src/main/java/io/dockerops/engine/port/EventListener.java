package io.dockerops.engine.port;

/** Hears what happens to containers of a project. Called from a thread of the engine; must return soon. */
public interface EventListener {

    /** The next event. */
    void onEvent(ContainerEvent event);

    /** The stream broke and nothing more will be heard; not called when it was closed by its owner. */
    void onLost(EngineException reason);
}
