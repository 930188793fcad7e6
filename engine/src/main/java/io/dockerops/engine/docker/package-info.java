/**
 * The Docker executor's adapter: the port's engines and connections over Docker's API.
 *
 * <p>It may depend on {@code model}, {@code port}, {@code problem}, {@code json} and {@code archive}, and is the only package that sees
 * docker-java. Requests go through {@link io.dockerops.engine.docker.EngineApi} as JSON trees, so that every field of the
 * API can pass and a short command loads little; docker-java's commands, whose classes take longer to load than such a
 * command runs, do what talks to registries: pulls and builds.
 */
@NullMarked
package io.dockerops.engine.docker;

import org.jspecify.annotations.NullMarked;
