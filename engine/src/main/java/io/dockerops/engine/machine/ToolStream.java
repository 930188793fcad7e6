package io.dockerops.engine.machine;

import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.ProgressListener;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The standard output of a running program; see {@link Tool#stream}. */
final class ToolStream extends FilterInputStream {

    private static final int SECONDS_TO_END = 10;

    private final Tool tool;
    private final Process process;
    private final LastLines errors;
    private final Thread errorReader;

    ToolStream(Tool tool, Process process, ProgressListener progress) {
        super(process.getInputStream());
        this.tool = tool;
        this.process = process;
        errors = new LastLines(progress);
        errorReader = new Thread(() -> errors.readAll(process.errorReader()), tool.name() + " errors");
        errorReader.setDaemon(true);
        errorReader.start();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return next < 0 ? ended() : next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return count < 0 ? ended() : count;
    }

    /** Ends the program: first asks it, so that it can remove its temporary files, then kills it and its children. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        super.close();
    }

    private int ended() {
        try {
            int exitCode = process.waitFor();
            errorReader.join();
            tool.checkExitCode(exitCode, errors);
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
