package seeded.engine.execute;

public class Performer {}
