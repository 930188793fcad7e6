package io.dockerops.engine.yaml.map;

import io.dockerops.engine.yaml.tree.Findings;
import java.util.Set;

/**
 * What the reader of a container knows of the map around it.
 *
 * @param findings where errors go
 * @param name the map's name
 * @param containers the names of all its containers
 * @param volumes its volumes
 * @param clients the clients
 * @param byParent whether attached volumes are named after the containers that attach them
 */
record Surrounding(
        Findings findings, String name, Set<String> containers, MapVolumes volumes, Clients clients, boolean byParent) {

    /** {@code name} as the map knows it: without the map's own name in front. */
    String own(String container) {
        String prefix = name + ".";
        return container.startsWith(prefix) ? container.substring(prefix.length()) : container;
    }

    /** Whether {@code name} or {@code name.instance} is a container of the map. */
    boolean isContainer(String text) {
        int dot = text.indexOf('.');
        return containers.contains(dot < 0 ? text : text.substring(0, dot));
    }
}
