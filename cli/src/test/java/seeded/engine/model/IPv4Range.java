package seeded.engine.model;

public class IPv4Range {}
