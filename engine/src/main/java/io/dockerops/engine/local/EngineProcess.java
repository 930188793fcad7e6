package io.dockerops.engine.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The process that a pid file names, if it is what wrote the file. Numbers of processes are used again, so the number
 * alone says nothing.
 *
 * @param pidFile the file
 * @param argument an argument that only this process has
 */
record EngineProcess(Path pidFile, String argument) {

    /** The process's number; empty when it does not run. */
    Optional<Long> pid() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return isOurs(pid) ? Optional.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Removes the file when it names no such process; else what reads it may wait for a process that is not there. */
    void forgetWhenEnded() throws IOException {
        if (pid().isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** Asks it to end. */
    void end() {
        pid().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
    }

    // A process that has ended and that nobody waited for still has a number, but no command line any more.
    private boolean isOurs(long pid) {
        try {
            List<String> command = Arrays.asList(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0", -1));
            return command.contains(argument);
        } catch (IOException e) {
            return false;
        }
    }
}
