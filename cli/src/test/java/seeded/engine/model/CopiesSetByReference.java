package seeded.engine.model;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

public class CopiesSetByReference {
    Function<Collection<String>, Set<String>> copy = Set::copyOf;
}
