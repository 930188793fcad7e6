package io.dockerops.engine.execute;

import io.dockerops.engine.execute.Lane.Kind;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.port.BuildRequest;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.LogRequest;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.PullRequest;
import io.dockerops.engine.port.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The engine's call for each kind of action. What is done to a container is done by its id, once its labels have said that
 * it is the project's: since the plan was made, somebody may have put another one in its place. What restores the old
 * container after a failed replacement undoes only what was done: it leaves alone a container that this run did not make,
 * and a name that was not given away.
 *
 * @param project the project's name
 * @param containers the project's containers on the action's host
 * @param sources gives root file systems
 * @param secrets gives the values of secrets
 * @param names tells DNS servers
 * @param run the label that tells the containers of this run from others
 * @param folder the project's folder
 * @param restoring whether the action restores the old container after a failed replacement
 * @param progress hears how images are made
 * @param outputs gets what containers printed
 */
record Works(
        String project,
        OwnContainers containers,
        ImageSources sources,
        SecretStore secrets,
        NameWork names,
        String run,
        Optional<Path> folder,
        boolean restoring,
        ProgressListener progress,
        Consumer<ContainerOutput> outputs)
        implements Action.Visitor<Work> {

    @Override
    public Work createNetwork(Action.CreateNetwork action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> hasNetwork(engine, action.name()),
                engine -> Secrets.with(secrets, action.specification(), fields -> {
                    create(engine, action, fields);
                    return true;
                }));
    }

    private void create(ContainerEngine engine, Action.CreateNetwork action, Specification fields) {
        try {
            engine.createNetwork(action.name(), fields);
        } catch (EngineRefused refused) {
            if (!refused.conflict() || !hasNetwork(engine, action.name())) {
                throw refused;
            }
        }
    }

    private boolean hasNetwork(ContainerEngine engine, String name) {
        return engine.networks().stream()
                .anyMatch(network -> network.name().equals(name) && ofThisProject(network.labels()));
    }

    @Override
    public Work removeNetwork(Action.RemoveNetwork action) {
        return Work.repeatable(Kind.REMOVALS, engine -> {
                    ownNetwork(engine, action.name());
                    engine.removeNetwork(action.name());
                })
                .doneWhen(EngineRefused::notFound)
                // The engine takes endpoints out of a network a little after it has said that the container is gone.
                .againWhen(refused -> refused.engineMessage().contains("active endpoints"));
    }

    @Override
    public Work createVolume(Action.CreateVolume action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> engine.volumes().stream()
                        .anyMatch(volume -> volume.name().equals(action.name()) && ofThisProject(volume.labels())),
                engine -> Secrets.with(secrets, action.specification(), fields -> {
                    engine.createVolume(action.name(), fields);
                    return true;
                }));
    }

    @Override
    public Work prepareVolume(Action.PrepareVolume action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> {
                    ofThisRun(engine, action.name()).ifPresent(found -> engine.remove(found.id(), true));
                    return false;
                },
                engine -> check(
                        "the preparation of volume `" + action.volume().label() + "`",
                        Secrets.with(
                                secrets, action.specification(), fields -> engine.runToEnd(action.name(), fields))));
    }

    @Override
    public Work removeVolume(Action.RemoveVolume action) {
        return Work.repeatable(Kind.REMOVALS, engine -> engine.removeVolume(action.name()))
                .doneWhen(EngineRefused::notFound);
    }

    @Override
    public Work recordFiles(Action.RecordFiles action) {
        return Work.repeatable(Kind.CHANGES, engine -> {
            forget(engine, action.name());
            engine.createVolume(action.name(), action.specification());
        });
    }

    private static void forget(ContainerEngine engine, String volume) {
        try {
            engine.removeVolume(volume);
        } catch (EngineRefused refused) {
            if (!refused.notFound()) {
                throw refused;
            }
        }
    }

    @Override
    public Work forgetFiles(Action.ForgetFiles action) {
        return Work.repeatable(Kind.REMOVALS, engine -> engine.removeVolume(action.name()))
                .doneWhen(EngineRefused::notFound);
    }

    @Override
    public Work pullImage(Action.PullImage action) {
        return Work.repeatable(
                Kind.IMAGES,
                engine -> engine.pull(new PullRequest(action.image().reference(), action.platform()), progress));
    }

    @Override
    public Work buildImage(Action.BuildImage action) {
        return Work.once(
                Kind.IMAGES,
                engine -> engine.build(
                        new BuildRequest(
                                action.recipe(),
                                action.image().reference(),
                                action.labels(),
                                action.cached(),
                                action.platform()),
                        progress));
    }

    @Override
    public Work importImage(Action.ImportImage action) {
        return Work.once(Kind.IMAGES, engine -> {
            try (InputStream tar = sources.rootfs(action.recipe(), progress)) {
                engine.importImage(action.image().reference(), tar, action.labels(), progress);
            } catch (IOException e) {
                throw new EngineException.Failed(
                        "the root file system `" + action.recipe().name() + "` could not be made: " + e.getMessage(),
                        e);
            }
        });
    }

    @Override
    public Work removeImage(Action.RemoveImage action) {
        return Work.repeatable(
                        Kind.REMOVALS,
                        engine -> engine.removeImage(action.image().reference()))
                .doneWhen(EngineRefused::notFound);
    }

    @Override
    public Work createContainer(Action.CreateContainer action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> ofThisRun(engine, action.name()).isPresent(),
                engine -> Secrets.with(
                        secrets,
                        ContainerAddresses.filled(engine, labelled(action.specification())),
                        fields -> containers.learn(action.name(), create(engine, action.name(), fields))));
    }

    /** The last call of a run that was killed may be carried out after this run has looked. */
    private String create(ContainerEngine engine, String name, Specification fields) {
        try {
            return engine.createContainer(name, fields);
        } catch (EngineRefused refused) {
            Optional<ContainerDetails> late = engine.inspect(name)
                    .filter(found -> containers.own(found) && !madeByThisRun(found.labels()))
                    .filter(found -> !found.status().everStarted());
            if (!refused.conflict() || late.isEmpty()) {
                throw refused;
            }
            engine.remove(late.get().id(), true);
            return engine.createContainer(name, fields);
        }
    }

    @Override
    public Work startContainer(Action.StartContainer action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> engine.inspect(action.name())
                        .filter(found -> found.status().running() || ranAlready(found))
                        .isPresent(),
                containers.on(action.name(), ContainerEngine::start));
    }

    @Override
    public Work awaitHealthy(Action.AwaitHealthy action) {
        return Work.repeatable(Kind.WAITS, engine -> {});
    }

    @Override
    public Work awaitSteady(Action.AwaitSteady action) {
        return Work.repeatable(Kind.WAITS, engine -> {});
    }

    @Override
    public Work awaitExit(Action.AwaitExit action) {
        return Work.repeatable(Kind.WAITS, engine -> {});
    }

    @Override
    public Work exec(Action.Exec action) {
        return Work.once(
                Kind.COMMANDS,
                containers.on(
                        action.name(),
                        (engine, id) -> check("`" + action.detail() + "`", engine.exec(id, action.command()))));
    }

    @Override
    public Work signalContainer(Action.SignalContainer action) {
        return Work.once(Kind.CHANGES, containers.on(action.name(), (engine, id) -> engine.kill(id, action.signal())));
    }

    @Override
    public Work stopContainer(Action.StopContainer action) {
        return Work.repeatable(
                        Kind.REMOVALS, unlessForeign(action.name(), (engine, id) -> engine.stop(id, action.timeout())))
                .doneWhen(EngineRefused::notFound);
    }

    @Override
    public Work removeContainer(Action.RemoveContainer action) {
        return Work.repeatable(Kind.REMOVALS, unlessForeign(action.name(), (engine, id) -> {
                    engine.remove(id, action.kill());
                    containers.forget(action.name());
                }))
                .doneWhen(EngineRefused::notFound)
                .againWhen(refused -> refused.engineMessage().contains("already in progress"));
    }

    @Override
    public Work renameContainer(Action.RenameContainer action) {
        return Work.repeatableUnless(
                        Kind.CHANGES,
                        engine -> engine.inspect(action.name()).isEmpty()
                                && engine.inspect(action.newName()).isPresent(),
                        containers.on(action.name(), (engine, id) -> {
                            engine.rename(id, action.newName());
                            containers.rename(action.name(), action.newName());
                        }))
                .doneWhen(refused -> restoring && refused.notFound());
    }

    @Override
    public Work updateContainer(Action.UpdateContainer action) {
        return Work.repeatable(
                Kind.CHANGES, containers.on(action.name(), (engine, id) -> engine.update(id, action.changes())));
    }

    @Override
    public Work connectNetwork(Action.ConnectNetwork action) {
        return Work.repeatableUnless(
                Kind.CHANGES,
                engine -> engine.inspect(action.name())
                        .filter(found -> found.addresses().containsKey(action.network()))
                        .isPresent(),
                containers.on(action.name(), (engine, id) -> engine.connect(action.network(), id, action.endpoint())));
    }

    @Override
    public Work disconnectNetwork(Action.DisconnectNetwork action) {
        return Work.repeatable(
                        Kind.CHANGES,
                        containers.on(action.name(), (engine, id) -> engine.disconnect(action.network(), id)))
                .doneWhen(
                        refused -> refused.notFound() || refused.engineMessage().contains("is not connected to"));
    }

    @Override
    public Work copyFiles(Action.CopyFiles action) {
        return Work.repeatable(
                Kind.CHANGES,
                containers.on(
                        action.name(),
                        (engine, id) -> engine.copyFiles(
                                id,
                                action.files().stream()
                                        .map(file -> Secrets.with(secrets, file))
                                        .toList())));
    }

    @Override
    public Work awaitEnd(Action.AwaitEnd action) {
        return Work.repeatable(Kind.WAITS, engine -> {});
    }

    @Override
    public Work readOutput(Action.ReadOutput action) {
        return Work.repeatable(Kind.READS, engine -> {
            ContainerDetails found = engine.inspect(action.name())
                    .orElseThrow(() ->
                            new ContainerFailed(action.instance().label() + " is gone, and with it what it printed"));
            List<ContainerOutput.Line> lines = Collections.synchronizedList(new ArrayList<>());
            LogRequest wanted = new LogRequest(
                    false,
                    action.output().tail(),
                    Optional.empty(),
                    action.output().timestamps());
            engine.logs(found.id(), wanted, (line, error) -> lines.add(new ContainerOutput.Line(line, error)));
            outputs.accept(new ContainerOutput(found.id(), found.status().exitCode(), lines));
            check(action.instance().label(), new ExecResult(found.status().exitCode(), text(lines)));
        });
    }

    @Override
    public Work registerNames(Action.RegisterNames action) {
        return Work.once(
                Kind.COMMANDS, containers.on(action.name(), (engine, id) -> names.register(engine, id, action)));
    }

    @Override
    public Work removeNames(Action.RemoveNames action) {
        return Work.once(Kind.COMMANDS, engine -> names.remove(engine, action));
    }

    private static String text(List<ContainerOutput.Line> lines) {
        return lines.stream().map(ContainerOutput.Line::text).collect(Collectors.joining("\n"));
    }

    private Specification labelled(Specification specification) {
        Specification.Builder fields =
                specification.toBuilder().put(FieldPath.of("Labels", Labels.RUN), Value.text(run));
        folder.ifPresent(place -> fields.put(FieldPath.of("Labels", Labels.FOLDER), Value.text(place.toString())));
        return fields.build();
    }

    private Work.Call unlessForeign(String container, BiConsumer<ContainerEngine, String> call) {
        return restoring
                ? engine -> ofThisRun(engine, container).ifPresent(found -> call.accept(engine, found.id()))
                : containers.on(container, call);
    }

    private void ownNetwork(ContainerEngine engine, String name) {
        engine.networks().stream()
                .filter(network -> network.name().equals(name) && !ofThisProject(network.labels()))
                .findFirst()
                .ifPresent(network -> {
                    throw OwnContainers.taken("network", name, "docker network rm " + name);
                });
    }

    private Optional<ContainerDetails> ofThisRun(ContainerEngine engine, String container) {
        return engine.inspect(container).filter(found -> madeByThisRun(found.labels()));
    }

    private boolean ofThisProject(Map<String, String> labels) {
        return project.equals(labels.get(Labels.PROJECT));
    }

    private boolean madeByThisRun(Map<String, String> labels) {
        return run.equals(labels.get(Labels.RUN));
    }

    /** Whether a container has been started after this run made it, so that its process needs no second start. */
    private boolean ranAlready(ContainerDetails found) {
        return found.status().everStarted() && madeByThisRun(found.labels());
    }

    private static void check(String what, ExecResult result) {
        if (result.exitCode() != 0) {
            throw new ContainerFailed(
                    what + " ended with exit code " + result.exitCode(), result.exitCode(), result.output());
        }
    }
}
