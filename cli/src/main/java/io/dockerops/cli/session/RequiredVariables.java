package io.dockerops.cli.session;

import io.dockerops.dsl.SavedAnswers;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values from outside of the variables that services require: those of the environment, over those that were saved
 * beside the project.
 */
public final class RequiredVariables {

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * For one project.
     *
     * @param folder the folder of its file
     * @param environment the variables of the process
     */
    public RequiredVariables(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new LinkedHashMap<>(environment);
    }

    /**
     * {@code project} with the values that are known.
     *
     * @throws ProblemException when the file with saved values is wrong
     */
    public Project given(Project project) {
        SortedSet<String> required = new TreeSet<>();
        project.instances()
                .forEach(instance -> instance.settings().environment().forEach((name, value) -> {
                    if (value instanceof EnvValue.Required) {
                        required.add(name);
                    }
                }));
        if (required.isEmpty()) {
            return project;
        }
        Map<String, String> values = new LinkedHashMap<>(SavedAnswers.in(folder));
        environment.forEach((name, value) -> {
            if (required.contains(name)) {
                values.put(name, value);
            }
        });
        return project.given(values);
    }

    /**
     * Keeps a value beside the project, where only this user can read it.
     *
     * @throws ProblemException when that cannot be done
     */
    public void save(String name, String value) {
        SortedMap<String, String> values = SavedAnswers.in(folder);
        values.put(name, value);
        Path file = folder.resolve(SavedAnswers.FILE);
        Path aside = file.resolveSibling(SavedAnswers.FILE + ".part");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(aside, Json.writeIndented(values) + "\n");
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error("`" + name + "` cannot be kept in `" + file + "`: " + e.getMessage()));
        }
    }
}
