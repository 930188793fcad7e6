package seeded.dsl;

import seeded.engine.plan.PlanUtils;

public class SeesThePlan {
    PlanUtils plan;
}
