package seeded.engine.model;

import java.util.HashMap;
import java.util.Map;

public class MakesHashMap {
    Map<String, String> map = new HashMap<>();
}
