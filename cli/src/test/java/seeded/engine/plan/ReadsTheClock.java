package seeded.engine.plan;

import java.time.Instant;

public class ReadsTheClock {
    Instant now = Instant.now();
}
