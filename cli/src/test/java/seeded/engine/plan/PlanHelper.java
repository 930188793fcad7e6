package seeded.engine.plan;

public class PlanHelper {}
