package io.dockerops.engine.machine;

import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packages of Debian and Ubuntu. */
public final class Apt {

    private static final String MISSING = "this works on Debian and Ubuntu";

    private Apt() {}

    /** Whether this machine has it. */
    public static boolean present() {
        return Tool.find("apt-get").isPresent();
    }

    /** What to type to install {@code packages}. */
    public static String installCommand(List<String> packages) {
        return (LocalUser.isRoot() ? "" : "sudo ") + "apt-get install -y --no-install-recommends "
                + String.join(" ", packages);
    }

    /**
     * Installs {@code packages} without what they only recommend. The package lists are read anew when it does not work
     * with those that are there, which may be missing or old. Needs root.
     *
     * @param progress hears first what is done, then the lines of the tool
     * @throws EngineException.Failed when it does not work
     */
    public static void install(List<String> packages, ProgressListener progress) {
        List<String> arguments = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
        arguments.addAll(packages);
        progress.onProgress(new Progress("Installing " + String.join(", ", packages), "", 0, 0));
        withFreshLists(aptGet(arguments), progress);
    }

    /**
     * Downloads a package into {@code folder} without installing it. Needs no root where the package lists are there.
     *
     * @throws EngineException.Failed when it does not work
     */
    public static void download(String name, Path folder, ProgressListener progress) {
        progress.onProgress(new Progress("Downloading the package " + name, "", 0, 0));
        // apt-get has no option for the folder that a package is downloaded to: it is the working directory.
        withFreshLists(aptGet(List.of("download", name)).in(folder), progress);
    }

    private static void withFreshLists(Tool tool, ProgressListener progress) {
        try {
            tool.follow(progress);
        } catch (EngineException.Failed e) {
            if (!LocalUser.isRoot() || !present()) {
                throw e;
            }
            progress.onProgress(new Progress("Reading the package lists anew", "", 0, 0));
            aptGet(List.of("update")).follow(progress);
            tool.follow(progress);
        }
    }

    private static Tool aptGet(List<String> arguments) {
        // A machine that was just started may be installing updates by itself: wait for its lock.
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(arguments);
        return Tool.of(command, MISSING).with("DEBIAN_FRONTEND", "noninteractive");
    }
}
