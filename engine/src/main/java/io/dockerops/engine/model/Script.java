package io.dockerops.engine.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something to be run once, to its end, in a fresh container of an instance.
 *
 * @param files the files that the container gets; none when empty
 * @param entrypoint the program in place of the container's own; the arguments are then only those of the command
 * @param command the command; {@code {script_path}} in it stands for the {@linkplain #path() script's path}. When it is
 *     empty a script file is run by itself, and else the container runs its own command
 * @param folder where in the container the files are, absolute
 * @param timeout how long it may take; the service's stop timeout when empty, and without one as long as it takes
 * @param output which part of the container's log is its output
 * @param replace whether a container that is there already is removed first; otherwise it is an error
 * @param keep whether the container is kept after its end
 * @param copy whether the container gets a copy of the files even where it could see the files themselves
 */
public record Script(
        Optional<Files> files,
        Optional<String> entrypoint,
        List<String> command,
        String folder,
        Optional<Duration> timeout,
        Output output,
        boolean replace,
        boolean keep,
        boolean copy) {

    /** Where the files are in the container unless it is said otherwise. */
    public static final String DEFAULT_FOLDER = "/tmp/script_run";

    /** What stands for the script's path in a command. */
    public static final String PATH_VARIABLE = "{script_path}";

    /**
     * A folder of this machine, and perhaps the script in it.
     *
     * @param folder absolute
     * @param script the name of the file to be run; empty for none in particular
     */
    public record Files(Path folder, Optional<String> script) {}

    /**
     * A part of a container's log.
     *
     * @param tail how many of the last lines; all when empty
     * @param timestamps whether each line begins with its time in RFC 3339 form
     */
    public record Output(Optional<Integer> tail, boolean timestamps) {

        /** All of it as it is. */
        public static final Output ALL = new Output(Optional.empty(), false);
    }

    /**
     * @throws IllegalArgumentException when the folder is not absolute, or the command names the script's path and there
     *     are no files
     */
    public Script {
        command = List.copyOf(command);
        Paths.checkAbsolute("folder of a script", folder);
        if (files.isEmpty() && command.stream().anyMatch(word -> word.contains(PATH_VARIABLE))) {
            throw new IllegalArgumentException(
                    "the command names `" + PATH_VARIABLE + "`, and no file or folder is given");
        }
    }

    /** Runs {@code command}, with all else as usual. */
    public static Script of(List<String> command) {
        return new Script(
                Optional.empty(),
                Optional.empty(),
                command,
                DEFAULT_FOLDER,
                Optional.empty(),
                Output.ALL,
                false,
                false,
                false);
    }

    /** The path in the container of the script, or of the folder when no script is named. */
    public String path() {
        return files.flatMap(Files::script).map(name -> folder + "/" + name).orElse(folder);
    }

    /** The words that the container runs; empty for those of the container itself. */
    public List<String> words() {
        if (command.isEmpty()) {
            return files.flatMap(Files::script).isPresent() ? List.of(path()) : List.of();
        }
        return command.stream().map(word -> word.replace(PATH_VARIABLE, path())).toList();
    }
}
