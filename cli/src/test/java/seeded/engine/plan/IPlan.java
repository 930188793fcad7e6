package seeded.engine.plan;

public interface IPlan {}
