import java.time.Duration

/** Functions for the library itself, and for the projects that use it. */
class Durations {

    /** {@code 15d}, {@code 36h}, {@code 90s}. */
    static String text(Duration time) {
        long seconds = time.toSeconds()
        return seconds % 86400 == 0 ? "${time.toDays()}d" : seconds % 3600 == 0 ? "${time.toHours()}h" : "${seconds}s"
    }
}
