package seeded.engine.port;

public class Prints {
    void print() {
        System.err.println("not here");
    }
}
