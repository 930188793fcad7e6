package seeded.engine.port;

public class DumpsStack {
    void dump(Exception failure) {
        failure.printStackTrace();
    }
}
