package seeded.engine.plan;

public class PlanImpl {}
