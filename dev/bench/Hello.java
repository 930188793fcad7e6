/** What every Java program costs. */
public final class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
