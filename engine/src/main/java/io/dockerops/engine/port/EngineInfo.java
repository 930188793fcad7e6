package io.dockerops.engine.port;

/**
 * What an engine says of itself.
 *
 * @param version the engine's version, such as {@code 20.10.24}
 * @param apiVersion the API version that is spoken with it
 * @param operatingSystem such as {@code linux/amd64}
 */
public record EngineInfo(String version, String apiVersion, String operatingSystem) {}
