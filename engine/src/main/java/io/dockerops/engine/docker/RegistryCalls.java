package io.dockerops.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.AsyncDockerCmd;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.core.DockerClientImpl;
import io.dockerops.engine.archive.BuildContext;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.port.BuildRequest;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import io.dockerops.engine.port.PullRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pulls and builds, by docker-java's commands. They are loaded when the first of them is made. */
final class RegistryCalls {

    private final EngineApi api;
    private final Supplier<RegistryCredentials> logins;

    /** @param logins reads this user's logins, which may change between two calls */
    RegistryCalls(EngineApi api, Supplier<RegistryCredentials> logins) {
        this.api = api;
        this.logins = logins;
    }

    void pull(PullRequest request, ProgressListener progress) {
        ImageReference reference = request.reference();
        // A digest says more than a tag, and goes where a tag goes.
        String version = reference.digest().or(reference::tag).orElse("latest");
        try (PullImageCmd command = client().pullImageCmd(reference.name())) {
            request.platform().ifPresent(platform -> command.withPlatform(platform.toString()));
            await(command.withTag(version), new PullNews(progress));
        } catch (RuntimeException e) {
            throw EngineFailures.of(e);
        }
    }

    void build(BuildRequest request, ProgressListener progress) {
        Image.Build recipe = request.recipe();
        try (InputStream context = new BuildContext(recipe).tar();
                BuildImageCmd command = client().buildImageCmd(context)) {
            command.withDockerfilePath(recipe.dockerfile());
            command.withTags(Set.of(request.reference().toString()));
            command.withLabels(new TreeMap<>(request.labels()));
            recipe.arguments().forEach(command::withBuildArg);
            recipe.target().ifPresent(command::withTarget);
            request.platform().ifPresent(platform -> command.withPlatform(platform.toString()));
            await(command.withRemove(true).withForcerm(true).withNoCache(!request.cached()), new BuildNews(progress));
        } catch (IOException | RuntimeException e) {
            throw EngineFailures.of(e);
        }
    }

    /** Not closed, since it holds nothing but what it was given. */
    private DockerClient client() {
        return DockerClientImpl.getInstance(new DockerJavaConfig(api.version(), logins.get()), api.client());
    }

    /** Waits on this thread, so that interrupting it closes the answer and with it ends the engine's work. */
    private static <T extends ResponseItem> void await(AsyncDockerCmd<?, T> command, News<T> news) {
        try {
            command.exec(news).awaitCompletion();
        } catch (InterruptedException e) {
            throw EngineFailures.of(e);
        }
        news.throwFailure();
    }

    /** Takes what the engine says while it works. An error in it is not the end of the stream, but of the matter. */
    private abstract static class News<T extends ResponseItem> extends ResultCallback.Adapter<T> {

        private volatile @Nullable EngineException failure;

        @Override
        public void onNext(T item) {
            String error = error(item);
            if (error != null) {
                failure = new EngineRefused(0, words(error), output());
            } else if (failure == null) {
                report(item);
            }
        }

        abstract void report(T item);

        String words(String error) {
            return error;
        }

        List<String> output() {
            return List.of();
        }

        void throwFailure() {
            EngineException seen = failure;
            if (seen != null) {
                throw seen;
            }
        }

        @SuppressWarnings("deprecation") // the older of two places for the same words, which all engines fill
        private @Nullable String error(T item) {
            ResponseItem.ErrorDetail detail = item.getErrorDetail();
            String words = detail == null ? null : detail.getMessage();
            return words == null ? item.getError() : words;
        }
    }

    private static final class PullNews extends News<PullResponseItem> {

        private final ProgressListener listener;

        PullNews(ProgressListener listener) {
            this.listener = listener;
        }

        @Override
        void report(PullResponseItem item) {
            ResponseItem.ProgressDetail detail = item.getProgressDetail();
            listener.onProgress(new Progress(
                    textOf(item.getStatus()),
                    textOf(item.getId()),
                    detail == null ? 0 : numberOf(detail.getCurrent()),
                    detail == null ? 0 : numberOf(detail.getTotal())));
        }
    }

    private static final class BuildNews extends News<BuildResponseItem> {

        private static final String STEP = "Step ";

        private final ProgressListener listener;
        private final StringBuilder line = new StringBuilder();
        private final List<String> output = new ArrayList<>();
        private String step = "";

        BuildNews(ProgressListener listener) {
            this.listener = listener;
        }

        @Override
        void report(BuildResponseItem item) {
            String text = textOf(item.getStream());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n') {
                    endLine();
                } else {
                    line.append(c);
                }
            }
            if (text.isEmpty() && item.getStatus() != null) {
                reportPull(item);
            }
        }

        /** A base image is being pulled. */
        private void reportPull(BuildResponseItem item) {
            ResponseItem.ProgressDetail detail = item.getProgressDetail();
            listener.onProgress(new Progress(
                    textOf(item.getStatus()),
                    textOf(item.getId()),
                    detail == null ? 0 : numberOf(detail.getCurrent()),
                    detail == null ? 0 : numberOf(detail.getTotal())));
        }

        private void endLine() {
            String text = line.toString().stripTrailing();
            line.setLength(0);
            if (text.startsWith(STEP)) {
                step = text;
            }
            if (!text.isEmpty()) {
                output.add(text);
                listener.onProgress(new Progress(text, "", 0, 0));
            }
        }

        @Override
        public void onComplete() {
            if (line.length() > 0) {
                endLine();
            }
            super.onComplete();
        }

        @Override
        List<String> output() {
            if (line.length() > 0) {
                endLine();
            }
            return output;
        }

        @Override
        String words(String error) {
            return step.isEmpty() ? error : error + " (in: " + step + ")";
        }
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long numberOf(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
