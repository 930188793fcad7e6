package seeded.engine.plan;

import java.nio.file.Files;
import java.nio.file.Path;

public class ReadsFiles {
    boolean there(Path path) {
        return Files.exists(path);
    }
}
