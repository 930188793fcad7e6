package io.dockerops.engine.model;

import java.util.Optional;

/** Something that a container sees at one of its paths. */
public sealed interface Mount {

    /** What makes two mounts the same one when settings are merged. */
    String key();

    /**
     * A declared volume.
     *
     * @param volume the volume
     * @param path where the container sees it; the volume's own path when empty
     * @param readOnly whether it cannot be written
     * @param role why the container has it
     */
    record OfVolume(VolumeId volume, Optional<String> path, boolean readOnly, Role role) implements Mount {
        public OfVolume {
            path.ifPresent(text -> Paths.checkAbsolute("path of volume `" + volume + "`", text));
        }

        @Override
        public String key() {
            return volume.label();
        }
    }

    /** Why a container has a declared volume. */
    enum Role {
        /** It is simply mounted. */
        MOUNTED,
        /** The service owns it: its user and mode are set before the first start, others may use it. */
        ATTACHED,
        /** It belongs to the service that attaches it, which therefore comes first. */
        USED
    }

    /**
     * A path of the host.
     *
     * @param source the host's path; relative ones are below the project's host root
     * @param path the container's path
     * @param readOnly whether it cannot be written; then it must exist, while a writable one is made by the engine
     */
    record OfHost(String source, String path, boolean readOnly) implements Mount {
        public OfHost {
            Paths.checkAbsolute("path of a mount", path);
        }

        @Override
        public String key() {
            return path;
        }
    }

    /**
     * A volume without a name that lives and dies with the container, as VOLUME in a Dockerfile makes it.
     *
     * @param path the container's path
     */
    record Shared(String path) implements Mount {
        public Shared {
            Paths.checkAbsolute("path of a share", path);
        }

        @Override
        public String key() {
            return path;
        }
    }

    /**
     * All volumes of another container.
     *
     * @param source the instance or instances whose volumes are seen
     * @param readOnly whether they cannot be written
     */
    record From(Selector source, boolean readOnly) implements Mount {
        @Override
        public String key() {
            return source.toString();
        }
    }
}
