package seeded.cli;

import seeded.engine.graph.HalfOfACycle;

public class BypassesTheDoor {
    HalfOfACycle graph;
}
