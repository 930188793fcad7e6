package seeded.engine.model;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class CollectsToSet {
    Set<String> collect(Stream<String> names) {
        return names.collect(Collectors.toSet());
    }
}
