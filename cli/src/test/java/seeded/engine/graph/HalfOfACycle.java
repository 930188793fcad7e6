package seeded.engine.graph;

import seeded.engine.problem.ImportsUpwards;

public class HalfOfACycle {
    ImportsUpwards other;
}
