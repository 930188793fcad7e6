package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where the image of a service comes from. */
public sealed interface Image {

    /**
     * An image that the engine has or can pull.
     *
     * @param name as the user wrote it; the project's repository and default tag complete it
     */
    record Named(String name) implements Image {
        public Named {
            ImageReference.parse(name);
        }
    }

    /**
     * An image that the engine builds.
     *
     * @param name its name, to which the project's name is put in front unless it has a {@code /}; the name of the service
     *     that it is for when empty
     * @param context the folder that is sent to the engine, absolute
     * @param dockerfile the Dockerfile's path relative to the context
     * @param arguments build arguments
     * @param target the stage to stop at; the last one when empty
     */
    record Build(
            Optional<String> name,
            Path context,
            String dockerfile,
            SortedMap<String, String> arguments,
            Optional<String> target)
            implements Image {

        /** The name of the Dockerfile unless another is given. */
        public static final String DOCKERFILE = "Dockerfile";

        public Build {
            name.ifPresent(Image::checkName);
            arguments = Ordered.sorted(arguments);
        }

        /** An image that is called like the service that it is for. */
        public Build(Path context, String dockerfile, SortedMap<String, String> arguments, Optional<String> target) {
            this(Optional.empty(), context, dockerfile, arguments, target);
        }
    }

    /**
     * An image imported from a root file system.
     *
     * @param name its name, to which the project's name is put in front
     * @param base where the file system comes from
     * @param additions files and folders put over it, in order
     */
    record Rootfs(String name, RootfsBase base, List<Addition> additions) implements Image {
        public Rootfs {
            Names.check("root file system", name);
            additions = List.copyOf(additions);
        }
    }

    /**
     * Checks the name of an image that is built: that of a project's element, or the path of an image as it stands in Dockerfiles.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static void checkName(String name) {
        if (name.indexOf('/') < 0) {
            Names.check("image", name);
        } else if (!ImageReference.parse(name).name().equals(name)) {
            throw new Mistake(
                    "`" + name + "` is not a name for an image that is built",
                    "write it without tag and digest: `"
                            + ImageReference.parse(name).name() + "`");
        }
    }

    /** The name that {@code image} has of its own, without the project's; empty for those called after a service. */
    static Optional<String> nameOf(Image image) {
        if (image instanceof Rootfs rootfs) {
            return Optional.of(rootfs.name());
        }
        return image instanceof Build build ? build.name() : Optional.empty();
    }

    /** The ground of a {@link Rootfs}. */
    sealed interface RootfsBase {}

    /** Only what is added. */
    record Empty() implements RootfsBase {}

    /**
     * A tar, plain or compressed.
     *
     * @param file absolute
     */
    record Tar(Path file) implements RootfsBase {}

    /** The distribution's statically linked BusyBox with a link for each of its applets. */
    record BusyBox() implements RootfsBase {}

    /**
     * A Debian or Ubuntu made on the spot.
     *
     * @param tool {@code mmdebstrap} or {@code debootstrap}
     * @param suite such as {@code bookworm}
     * @param packages packages beside the minimal set
     * @param mirror where packages come from; the tool's default when empty
     */
    record Bootstrap(String tool, String suite, List<String> packages, Optional<String> mirror) implements RootfsBase {
        public Bootstrap {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A file or folder put into a root file system.
     *
     * @param source absolute
     * @param path where it goes in the image; absolute
     */
    record Addition(Path source, String path) {
        public Addition {
            Paths.checkAbsolute("path of an added file", path);
        }
    }
}
