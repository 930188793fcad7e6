package seeded.engine.model;

import java.util.Map;

public class CopiesMap {
    Map<String, String> copy(Map<String, String> map) {
        return Map.copyOf(map);
    }
}
