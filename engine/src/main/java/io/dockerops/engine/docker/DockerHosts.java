package io.dockerops.engine.docker;

import io.dockerops.engine.docker.transport.Dialer;
import io.dockerops.engine.docker.transport.StreamHttpClient;
import io.dockerops.engine.docker.transport.TcpDialer;
import io.dockerops.engine.docker.transport.TlsDialer;
import io.dockerops.engine.docker.transport.TlsFiles;
import io.dockerops.engine.docker.transport.TransportException;
import io.dockerops.engine.docker.transport.UnixDialer;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.HostUnreachable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections to the Docker engines of hosts. Safe for use by several threads. */
public final class DockerHosts implements HostConnections {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final LocalEngine local;
    private final Path configFolder;
    private final String searchPath;
    private final ApiVersion limit;
    private final SilenceLimits silence;
    private final Map<HostAddress, DockerEngine> engines = new LinkedHashMap<>();

    /**
     * @param environment the variables of this process, of which those of Docker's own client are heeded
     * @param home this user's home folder, with Docker's own configuration unless {@code DOCKER_CONFIG} names another
     * @param sockets where this machine's engine may listen when nothing else is set, the likeliest first; at least one
     */
    public DockerHosts(Map<String, String> environment, Path home, List<Path> sockets) {
        this(environment, home, sockets, ApiVersion.NEWEST, SilenceLimits.DEFAULT);
    }

    /**
     * As the other, speaking a version of the API not newer than {@code limit}, and waiting for answers as long as
     * {@code silence} says.
     */
    DockerHosts(
            Map<String, String> environment, Path home, List<Path> sockets, ApiVersion limit, SilenceLimits silence) {
        String config = environment.getOrDefault("DOCKER_CONFIG", "");
        this.configFolder = config.isEmpty() ? home.resolve(".docker") : Path.of(config);
        this.searchPath = environment.getOrDefault("PATH", "");
        this.local = new LocalEngine(environment, configFolder, sockets);
        this.limit = limit;
        this.silence = silence;
    }

    /** The socket of an engine that the distribution's packages installed. */
    public static Path systemSocket() {
        return Path.of("/var/run/docker.sock");
    }

    @Override
    public synchronized ContainerEngine engine(Host host) {
        DockerEngine known = engines.get(host.address());
        if (known != null) {
            return known;
        }
        DockerEngine engine = host.address() instanceof HostAddress.Local ? connectLocal() : connect(host.address());
        engines.put(host.address(), engine);
        return engine;
    }

    /**
     * The first engine that answers. When none does, what the user should know is why a socket that is there did not
     * serve, rather than that another one is not there.
     */
    private DockerEngine connectLocal() {
        HostUnreachable telling = null;
        for (HostAddress address : local.addresses()) {
            try {
                return connect(address);
            } catch (HostUnreachable e) {
                telling = moreTelling(telling, e);
            }
        }
        if (telling == null) {
            throw new IllegalStateException("no socket to try");
        }
        throw telling;
    }

    private static HostUnreachable moreTelling(@Nullable HostUnreachable first, HostUnreachable second) {
        boolean missing = second.reason() == HostUnreachable.Reason.NOT_RUNNING;
        return first == null || (first.reason() == HostUnreachable.Reason.NOT_RUNNING && !missing) ? second : first;
    }

    private DockerEngine connect(HostAddress address) {
        Dialer dialer = dialer(address);
        StreamHttpClient client = new StreamHttpClient(dialer, silence);
        try {
            return DockerEngine.connect(client, dialer.address(), limit, this::logins);
        } catch (EngineException e) {
            client.close();
            throw e;
        }
    }

    private RegistryCredentials logins() {
        return RegistryCredentials.read(configFolder, searchPath);
    }

    private static Dialer dialer(HostAddress address) {
        if (address instanceof HostAddress.Unix unix) {
            return new UnixDialer(unix.socket(), CONNECT_TIMEOUT);
        }
        if (address instanceof HostAddress.Tcp tcp) {
            return tcp.certificates().isPresent()
                    ? tlsDialer(tcp, tcp.certificates().get())
                    : new TcpDialer(tcp.name(), tcp.port(), CONNECT_TIMEOUT);
        }
        throw new HostUnreachable(
                HostUnreachable.Reason.NO_CONNECTION,
                "`" + address + "`: this version of DockerOps does not connect to hosts by SSH",
                "use unix:// or tcp:// with certificates, or forward the engine's socket:"
                        + " `ssh -nNT -L /tmp/docker.sock:/var/run/docker.sock USER@HOST`",
                new UnsupportedOperationException(address.toString()));
    }

    private static Dialer tlsDialer(HostAddress.Tcp tcp, Path certificates) {
        try {
            return new TlsDialer(
                    tcp.name(),
                    tcp.port(),
                    CONNECT_TIMEOUT,
                    TlsFiles.in(certificates).context());
        } catch (TransportException e) {
            throw EngineFailures.whileConnecting(e);
        }
    }

    @Override
    public synchronized void close() {
        engines.values().forEach(DockerEngine::close);
        engines.clear();
    }
}
