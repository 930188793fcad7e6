/**
 * A run as it goes on, on a terminal: what happens now, redrawn in place, below what has happened.
 *
 * <p>{@code LiveRun} is a pure function from events to lines; {@code Screen} brings lines to a terminal; {@code LiveView}
 * ties them to time. It may depend on {@code cli.print}, {@code cli.terminal} and the types of plans and runs.
 */
@NullMarked
package io.dockerops.cli.live;

import org.jspecify.annotations.NullMarked;
