package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.plan.ImagesRequest;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.Targets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code build}: images are made from what stands beside the project. */
final class BuildCommand implements Command {

    private static final String TARGETS =
            "Services, instances, groups or patterns whose images are meant, names of images that the project declares,"
                    + " or `all`. Without any: all.";

    private final ProjectArguments project;
    private final Flag noCache;
    private final Flag pull;
    private final ChangeOptions options;

    BuildCommand(Syntax syntax) {
        syntax.details(
                "What an image is built upon is built before it, and what does not wait for each other at the same"
                        + " time. Images that nothing has changed for are left alone. Containers are left alone too: `run`"
                        + " builds what is needed by itself, and replaces the containers.");
        project = ProjectArguments.withWords(syntax, "TARGET", TARGETS);
        noCache = syntax.flag(
                "Build every step anew, even when nothing has changed; also of what is built upon the named images.",
                "--no-cache");
        pull = syntax.flag(
                "Pull first what the images are built upon, and build them even when nothing has changed.", "--pull");
        options = new ChangeOptions(syntax);
        syntax.example("build", "all images of the project that are missing or have changed");
        syntax.example("build web", "the image of one service, and those that it is built upon");
        syntax.example("build --pull --no-cache all", "everything anew, upon the newest images");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        session.useEverything();
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        List<String> words = named.words();
        Optional<Set<ImageId>> images =
                words.isEmpty() ? Optional.empty() : Optional.of(Targets.images(loaded.project(), words));
        ImagesRequest request = new ImagesRequest(images, !noCache.given(), pull.given());
        Change change = new Change(session, loaded);
        Plan plan = change.plan(declared -> session.engine()
                .plan(declared, loaded.origins(), session.engine().observe(declared), request));
        String nothing = loaded.project().madeImages().isEmpty()
                ? "Nothing to build: no service of this project builds its image."
                : "Nothing to build: no image is missing or has changed.";
        return options.dryRun() ? change.show(plan, nothing) : change.carryOut(plan, options.yes(), nothing, false);
    }
}
