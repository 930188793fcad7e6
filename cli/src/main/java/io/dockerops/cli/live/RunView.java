package io.dockerops.cli.live;

import io.dockerops.engine.execute.RunListener;

/** Shows a run to the user until closed. */
public interface RunView extends RunListener, AutoCloseable {

    /** Shows nothing. */
    RunView NONE = new RunView() {
        @Override
        public void onEvent(io.dockerops.engine.execute.RunEvent event) {
            // Nothing is shown.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    @Override
    void close();
}
