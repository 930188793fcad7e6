package seeded.engine.common;

public class Stray {}
