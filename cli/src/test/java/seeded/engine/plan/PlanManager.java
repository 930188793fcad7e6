package seeded.engine.plan;

public class PlanManager {}
