package seeded.dsl;

import seeded.engine.execute.Performer;

public class SeesTheExecutor {
    Performer performer;
}
