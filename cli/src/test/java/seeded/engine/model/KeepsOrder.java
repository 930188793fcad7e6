package seeded.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class KeepsOrder {
    byte[] bytes = new byte[0];
    Map<String, String> none = Map.of();
    Set<String> one = Set.of("one");
    List<String> list = List.copyOf(one);

    Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
