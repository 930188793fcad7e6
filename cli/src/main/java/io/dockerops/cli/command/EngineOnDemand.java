package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.local.PrivateEngine;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.port.HostUnreachable;
import io.dockerops.engine.port.HostUnreachable.Reason;

/** Starts the private engine where a project needs the engine of this machine and none answers. */
final class EngineOnDemand {

    private EngineOnDemand() {}

    /**
     * Makes sure that an engine answers on this machine, if {@code project} needs one.
     *
     * @throws io.dockerops.engine.port.EngineException when there is one that this user may not use, or the private one
     *     cannot be started
     */
    static void ensure(Session session, Project project) {
        if (project.instances().stream().map(Instance::host).noneMatch(Host.LOCAL.id()::equals)) {
            return;
        }
        Host local = project.host(Host.LOCAL.id()).orElse(Host.LOCAL);
        try {
            session.engine().on(local).info();
        } catch (HostUnreachable e) {
            if (e.reason() != Reason.NOT_RUNNING) {
                throw e;
            }
            session.useHost(start(session).address().toString());
        }
    }

    /** Starts the private engine and tells what is going on meanwhile. */
    static PrivateEngine.Status start(Session session) {
        return session.composition()
                .startPrivateEngine(progress -> session.output().error(Line.of(Tone.DIM, progress.text())));
    }
}
