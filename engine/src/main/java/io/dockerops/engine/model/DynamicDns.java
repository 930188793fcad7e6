package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The DNS in which instances are registered.
 *
 * @param server the server that has the zone
 * @param zone the zone, in lower case and without the dot at its end
 * @param key the file with the key that the server takes updates by, as {@code tsig-keygen} writes it
 * @param timeToLive how long others may keep what they have been told
 */
public record DynamicDns(Server server, String zone, Path key, Duration timeToLive) {

    /** The zone of a project that says none. */
    public static final String DEFAULT_ZONE = "local.zone";

    /** The key of a project that says none, below the folder of its script. */
    public static final Path DEFAULT_KEY = Path.of("keys", "dns.key");

    /** How long others may keep what they have been told, unless a project says otherwise. */
    public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofSeconds(60);

    /** The port of DNS. */
    public static final int PORT = 53;

    private static final int HIGHEST_PORT = 65535;
    private static final Duration LONGEST = Duration.ofDays(7);

    /** @throws IllegalArgumentException when the zone is none, or the time is less than a second or more than a week */
    public DynamicDns {
        zone = Rules.zone(zone);
        timeToLive(timeToLive);
    }

    /**
     * {@code time}, when others may keep what they have been told as long as that.
     *
     * @throws IllegalArgumentException when it is less than a second or more than a week, or no whole seconds
     */
    public static Duration timeToLive(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0 || time.toNanosPart() != 0) {
            throw new Mistake("`timeToLive` takes whole seconds, from 1 second to 7 days", "write `60.seconds`");
        }
        return time;
    }

    /** The same, with the path of its key below {@code folder} when it is relative. */
    public DynamicDns below(Path folder) {
        return new DynamicDns(server, zone, folder.resolve(key), timeToLive);
    }

    /** A name in the zone. */
    public String name(String name) {
        return Rules.dnsName(name) + "." + zone;
    }

    /** Where the server is. */
    public sealed interface Server {

        /**
         * An instance of the project.
         *
         * @param target the instance, or a service that has only one
         */
        record OfProject(Selector target) implements Server {}

        /**
         * A server that the project knows nothing else of.
         *
         * @param address its IP address
         * @param port its port
         */
        record Outside(String address, int port) implements Server {

            /** @throws IllegalArgumentException when address or port is none */
            public Outside {
                IpAddress.parse(address);
                if (port < 1 || port > HIGHEST_PORT) {
                    throw new Mistake("`" + port + "` is not a port: they go from 1 to " + HIGHEST_PORT);
                }
            }
        }
    }
}
