package seeded.engine.model;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class CollectsToMap {
    Map<String, Integer> collect(Stream<String> names) {
        return names.collect(Collectors.toMap(name -> name, String::length));
    }
}
