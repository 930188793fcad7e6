package io.dockerops.engine.model;

/**
 * An amount of memory or storage.
 *
 * @param bytes the amount in bytes, not negative
 */
public record Size(long bytes) implements Comparable<Size> {

    private static final String[] UNITS = {"b", "kb", "mb", "gb", "tb"};
    private static final long STEP = 1024;

    /** @throws IllegalArgumentException when negative */
    public Size {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The largest unit (powers of 1024) that gives a whole number: {@code 512.mb}. */
    @Override
    public String toString() {
        long amount = bytes;
        int unit = 0;
        while (amount > 0 && amount % STEP == 0 && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return amount + "." + UNITS[unit];
    }
}
