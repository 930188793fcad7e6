package io.dockerops.dsl;

import io.dockerops.dsl.build.ProjectBuilder;
import io.dockerops.dsl.build.ProjectBuilder.Declared;
import io.dockerops.dsl.library.PinnedLibraries;
import io.dockerops.dsl.write.ProjectText;
import io.dockerops.engine.folder.FolderProjects;
import io.dockerops.engine.folder.PlatformLibrary;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.Types;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads projects that are folders of services. Apart from the reader of scripts, so that those do without its classes. */
final class ProjectFolders {

    /** The library whose images the services of folders are built upon. */
    private static final String PLATFORM = "platform";

    /** The parameter of that library with what its base image begins with. */
    private static final String BASE_IMAGE = "baseImage";

    private ProjectFolders() {}

    /** What the folder of {@code input} declares, not yet checked as a whole. */
    static Declared read(ProjectInput input, PinnedLibraries libraries) {
        ProjectDeclaration declared = declared(input, libraries);
        Types types = Types.of(declared.project().name(), folder(input).toString(), List.of(), input.asked());
        ProjectDeclaration resolved = declared.resolved(types);
        List<Problem> problems = new ArrayList<>(resolved.problems());
        for (String name : input.parameters().keySet()) {
            if (!name.equals(BASE_IMAGE)) {
                problems.add(Problem.error(
                        "a folder of services has no parameter `" + name + "`, only `" + BASE_IMAGE + "`",
                        "variables are set for the command: `NAME=value dockerops …`"));
            }
        }
        return new Declared(
                resolved.project(), resolved.origins(), List.of(), List.of(), List.of(), List.of(), problems);
    }

    /** The script that declares what the folder of {@code input} does. */
    static ConvertedMap convert(ProjectInput input, PinnedLibraries libraries, List<Problem> warnings) {
        ProjectDeclaration declared = declared(input, libraries);
        return new ConvertedMap(ProjectText.below(folder(input), declared.project(), declared.services()), warnings);
    }

    /** What a folder that a script names declares. */
    static ProjectDeclaration part(
            ProjectInput input, PinnedLibraries libraries, Path folder, @Nullable String project, List<String> confs) {
        PlatformLibrary library = new PlatformLibrary(() -> platform(libraries), baseImage(input));
        return FolderProjects.read(folder, project, confs, input.everything(), input.asked(), library);
    }

    private static ProjectDeclaration declared(ProjectInput input, PinnedLibraries libraries) {
        return part(input, libraries, folder(input), null, input.confs());
    }

    /** As the library's own parameter of a script. */
    private static Optional<String> baseImage(ProjectInput input) {
        return Optional.ofNullable(input.parameters().get(BASE_IMAGE))
                .or(() -> Optional.ofNullable(input.environment().get(ProjectBuilder.PARAMETER_VARIABLE + BASE_IMAGE)));
    }

    private static Path platform(PinnedLibraries libraries) {
        try {
            return libraries.shipped(PLATFORM);
        } catch (IllegalArgumentException e) {
            Mistake mistake = Mistake.of(e);
            throw new ProblemException(
                    Problem.error(mistake.summary(), mistake.hints().toArray(String[]::new)));
        }
    }

    private static Path folder(ProjectInput input) {
        return input.file().toAbsolutePath().normalize();
    }
}
