package io.dockerops.engine.port;

/**
 * A process of a container, as the engine's host sees it.
 *
 * @param uid the number of the user who runs it
 * @param command its command line
 */
public record ProcessLine(String uid, String command) {}
