package io.dockerops.engine.port;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a process in a container reads from here and writes to here.
 *
 * @param input what it reads
 * @param output where its standard output goes, and of a process with a terminal its standard error too
 * @param error where its standard error goes
 */
public record Streams(InputStream input, OutputStream output, OutputStream error) {}
