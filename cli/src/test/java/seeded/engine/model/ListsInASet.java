package seeded.engine.model;

import java.util.Set;

public class ListsInASet {
    Set<String> names = Set.of("one", "two");
}
