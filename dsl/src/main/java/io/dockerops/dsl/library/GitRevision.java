package io.dockerops.dsl.library;

import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gets revisions of repositories with the git of this machine, which knows how to log in. It is never asked for a password. */
final class GitRevision {

    private final LibrarySource.Git source;

    GitRevision(LibrarySource.Git source) {
        this.source = source;
    }

    /**
     * Puts the library's files below {@code folder}, which is empty, and gives the folder that holds them.
     *
     * @throws IllegalArgumentException when there is no such repository or revision
     */
    Path fetch(Path folder) throws IOException {
        Path files = folder.resolve("files");
        Files.createDirectory(files);
        try {
            run(folder, "init", "--quiet", "--bare", "repository");
            Path repository = folder.resolve("repository");
            try {
                run(repository, "fetch", "--quiet", "--depth", "1", "--no-tags", source.url(), source.revision());
                checkout(repository, files, "FETCH_HEAD");
            } catch (EngineException.Failed e) {
                // Not every server gives out a single commit.
                run(repository, "fetch", "--quiet", "--tags", source.url(), "+refs/heads/*:refs/heads/*");
                checkout(repository, files, source.revision());
            }
        } catch (EngineException.Failed e) {
            throw failed(e);
        }
        Path library = files.resolve(source.path()).normalize();
        if (!Files.isDirectory(library)) {
            throw new Mistake(
                    "there is no folder `" + source.path() + "` in " + source.name() + " at " + source.revision(),
                    "`path:` is a folder in the repository, from its root");
        }
        return library;
    }

    private static void checkout(Path repository, Path files, String revision) {
        run(repository, "--git-dir=.", "--work-tree=" + files, "checkout", "--quiet", "--force", revision, "--", ".");
    }

    private static void run(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git"));
        // A repository's own hooks and filters are programs of others.
        command.addAll(
                List.of("-c", "core.hooksPath=/dev/null", "-c", "core.autocrlf=false", "-c", "core.symlinks=true"));
        command.addAll(List.of(words));
        Tool.ofPackage("git", command)
                .with("GIT_TERMINAL_PROMPT", "0")
                .in(folder)
                .follow(ProgressListener.SILENT);
    }

    private Mistake failed(EngineException.Failed thrown) {
        List<String> said =
                String.valueOf(thrown.getMessage()).lines().map(String::strip).toList();
        if (said.size() < 2) {
            return new Mistake(said.get(0), thrown.hint().orElse("git is needed for `library git:`"));
        }
        return new Mistake(
                "git cannot fetch `" + source.revision() + "` of " + source.name() + ": " + said.get(said.size() - 1),
                "is the address right, is the revision there, and may you read it? Try `git ls-remote " + source.name()
                        + "`");
    }
}
