package io.dockerops.cli.session;

import io.dockerops.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process around a command.
 *
 * @param environment its variables
 * @param folder its working folder, absolute
 * @param in standard input
 * @param out standard output, in UTF-8; flushed by whoever writes
 * @param err standard error, likewise
 * @param terminal the terminal behind them
 */
public record Surroundings(
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal) {}
