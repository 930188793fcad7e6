package io.dockerops.engine.dns;

import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServerSilent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Update;

/** Messages to one server and back: questions over UDP, and over TCP when those are lost; updates over TCP. */
final class Exchange {

    private static final Duration LOST = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Twice, since a connection that is kept may be one to a server that has gone meanwhile. */
    private static final int UPDATES = 2;

    /** Questions that are open at the same time. */
    private static final int AT_ONCE = 64;

    private final NameServer server;

    Exchange(NameServer server) {
        this.server = server;
    }

    /** The answer of the server itself to each question. */
    <K> Map<K, Message> ask(Map<K, Name> questions, int type) {
        Map<K, Message> answers = new LinkedHashMap<>();
        List<Map.Entry<K, Name>> all = new ArrayList<>(questions.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<K, CompletableFuture<Message>> open = new LinkedHashMap<>();
            for (Map.Entry<K, Name> each : all.subList(from, Math.min(from + AT_ONCE, all.size()))) {
                open.put(each.getKey(), ask(each.getValue(), type));
            }
            open.forEach((key, answer) -> answers.put(key, join(answer)));
        }
        return answers;
    }

    private CompletableFuture<Message> ask(Name name, int type) {
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        SimpleResolver datagrams = resolver(LOST);
        SimpleResolver streams = resolver(PATIENCE);
        streams.setTCP(true);
        return datagrams
                .sendAsync(question)
                .exceptionallyCompose(lost -> streams.sendAsync(question))
                .toCompletableFuture();
    }

    /** Changes {@code zone}. */
    void update(Name zone, Update update, KeyFile.Key key, Path file) {
        SimpleResolver resolver = resolver(PATIENCE);
        resolver.setTCP(true);
        resolver.setTSIGKey(tsig(key));
        Message answer = send(resolver, update);
        int code = answer.getRcode();
        if (code != Rcode.NOERROR) {
            throw Refusals.of(server, zone, answer, key, file);
        }
        if (!answer.isVerified()) {
            throw Refusals.unsigned(server, key);
        }
    }

    /** What an update changes is the same when it comes twice. */
    private Message send(SimpleResolver resolver, Update update) {
        for (int attempt = 1; ; attempt++) {
            try {
                return join(resolver.sendAsync(update).toCompletableFuture());
            } catch (NameServerSilent silent) {
                if (attempt == UPDATES) {
                    throw silent;
                }
            }
        }
    }

    private static TSIG tsig(KeyFile.Key key) {
        Name algorithm = TSIG.algorithmToName(key.algorithm());
        return new TSIG(
                algorithm,
                Name.fromConstantString(key.name() + "."),
                Base64.getDecoder().decode(key.secret()));
    }

    private SimpleResolver resolver(Duration timeout) {
        try {
            SimpleResolver resolver =
                    new SimpleResolver(new InetSocketAddress(InetAddress.getByName(server.address()), server.port()));
            resolver.setTimeout(timeout);
            return resolver;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + server.address(), e);
        }
    }

    private Message join(CompletableFuture<Message> answer) {
        try {
            Message message = answer.get(PATIENCE.plus(LOST).plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
            if (message.getRcode() == Rcode.SERVFAIL && message.getQuestion() != null && !isUpdate(message)) {
                throw Refusals.silent(server);
            }
            return message;
        } catch (ExecutionException | TimeoutException e) {
            throw Refusals.silent(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static boolean isUpdate(Message message) {
        return message.getHeader().getOpcode() == org.xbill.DNS.Opcode.UPDATE;
    }
}
