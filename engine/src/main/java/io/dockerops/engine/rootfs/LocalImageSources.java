package io.dockerops.engine.rootfs;

import io.dockerops.engine.archive.BuildContext;
import io.dockerops.engine.archive.ContainerFiles;
import io.dockerops.engine.archive.TarEntry;
import io.dockerops.engine.archive.TarStream;
import io.dockerops.engine.archive.Unreadable;
import io.dockerops.engine.dockerfile.Dockerfile;
import io.dockerops.engine.machine.LocalUser;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Build contexts and root file systems of this machine. Safe for use by several threads.
 *
 * <p>A fingerprint is taken once per image and kept, since a run is to see one state of the disk. What the distribution
 * brings, BusyBox and the packages of a bootstrap, counts by its recipe, not by its bytes: else a project would change
 * with the machine that it is run from.
 */
public final class LocalImageSources implements ImageSources {

    private static final List<Path> BUSYBOX =
            List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"), Path.of("/bin/busybox.static"));

    private final BusyBox busyBox;
    private final Map<Image, String> fingerprints = new ConcurrentHashMap<>();

    /** Sources that keep what they download in the user's cache folder. */
    public LocalImageSources() {
        this(BUSYBOX, LocalUser.cacheFolder().resolve("busybox"));
    }

    LocalImageSources(List<Path> busyBoxPlaces, Path busyBoxCache) {
        busyBox = new BusyBox(busyBoxPlaces, busyBoxCache);
    }

    @Override
    public String fingerprint(Image image) {
        return fingerprints.computeIfAbsent(image, LocalImageSources::takeFingerprint);
    }

    @Override
    public BuildOutline outline(Image.Build build) {
        return Dockerfile.read(build);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Entries that are made here belong to root and have a fixed time, so that one recipe gives the same bytes
     * anywhere. A folder that the base has keeps its owner and mode when something is added to it. The tar of an image
     * without additions is given as it is, compressed or not, which engines unpack themselves.
     */
    @Override
    public InputStream rootfs(Image.Rootfs recipe, ProgressListener progress) {
        TarStream tar = new TarStream("the root file system " + recipe.name());
        List<TarEntry> added = recipe.additions().stream()
                .flatMap(each -> Additions.entries(each).stream())
                .toList();
        try {
            if (recipe.base() instanceof Image.BusyBox) {
                return tar.add(busyBox.entries(progress)).add(added).open();
            }
            if (recipe.base() instanceof Image.Tar base) {
                return added.isEmpty()
                        ? Files.newInputStream(base.file())
                        : tar.add(added).openOver(Compression.open(base.file(), progress));
            }
            if (recipe.base() instanceof Image.Bootstrap base) {
                return tar.add(added).openOver(Bootstraps.open(base, progress));
            }
            return tar.add(added).open();
        } catch (IOException e) {
            throw Unreadable.failed("the root file system " + recipe.name(), e);
        }
    }

    @Override
    public Optional<String> content(Path path, boolean folder) {
        return MountedContent.of(path, folder);
    }

    @Override
    public String copied(Path path) {
        return new Fingerprint("copy 1")
                .entries(ContainerFiles.entries(path), "`" + path + "`")
                .shortValue();
    }

    private static String takeFingerprint(Image image) {
        if (image instanceof Image.Build build) {
            return ofBuild(build);
        }
        if (image instanceof Image.Rootfs rootfs) {
            return ofRootfs(rootfs);
        }
        return new Fingerprint("named").text(((Image.Named) image).name()).value();
    }

    private static String ofBuild(Image.Build build) {
        BuildContext context = new BuildContext(build);
        Fingerprint fingerprint = new Fingerprint("build 1")
                .text(build.dockerfile())
                .texts(build.target().stream().toList())
                .texts(build.arguments().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        return fingerprint.entries(context.entries(), context.toString()).value();
    }

    private static String ofRootfs(Image.Rootfs rootfs) {
        Fingerprint fingerprint = new Fingerprint("rootfs 1");
        if (rootfs.base() instanceof Image.Tar tar) {
            fingerprint.text("tar").file(tar.file());
        } else if (rootfs.base() instanceof Image.Bootstrap recipe) {
            fingerprint
                    .text(recipe.tool())
                    .text(recipe.suite())
                    .texts(recipe.packages())
                    .texts(recipe.mirror().stream().toList());
        } else {
            fingerprint.text(rootfs.base() instanceof Image.BusyBox ? "busybox" : "empty");
        }
        for (Image.Addition addition : rootfs.additions()) {
            fingerprint.entries(Additions.entries(addition), "what is added at " + addition.path());
        }
        return fingerprint.value();
    }
}
