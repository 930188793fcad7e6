package io.dockerops.engine.port;

/** Hears how something that takes long goes on. Called from the thread that does it; must return soon. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener SILENT = progress -> {};

    /** The next piece of news. */
    void onProgress(Progress progress);

    /**
     * A piece of news.
     *
     * @param text a line of a build's log, or what is being done, such as {@code Downloading}
     * @param part the part that it is about, such as a layer's id; empty for the whole
     * @param current bytes done; 0 when unknown
     * @param total bytes in all; 0 when unknown
     */
    record Progress(String text, String part, long current, long total) {}
}
