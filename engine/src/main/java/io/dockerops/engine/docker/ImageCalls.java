package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The calls about images that need no registry. */
final class ImageCalls {

    private final EngineApi api;

    ImageCalls(EngineApi api) {
        this.api = api;
    }

    List<ImageDetails> list() {
        return Answers.each(api.get(ApiPath.of("images", "json")), Answers::image).stream()
                .filter(image ->
                        !image.references().isEmpty() || !image.labels().isEmpty())
                .toList();
    }

    List<Port> exposedPorts(String image) {
        Map<String, Object> config =
                JsonTree.object(JsonTree.object(api.get(ApiPath.ofImage(image, "json"))), "Config");
        return JsonTree.object(config, "ExposedPorts").keySet().stream()
                .map(Port::parse)
                .sorted()
                .toList();
    }

    Optional<Platform> platform(ImageReference image) {
        try {
            Map<String, Object> found = JsonTree.object(api.get(ApiPath.ofImage(image.toString(), "json")));
            String variant = JsonTree.text(found, "Variant");
            return Optional.of(new Platform(
                    JsonTree.text(found, "Os"),
                    JsonTree.text(found, "Architecture"),
                    variant.isEmpty() ? Optional.empty() : Optional.of(variant)));
        } catch (EngineRefused e) {
            if (e.notFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void remove(ImageReference reference) {
        api.delete(ApiPath.ofImage(reference.toString()));
    }

    /** docker-java 3.7.1 can neither label what it imports nor tell that an import failed. */
    void importTar(
            ImageReference reference, InputStream tar, SortedMap<String, String> labels, ProgressListener progress) {
        ApiPath path = ApiPath.of("images", "create").query("fromSrc", "-").query("repo", reference.name());
        reference.tag().ifPresent(tag -> path.query("tag", tag));
        labels.forEach((label, value) -> path.query("changes", "LABEL " + quoted(label) + "=" + quoted(value)));
        try (Response response = api.upload(path, tar);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(response.getBody(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    report(Json.object(line), progress);
                }
            }
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }

    private static void report(Map<String, Object> news, ProgressListener progress) {
        String error = JsonTree.text(news, "error");
        if (!error.isEmpty()) {
            throw new EngineRefused(0, error);
        }
        Map<String, Object> detail = JsonTree.object(news, "progressDetail");
        progress.onProgress(new Progress(
                JsonTree.text(news, "status"),
                JsonTree.text(news, "id"),
                JsonTree.number(detail, "current"),
                JsonTree.number(detail, "total")));
    }

    /** In the quotes of a Dockerfile's instruction, where a dollar sign begins a variable. */
    private static String quoted(String text) {
        if (text.indexOf('\n') >= 0) {
            throw new EngineException.Failed(
                    "the label `" + text + "` has more than one line",
                    "an imported image takes labels of one line only");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }
}
