package seeded.engine.plan;

public class PlanUtils {}
