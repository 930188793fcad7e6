package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.archive.FirstFile;
import io.dockerops.engine.archive.TarEntry.Owner;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who the users and groups of a container are, as its own files say, which can be read whether it runs or not. The engine
 * takes numbers alone for what it unpacks.
 */
final class ContainerUsers {

    private static final String PASSWD = "/etc/passwd";
    private static final String GROUP = "/etc/group";
    private static final int ID = 2;
    private static final int GROUP_OF_USER = 3;

    private final EngineApi api;
    private final String container;
    private final Map<String, List<String>> files = new ConcurrentHashMap<>();

    ContainerUsers(EngineApi api, String container) {
        this.api = api;
        this.container = container;
    }

    /**
     * The numbers of {@code text}, which is user or user:group. Without a group it is that of the user, or 0 for a number
     * that the container does not know.
     *
     * @throws EngineException.Failed when the container does not know a name
     */
    Owner owner(String text) {
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        int id = isNumber(user) ? Integer.parseInt(user) : named(PASSWD, "user", user, ID);
        if (colon >= 0) {
            String group = text.substring(colon + 1);
            return new Owner(id, isNumber(group) ? Integer.parseInt(group) : named(GROUP, "group", group, ID));
        }
        int key = isNumber(user) ? ID : 0;
        return new Owner(id, field(PASSWD, key, user, GROUP_OF_USER).orElse(0));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    private int named(String file, String kind, String name, int wanted) {
        return field(file, 0, name, wanted)
                .orElseThrow(() -> new EngineException.Failed(
                        "the container has no " + kind + " `" + name + "`, to whom something that is copied into it is"
                                + " to belong",
                        "name one that stands in its " + file + ", or write a number"));
    }

    /** The number in the field {@code wanted} of the line whose field {@code key} is {@code value}. */
    private Optional<Integer> field(String file, int key, String value, int wanted) {
        for (String line : files.computeIfAbsent(file, this::lines)) {
            String[] fields = line.split(":", -1);
            if (fields.length > wanted && fields[key].equals(value) && isNumber(fields[wanted])) {
                return Optional.of(Integer.parseInt(fields[wanted]));
            }
        }
        return Optional.empty();
    }

    private List<String> lines(String file) {
        ApiPath path = ApiPath.of("containers", container, "archive").query("path", file);
        try (Response response = api.stream("GET", path, null);
                InputStream tar = response.getBody()) {
            return new String(FirstFile.of(tar), StandardCharsets.UTF_8).lines().toList();
        } catch (EngineRefused refused) {
            if (refused.notFound()) {
                return List.of();
            }
            throw refused;
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }

    /** Whether the container has a file or folder at {@code path}. */
    boolean has(String path) {
        ApiPath head = ApiPath.of("containers", container, "archive").query("path", path);
        try (Response response = api.stream("HEAD", head, null)) {
            return response.getStatusCode() > 0;
        } catch (EngineRefused refused) {
            if (refused.notFound()) {
                return false;
            }
            throw refused;
        }
    }
}
