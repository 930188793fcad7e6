package io.dockerops.cli.session;

import io.dockerops.engine.keys.KeyFolder;
import io.dockerops.engine.model.ProjectKey;
import io.dockerops.engine.model.SecretId;
import io.dockerops.engine.port.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets and keys of a project: {@code secret('db.password')} is the variable {@code DOCKEROPS_SECRET_DB_PASSWORD} or, when that
 * is not set, the content of the file {@code secrets/db.password} beside the script without its last line feed.
 * Keys are in the folder {@code keys} there.
 */
final class ProjectSecrets implements SecretStore {

    private static final String PREFIX = "DOCKEROPS_SECRET_";
    private static final String FOLDER = "secrets";

    private final Path folder;
    private final KeyFolder keys;
    private final Map<String, String> environment;

    ProjectSecrets(Path projectFolder, Map<String, String> environment) {
        this.folder = projectFolder.resolve(FOLDER);
        this.keys = new KeyFolder(projectFolder);
        this.environment = environment;
    }

    @Override
    public Optional<String> read(SecretId id) {
        String value = environment.get(variable(id));
        return value == null ? file(id) : Optional.of(value);
    }

    @Override
    public String key(ProjectKey key) {
        return keys.read(key);
    }

    @Override
    public String wayToGive(SecretId id) {
        return "put it into the file `" + FOLDER + "/" + id.name() + "` beside the script, or into the variable `"
                + variable(id) + "`";
    }

    private Optional<String> file(SecretId id) {
        try {
            String content = Files.readString(folder.resolve(id.name()));
            return Optional.of(content.endsWith("\n") ? content.substring(0, content.length() - 1) : content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new io.dockerops.engine.port.EngineException.Failed(
                    "the secret `" + id.name() + "` cannot be read: " + e.getMessage(), e);
        }
    }

    private static String variable(SecretId id) {
        StringBuilder name = new StringBuilder(PREFIX);
        for (char c : id.name().toUpperCase(Locale.ROOT).toCharArray()) {
            name.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
        }
        return name.toString();
    }
}
