package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;

/**
 * One command. Its constructor takes a {@link Syntax} and tells it the options, parameters and help of the command; it
 * runs after the arguments were read.
 */
@FunctionalInterface
interface Command {

    /**
     * Does what the command is for.
     *
     * @return the exit code
     * @throws io.dockerops.engine.problem.ProblemException when script or arguments are wrong
     * @throws io.dockerops.engine.port.EngineException when the world does not do what is asked of it
     */
    int run(Session session);
}
