package io.dockerops.engine.model;

import java.util.Optional;
import java.util.SortedMap;

/**
 * An alias for a path in containers and the storage behind it.
 *
 * @param id its name in the project
 * @param path where containers see it, unless they say otherwise; absolute
 * @param storage where the data is
 * @param user the owner set before its first use, {@code user[:group]}; by default the user of the service that attaches it
 * @param permissions the mode set before its first use, as chmod takes it
 * @param holder the container that holds it for others, in the form from before engines had named volumes; none when empty
 */
public record Volume(
        VolumeId id,
        String path,
        Storage storage,
        Optional<String> user,
        Optional<String> permissions,
        Optional<Holder> holder) {

    /** @throws IllegalArgumentException when the path is not absolute */
    public Volume {
        Paths.checkAbsolute("path of volume `" + id + "`", path);
    }

    /** A volume that no container holds. */
    public Volume(VolumeId id, String path, Storage storage, Optional<String> user, Optional<String> permissions) {
        this(id, path, storage, user, permissions, Optional.empty());
    }

    /**
     * A container that only holds a volume.
     *
     * @param image its image, which needs a command {@code true}; that of helper containers when empty
     */
    public record Holder(Optional<Image> image) {}

    /** Where the data of a volume is. */
    public sealed interface Storage {}

    /**
     * A volume of the engine.
     *
     * @param driver the driver; {@code local} by default
     * @param options options of the driver
     */
    public record Named(String driver, SortedMap<String, String> options) implements Storage {

        /** The engine's own driver without options. */
        public static final Named LOCAL = new Named("local", Ordered.sorted());

        public Named {
            options = Ordered.sorted(options);
        }
    }

    /**
     * A folder or file of the host.
     *
     * @param path the path for instances without one of their own; relative ones are below the project's host root
     * @param perInstance a path per instance name
     */
    public record HostPath(Optional<String> path, SortedMap<String, String> perInstance) implements Storage {
        public HostPath {
            perInstance = Ordered.sorted(perInstance);
        }

        /** The path for {@code instance}: its own, that of the name under which it was declared, or the one for all. */
        public Optional<String> pathFor(Instance instance) {
            return own(instance.id().instance())
                    .or(() -> own(instance.declared()))
                    .or(() -> path);
        }

        private Optional<String> own(Optional<String> instance) {
            return instance.flatMap(name -> Optional.ofNullable(perInstance.get(name)));
        }
    }
}
