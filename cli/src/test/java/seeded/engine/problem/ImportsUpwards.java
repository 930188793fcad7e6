package seeded.engine.problem;

import seeded.engine.graph.HalfOfACycle;

public class ImportsUpwards {
    HalfOfACycle other;
}
