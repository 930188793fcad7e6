package io.dockerops.engine.folder;

import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.GroupId;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectDeclaration;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads projects that are folders: each folder in {@code services} that has a Dockerfile is a service, and {@code run.conf}
 * lists the instances. Without a {@code run.conf} each service has one instance without a name. The project is named after
 * its folder.
 */
public final class FolderProjects {

    /** The folder of the services. */
    public static final String SERVICES = "services";

    /** The list of instances unless others are named. */
    public static final String CONF = "run.conf";

    private static final String SUFFIX = ".conf";

    private FolderProjects() {}

    /** Whether {@code folder} looks like such a project. */
    public static boolean isProject(Path folder) {
        return Files.isDirectory(folder.resolve(SERVICES));
    }

    /**
     * Reads a project. Its services have not inherited yet, and are not part of its project.
     *
     * @param folder the folder, absolute
     * @param project the name of the project; null for that of the folder
     * @param confs the files that list the instances, in place of {@code run.conf}: names in the folder or in
     *     {@code services}, with or without {@code .conf}, or paths; what several list is united
     * @param everything whether services that no conf file lists are declared too, with one instance each
     * @param asked what the command line asks of instances; services of these that no conf file lists are declared too
     * @param library has the images that services may be built upon
     * @throws ProblemException when a file is missing or is not a list
     */
    public static ProjectDeclaration read(
            Path folder,
            @Nullable String project,
            List<String> confs,
            boolean everything,
            List<Asked> asked,
            PlatformLibrary library) {
        Findings findings = new Findings();
        String name = project == null ? name(folder, findings) : project;
        EnvironmentValues values = new EnvironmentValues(findings);
        Platform platform = new Platform(library);
        ServiceFolders services = ServiceFolders.below(folder.resolve(SERVICES), platform, findings);
        List<Entry> entries = new ArrayList<>();
        List<Path> files = files(folder, confs);
        for (Path conf : files) {
            entries.addAll(ConfFile.read(conf, findings));
        }
        Instances instances = new Instances(folder, services, values, findings);
        instances.declare(entries);
        if (everything || files.isEmpty()) {
            instances.declareOthers();
        } else {
            instances.declareAsked(asked);
        }
        List<ServiceDeclaration> declared = instances.services(name);
        Project frame = new Project(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                groups(entries, findings),
                Optional.empty(),
                Options.NONE,
                platform.images(),
                NamingScheme.PLAIN,
                Optional.empty());
        return new ProjectDeclaration(frame, declared, instances.origins(), findings.problems());
    }

    private static String name(Path folder, Findings findings) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        try {
            return Rules.projectName(name);
        } catch (IllegalArgumentException e) {
            findings.add(Problem.error(
                    "the project is named after its folder, and `" + name + "` cannot be its name: "
                            + Mistake.of(e).summary().replaceFirst("^.*?: ", ""),
                    "rename the folder, or write a `project.groovy` with `project '…'` and `folder '.'`"));
            return "project";
        }
    }

    private static List<Path> files(Path folder, List<String> confs) {
        if (confs.isEmpty()) {
            return Stream.of(folder.resolve(CONF), folder.resolve(SERVICES).resolve(CONF))
                    .filter(Files::isRegularFile)
                    .limit(1)
                    .toList();
        }
        return confs.stream().distinct().map(conf -> file(folder, conf)).toList();
    }

    private static Path file(Path folder, String conf) {
        return Stream.of(folder, folder.resolve(SERVICES))
                .flatMap(place -> Stream.of(place.resolve(conf), place.resolve(conf + SUFFIX)))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> {
                    Problem problem = Problem.error("there is no conf file `" + conf + "` in this project");
                    List<String> there = confsIn(folder);
                    return new ProblemException(
                            there.isEmpty() ? problem : problem.hint(Suggest.hint(conf, there, "there are")));
                });
    }

    private static List<String> confsIn(Path folder) {
        List<String> names = new ArrayList<>();
        for (Path place : List.of(folder, folder.resolve(SERVICES))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(SUFFIX) && !file.equals(EnvironmentValues.HOST_CONF))
                            .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                            .sorted()
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return names;
    }

    private static List<Group> groups(List<Entry> entries, Findings findings) {
        Map<String, List<Selector>> members = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.group()
                    .ifPresent(group -> findings.attempt(
                            group,
                            () -> members.computeIfAbsent(group.text(), name -> new ArrayList<>())
                                    .add(entry.selector())));
        }
        List<Group> groups = new ArrayList<>();
        members.forEach((name, all) -> findings.tried(entries.get(0).service(), () -> new Group(new GroupId(name), all))
                .ifPresent(groups::add));
        return groups;
    }
}
