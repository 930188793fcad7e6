package io.dockerops.cli.print;

import java.time.Duration;
import java.util.List;

/** Durations, sizes and counts as people write them. */
public final class Amounts {

    private static final int CENTIS_PER_SECOND = 100;
    private static final int MILLIS_PER_CENTI = 10;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int LISTED = 8;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Amounts() {}

    /** {@code 0.04 s}, {@code 0.3 s}, {@code 12 s}, {@code 2 min 5 s}: cut off, not rounded. */
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= SECONDS_PER_MINUTE) {
            return seconds / SECONDS_PER_MINUTE + " min " + seconds % SECONDS_PER_MINUTE + " s";
        }
        if (seconds >= 10) {
            return seconds + " s";
        }
        long centis = duration.toMillis() / MILLIS_PER_CENTI;
        if (centis < 10) {
            return "0.0" + centis + " s";
        }
        return centis / CENTIS_PER_SECOND + "." + centis % CENTIS_PER_SECOND / 10 + " s";
    }

    /** {@code 512 B}, {@code 12.3 MB}, in powers of 1000 as Docker shows sizes: cut off, not rounded. */
    public static String bytes(long bytes) {
        long tenths = bytes * 10;
        int unit = 0;
        while (tenths >= 10_000 && unit < UNITS.length - 1) {
            tenths /= 1000;
            unit++;
        }
        String number = unit == 0 ? Long.toString(bytes) : tenths / 10 + "." + tenths % 10;
        return number + " " + UNITS[unit];
    }

    /** {@code a, b, c}: the first eight, and then how many there are more. */
    public static String listed(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
    }

    /** {@code 1 host}, {@code 2 hosts}. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code 1 host}, {@code 2 hosts}: the plural is made with {@code s}. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }
}
