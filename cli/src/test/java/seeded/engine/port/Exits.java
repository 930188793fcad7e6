package seeded.engine.port;

public class Exits {
    void exit() {
        System.exit(1);
    }
}
