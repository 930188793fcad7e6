package seeded.engine.port;

import java.util.List;

public class PrintsByReference {
    void print(List<String> lines) {
        lines.forEach(System.out::println);
    }
}
