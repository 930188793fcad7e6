package io.dockerops.engine.port;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.NameChange;
import io.dockerops.engine.problem.Problem;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Asks and changes DNS servers. Names are whole, in lower case and without the dot at their end. Safe for use by several
 * threads. The methods that talk to a server throw {@link NameServerSilent} when it does not answer, {@link
 * EngineException.Failed} when it refuses, and {@link Cancelled} when the calling thread was interrupted; each ends after
 * some seconds.
 */
public interface NameServers {

    /** The IPv4 addresses of each of {@code names}; those that have none are left out. */
    SortedMap<String, List<String>> addresses(NameServer server, Collection<String> names);

    /**
     * The name of each of {@code addresses}, or that it has none; left out are those whose reverse zone the server has not.
     */
    SortedMap<String, Optional<String>> names(NameServer server, Collection<String> addresses);

    /**
     * Makes changes, those of one zone in one piece and those of reverse zones first.
     *
     * @param dns whose zone, key and time hold; the key is read anew
     */
    void change(NameServer server, DynamicDns dns, List<NameChange> changes);

    /** What is wrong with a key's file; nothing when it is there and well, and nothing when it is not there. */
    List<Problem> check(Path key);
}
