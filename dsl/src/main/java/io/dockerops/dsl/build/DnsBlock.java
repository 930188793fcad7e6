package io.dockerops.dsl.build;

import io.dockerops.dsl.words.DnsWords;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.DynamicDns.Server;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code dynamicDns} block. */
final class DnsBlock extends Block implements DnsWords {

    /** Stands for a server that was said and is wrong, so that it is not said to be missing. */
    private static final Server SOME = new Server.Outside("127.0.0.1", DynamicDns.PORT);

    private @Nullable Server server;
    private String zone = DynamicDns.DEFAULT_ZONE;
    private Path key = DynamicDns.DEFAULT_KEY;
    private Duration timeToLive = DynamicDns.DEFAULT_TIME_TO_LIVE;

    DnsBlock(Reading reading) {
        super(reading, "the dynamicDns block");
    }

    @Override
    public void servedBy(ServiceTarget target) {
        served(target);
    }

    @Override
    public void servedBy(String target) {
        served(target);
    }

    private void served(@Nullable Object target) {
        word("servedBy", target, () -> {
            single("server", "servedBy");
            setServedBy(target);
        });
    }

    @Override
    public void server(String address) {
        server(Map.of(), address);
    }

    @Override
    public void server(Map<String, ?> options, String address) {
        word("server", address, () -> {
            single("server", "server");
            Named named = new Named(reading, "server", options, "port");
            setServer(address, named.get("port", Integer.class).orElse(DynamicDns.PORT));
        });
    }

    @Override
    public void zone(String name) {
        once("zone", name, () -> setZone(name));
    }

    @Override
    public void key(String path) {
        once("key", path, () -> setKey(path));
    }

    @Override
    public void timeToLive(Duration time) {
        once("timeToLive", time, () -> setTimeToLive(time));
    }

    /** The named arguments of the short forms, but for the server. */
    void with(Named named) {
        named.with("zone", String.class, this::setZone);
        named.with("key", String.class, this::setKey);
        named.with("timeToLive", Duration.class, this::setTimeToLive);
    }

    void setServedBy(@Nullable Object target) {
        server = SOME;
        Optional<Selector> selector = References.target("servedBy", target);
        selector.ifPresent(known -> {
            reading.mention(known.service(), "dynamicDns", "");
            server = new Server.OfProject(known);
        });
    }

    void setServer(String address, int port) {
        server = SOME;
        server = new Server.Outside(address, port);
    }

    private void setZone(String name) {
        zone = Rules.zone(name);
    }

    private void setKey(String path) {
        if (path.isBlank()) {
            throw new Mistake("`key` takes a path, and this one is empty", "write `key 'keys/dns.key'`");
        }
        key = reading.file(path);
    }

    private void setTimeToLive(Duration time) {
        timeToLive = DynamicDns.timeToLive(time);
    }

    DynamicDns build() {
        if (server == null) {
            reading.problem(
                    "the DNS server is missing",
                    "say which service it is: `servedBy 'names'`, or `server '10.0.0.53'`");
        }
        return new DynamicDns(server == null ? SOME : server, zone, key, timeToLive);
    }
}
