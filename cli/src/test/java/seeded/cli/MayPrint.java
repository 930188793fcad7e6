package seeded.cli;

public class MayPrint {
    void print() {
        System.out.println("allowed here");
    }
}
