package io.dockerops.cli.command;

import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import java.nio.file.Path;

/**
 * A project and its containers, as one look at the engines shows them.
 *
 * @param loaded the project, with the instances that no file lists and that have containers
 * @param containers all containers of the project
 */
record Seen(LoadedProject loaded, ProjectContainers containers) {

    /** The project in {@code script}. */
    static Seen of(Session session, ProjectArguments project, Path script, HostOption host) {
        LoadedProject declared = project.load(session, script);
        host.apply(session);
        return of(session, declared);
    }

    /** {@code declared} with what is there of it. */
    static Seen of(Session session, LoadedProject declared) {
        ProjectContainers containers = ProjectContainers.list(session.engine(), declared.project());
        return new Seen(AskedContainers.with(session, declared, containers), containers);
    }
}
