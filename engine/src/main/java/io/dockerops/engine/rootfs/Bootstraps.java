package io.dockerops.engine.rootfs;

import io.dockerops.engine.archive.TarEntry;
import io.dockerops.engine.machine.LocalUser;
import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian and Ubuntu systems made on the spot by the tools for that. Times are those of {@link TarEntry#FIXED_TIME} at most. */
final class Bootstraps {

    private static final String MMDEBSTRAP = "mmdebstrap";
    private static final String DEBOOTSTRAP = "debootstrap";

    private Bootstraps() {}

    /**
     * Starts to make the system and gives it as a tar.
     *
     * @throws EngineException.Failed when the tool is missing, not known, or needs root
     */
    static InputStream open(Image.Bootstrap recipe, ProgressListener progress) throws IOException {
        return switch (recipe.tool()) {
            case MMDEBSTRAP -> mmdebstrap(recipe).stream(progress);
            case DEBOOTSTRAP -> debootstrap(recipe, progress);
            default ->
                throw new EngineException.Failed(
                        "`" + recipe.tool() + "` is not a tool that makes root file systems here",
                        "use " + MMDEBSTRAP + " or " + DEBOOTSTRAP);
        };
    }

    private static Tool mmdebstrap(Image.Bootstrap recipe) {
        return tool(MMDEBSTRAP, arguments(recipe, "--format=tar"), recipe, "-");
    }

    private static InputStream debootstrap(Image.Bootstrap recipe, ProgressListener progress) throws IOException {
        if (!LocalUser.isRoot()) {
            throw new EngineException.Failed(
                    "`" + DEBOOTSTRAP + "` needs root", "use " + MMDEBSTRAP + ", which does not, or run this as root");
        }
        Path folder = Files.createTempDirectory("dockerops-" + DEBOOTSTRAP);
        try {
            tool(DEBOOTSTRAP, arguments(recipe), recipe, folder.toString()).follow(progress);
            return new FilterInputStream(archive(folder).stream(progress)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    remove(folder);
                }
            };
        } catch (RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    private static List<String> arguments(Image.Bootstrap recipe, String... first) {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.add("--variant=minbase");
        if (!recipe.packages().isEmpty()) {
            arguments.add("--include=" + String.join(",", recipe.packages()));
        }
        return arguments;
    }

    private static Tool tool(String name, List<String> arguments, Image.Bootstrap recipe, String target) {
        List<String> command = new ArrayList<>();
        command.add(name);
        command.addAll(arguments);
        command.add(recipe.suite());
        command.add(target);
        recipe.mirror().ifPresent(command::add);
        return Tool.ofPackage(name, command)
                .with("SOURCE_DATE_EPOCH", Long.toString(TarEntry.FIXED_TIME))
                .with("LC_ALL", "C");
    }

    /** The folder as a tar, without the packages that were unpacked and what tells of the machine that it was made on. */
    private static Tool archive(Path folder) {
        return Tool.ofPackage(
                "tar",
                List.of(
                        "tar",
                        "--create",
                        "--directory=" + folder,
                        "--one-file-system",
                        "--numeric-owner",
                        "--sort=name",
                        "--mtime=@" + TarEntry.FIXED_TIME,
                        "--clamp-mtime",
                        "--exclude=./var/cache/apt/archives/*.deb",
                        "--exclude=./var/log/bootstrap.log",
                        "--exclude=./etc/hostname",
                        "--exclude=./etc/resolv.conf",
                        "."));
    }

    /** Without leaving the file system: a bootstrap that broke off may have left {@code /proc} mounted in the folder. */
    private static void remove(Path folder) {
        Tool.of(List.of("rm", "-rf", "--one-file-system", "--", folder.toString()), "")
                .follow(ProgressListener.SILENT);
    }
}
