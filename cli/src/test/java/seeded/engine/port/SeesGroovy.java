package seeded.engine.port;

import groovy.lang.Closure;

public class SeesGroovy {
    Closure<?> closure;
}
