package io.dockerops.engine.rootfs;

import io.dockerops.engine.archive.TarEntry;
import io.dockerops.engine.archive.Unreadable;
import io.dockerops.engine.machine.Apt;
import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The distribution's statically linked BusyBox, and the smallest system that it makes. */
final class BusyBox {

    private static final String PACKAGE = "busybox-static";
    private static final String PASSWD = """
            root:x:0:0:root:/root:/bin/sh
            www-data:x:33:33:www-data:/var/www:/bin/false
            nobody:x:65534:65534:nobody:/nonexistent:/bin/false
            """;
    private static final String GROUP = """
            root:x:0:
            www-data:x:33:
            nogroup:x:65534:
            """;

    private final List<Path> places;
    private final Path cache;

    /**
     * @param places where it may be installed
     * @param cache where it is put when it is not
     */
    BusyBox(List<Path> places, Path cache) {
        this.places = List.copyOf(places);
        this.cache = cache;
    }

    /**
     * The system: all applets in {@code /bin}, to which the other folders of programs lead.
     *
     * @throws EngineException.Failed when there is no static BusyBox and none can be fetched
     */
    List<TarEntry> entries(ProgressListener progress) {
        Path program = find(progress);
        List<TarEntry> entries = new ArrayList<>();
        entries.add(TarEntry.folder("bin", 0755));
        try {
            entries.add(TarEntry.ofDisk("bin/busybox", program.toRealPath())
                    .withMode(0755)
                    .withTime(TarEntry.FIXED_TIME));
        } catch (IOException e) {
            throw Unreadable.failed("BusyBox", e);
        }
        Tool.of(List.of(program.toString(), "--list"), "")
                .run(progress)
                .lines()
                .filter(applet -> !applet.equals("busybox"))
                .sorted()
                .forEach(applet -> entries.add(TarEntry.link("bin/" + applet, "busybox")));
        entries.addAll(system());
        return entries;
    }

    private static List<TarEntry> system() {
        return List.of(
                TarEntry.folder("dev", 0755),
                TarEntry.folder("etc", 0755),
                TarEntry.file("etc/group", 0644, GROUP),
                TarEntry.file("etc/passwd", 0644, PASSWD),
                TarEntry.folder("home", 0755),
                TarEntry.folder("proc", 0555),
                TarEntry.folder("root", 0700),
                TarEntry.folder("run", 0755),
                TarEntry.link("sbin", "bin"),
                TarEntry.folder("sys", 0555),
                TarEntry.folder("tmp", 01777),
                TarEntry.folder("usr", 0755),
                TarEntry.link("usr/bin", "../bin"),
                TarEntry.link("usr/sbin", "../bin"),
                TarEntry.folder("var", 0755),
                TarEntry.folder("var/log", 0755),
                TarEntry.folder("var/tmp", 01777));
    }

    private Path find(ProgressListener progress) {
        Path cached = cache.resolve("bin/busybox");
        return Stream.concat(places.stream(), Stream.of(cached))
                .filter(Files::isExecutable)
                .filter(StaticProgram::is)
                .findFirst()
                .orElseGet(() -> download(cached, progress));
    }

    private Path download(Path target, ProgressListener progress) {
        if (!Apt.present() || Tool.find("dpkg-deb").isEmpty()) {
            throw new EngineException.Failed(
                    "there is no statically linked BusyBox on this machine",
                    "install one as one of " + places + ", such as from your distribution's package " + PACKAGE);
        }
        try {
            Files.createDirectories(target.getParent());
            Path folder = Files.createTempDirectory(cache, "download");
            try {
                Apt.download(PACKAGE, folder, progress);
                unpack(folder);
                Files.move(program(folder), target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Tool.of(List.of("rm", "-rf", "--", folder.toString()), "").follow(ProgressListener.SILENT);
            }
            return target;
        } catch (IOException e) {
            throw Unreadable.failed("the folder for BusyBox", e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path archive = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
            Tool.of(List.of("dpkg-deb", "-x", archive.toString(), folder.toString()), "")
                    .follow(ProgressListener.SILENT);
        }
    }

    // Debian 13 has moved the programs of /bin to /usr/bin.
    private static Path program(Path folder) {
        Path old = folder.resolve("bin/busybox");
        return Files.exists(old) ? old : folder.resolve("usr/bin/busybox");
    }
}
