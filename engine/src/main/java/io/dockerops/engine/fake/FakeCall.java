package io.dockerops.engine.fake;

import java.util.Locale;

/**
 * One call that was made to a {@link FakeEngine}.
 *
 * @param number its number, from 1, in the order in which calls began
 * @param kind what was called
 * @param target the container, network, volume or image that it was about, containers by their names; empty when there is none
 */
public record FakeCall(int number, Kind kind, String target) {

    /** The methods of the port to engines. */
    public enum Kind {
        INFO,
        HOST_NAME,
        INTERFACES,
        LIST_CONTAINERS,
        INSPECT,
        PROCESSES,
        LAST_HEALTH_CHECK,
        LIST_NETWORKS,
        LIST_VOLUMES,
        LIST_IMAGES,
        INSPECT_IMAGE,
        PLATFORM,
        CREATE_NETWORK,
        REMOVE_NETWORK,
        CONNECT,
        DISCONNECT,
        CREATE_VOLUME,
        REMOVE_VOLUME,
        CREATE_CONTAINER,
        COPY_FILES,
        START,
        STOP,
        KILL,
        REMOVE,
        RENAME,
        UPDATE,
        EXEC,
        ATTACH,
        ATTACH_TO_MAIN,
        RUN_TO_END,
        LOGS,
        EVENTS,
        PULL,
        BUILD,
        IMPORT_IMAGE,
        REMOVE_IMAGE;

        /** Whether it only reads. */
        public boolean reads() {
            return switch (this) {
                case INFO,
                        HOST_NAME,
                        INTERFACES,
                        LIST_CONTAINERS,
                        INSPECT,
                        PROCESSES,
                        LAST_HEALTH_CHECK,
                        LIST_NETWORKS,
                        LIST_VOLUMES,
                        LIST_IMAGES,
                        PLATFORM,
                        LOGS,
                        EVENTS -> true;
                default -> false;
            };
        }
    }

    /** Such as {@code create container shop.web}. */
    @Override
    public String toString() {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return target.isEmpty() ? words : words + " " + target;
    }
}
