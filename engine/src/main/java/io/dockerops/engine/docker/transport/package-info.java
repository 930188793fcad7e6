/**
 * HTTP/1.1 over byte streams: the transport under docker-java, for Unix sockets, TCP, TLS and whatever else gives a
 * pair of streams.
 *
 * <p>Depends on the JDK and on {@code com.github.dockerjava.transport} only. What every command passes through here
 * does without regular expressions, formatted or concatenated strings, lambdas and streams: each of these makes the
 * JVM load or generate classes, and a short command pays for them at every start.
 */
@NullMarked
package io.dockerops.engine.docker.transport;

import org.jspecify.annotations.NullMarked;
