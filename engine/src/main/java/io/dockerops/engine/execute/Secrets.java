package io.dockerops.engine.execute;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.SecretId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.FileCopy;
import io.dockerops.engine.port.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts the values of secrets into a specification for one call, and takes them out of what the engine says to it. */
final class Secrets {

    private static final String HIDDEN = "(secret)";

    private final SecretStore store;
    private final List<String> used = new ArrayList<>();

    private Secrets(SecretStore store) {
        this.store = store;
    }

    /**
     * Gives {@code specification} with the values of its secrets to {@code call}.
     *
     * @throws EngineException.Failed when there is no such secret
     */
    static <T> T with(SecretStore store, Specification specification, Function<Specification, T> call) {
        Secrets secrets = new Secrets(store);
        Specification filled = specification.map(secrets::fill);
        try {
            return call.apply(filled);
        } catch (EngineRefused refused) {
            throw secrets.hide(refused);
        }
    }

    /** What {@code file} puts into a container, with the values of its secrets and keys. */
    static FileCopy with(SecretStore store, CopiedFile file) {
        return new FileCopy(content(store, file.source()), file.target(), file.user(), file.givenMode());
    }

    private static FileCopy.Content content(SecretStore store, CopiedFile.Source source) {
        if (source instanceof CopiedFile.OfSecret secret) {
            return new FileCopy.OfText(new Secrets(store).read(secret.id()));
        } else if (source instanceof CopiedFile.OfKey key) {
            return new FileCopy.OfText(store.key(key.key()));
        }
        return new FileCopy.OfDisk(((CopiedFile.OfDisk) source).path());
    }

    private Value fill(Value value) {
        if (value instanceof Value.Secret secret) {
            return Value.text(read(secret.id()));
        }
        if (value instanceof Value.Items list) {
            return new Value.Items(list.items().stream().map(this::fill).toList());
        }
        if (value instanceof Value.Fields object) {
            TreeMap<String, Value> entries = new TreeMap<>();
            object.entries().forEach((name, entry) -> entries.put(name, fill(entry)));
            return new Value.Fields(entries);
        }
        return value;
    }

    private String read(SecretId id) {
        String value = store.read(id)
                .orElseThrow(() ->
                        new EngineException.Failed("there is no secret `" + id.name() + "`", store.wayToGive(id)));
        used.add(value);
        return value;
    }

    private EngineRefused hide(EngineRefused refused) {
        String message = refused.engineMessage();
        for (String value : used) {
            message = value.isBlank() ? message : message.replace(value, HIDDEN);
        }
        return message.equals(refused.engineMessage()) ? refused : new EngineRefused(refused.status(), message);
    }
}
