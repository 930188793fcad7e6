package io.dockerops.dsl.build;

import io.dockerops.dsl.words.GroupHandle;
import io.dockerops.dsl.words.HostHandle;
import io.dockerops.dsl.words.InstanceHandle;
import io.dockerops.dsl.words.NetworkHandle;
import io.dockerops.dsl.words.SecretHandle;
import io.dockerops.dsl.words.ServiceHandle;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.dsl.words.VolumeHandle;
import io.dockerops.engine.model.GroupId;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.SecretId;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What handles and names refer to. A handle whose name was refused where it was declared refers to nothing, so that one
 * mistake is not reported at each use.
 */
final class References {

    private References() {}

    static Optional<SecretId> secret(SecretHandle handle) {
        return ofHandle(() -> new SecretId(handle.name()));
    }

    static Optional<VolumeId> volume(VolumeHandle handle) {
        return ofHandle(() -> new VolumeId(handle.name()));
    }

    static Optional<VolumeId> volume(String word, @Nullable Object value) {
        if (value instanceof VolumeHandle handle) {
            return volume(handle);
        } else if (value instanceof CharSequence) {
            return Optional.of(new VolumeId(value.toString()));
        }
        throw wrong(word, "a volume or its name", value);
    }

    static Optional<NetworkId> network(String word, @Nullable Object value) {
        if (value instanceof NetworkHandle handle) {
            return ofHandle(() -> new NetworkId(handle.name()));
        } else if (value instanceof CharSequence) {
            return Optional.of(new NetworkId(value.toString()));
        }
        throw wrong(word, "a network or its name", value);
    }

    static Optional<HostId> host(HostHandle handle) {
        return ofHandle(() -> new HostId(handle.name()));
    }

    static Optional<Selector> target(ServiceTarget target) {
        return ofHandle(() -> {
            if (target instanceof InstanceHandle instance) {
                return new Selector(new ServiceId(instance.service()), Optional.of(instance.name()));
            }
            return Selector.all(new ServiceId(((ServiceHandle) target).name()));
        });
    }

    static Optional<Selector> target(String word, @Nullable Object value) {
        if (value instanceof ServiceTarget target) {
            return target(target);
        } else if (value instanceof CharSequence) {
            return Optional.of(Selector.parse(value.toString()));
        }
        throw wrong(word, "a service, an instance or a name", value);
    }

    static Optional<ServiceId> service(String word, @Nullable Object value) {
        if (value instanceof ServiceHandle handle) {
            return ofHandle(() -> new ServiceId(handle.name()));
        } else if (value instanceof CharSequence) {
            return Optional.of(new ServiceId(value.toString()));
        }
        throw wrong(word, "a service or its name", value);
    }

    static Optional<HostId> host(String word, @Nullable Object value) {
        if (value instanceof HostHandle handle) {
            return host(handle);
        } else if (value instanceof CharSequence) {
            return Optional.of(new HostId(value.toString()));
        }
        throw wrong(word, "a host or its name", value);
    }

    static Optional<GroupId> group(GroupHandle handle) {
        return ofHandle(() -> new GroupId(handle.name()));
    }

    private static <T> Optional<T> ofHandle(Supplier<T> id) {
        try {
            return Optional.of(id.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Mistake wrong(String word, String wanted, @Nullable Object value) {
        return new Mistake("`" + word + "` takes " + wanted + ", and this is " + Given.described(value));
    }
}
