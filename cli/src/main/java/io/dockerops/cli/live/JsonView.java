package io.dockerops.cli.live;

import io.dockerops.cli.print.RunJson;
import io.dockerops.cli.terminal.Output;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.json.Json;

/** Shows a run to programs: one JSON object per line for each event. */
public final class JsonView implements RunView {

    private final Output output;

    /** @param output where the lines go */
    public JsonView(Output output) {
        this.output = output;
    }

    @Override
    public void onEvent(RunEvent event) {
        output.result(Json.write(RunJson.tree(event)));
    }

    @Override
    public void close() {
        // Every line was written at once.
    }
}
